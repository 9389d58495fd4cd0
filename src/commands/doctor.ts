// `amends doctor`: looks at everything a desk needs and says in words what is wrong and what to do. Changes nothing.
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { connectTo } from '../platform/database/connect.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import { type Reached, reachDatabase } from '../platform/database/reach-database.ts'
import { systemClock } from '../shared/clock.ts'
import { deskFindings, schemaFindings, type Finding } from './doctor-questions.sql.ts'

const enoughRoom = 1_000_000_000

/** Prints one line a check; exit code 1 when anything is wrong. */
export async function doctorCommand(config: Config): Promise<void> {
  let wrong = 0
  const tell = (finding: Finding): void => {
    if (finding.wrong !== null) wrong += 1
    process.stdout.write(
      finding.wrong === null ? `ok     ${finding.what}\n` : `WRONG  ${finding.what}: ${finding.wrong}\n`,
    )
  }
  tell(nodeFinding())
  tell(pagesFinding(config))
  if (config.databaseUrl === null) for (const finding of folderFindings(config)) tell(finding)
  const isRunning = await lookAtDatabase(config, tell)
  tell(await portFinding(config, isRunning))
  process.stdout.write(
    wrong === 0 ? 'All is well.\n' : `${String(wrong)} ${wrong === 1 ? 'thing is' : 'things are'} wrong.\n`,
  )
  if (wrong > 0) process.exitCode = 1
}

function nodeFinding(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return {
    what: `Node ${process.versions.node}`,
    wrong: major >= 24 ? null : 'Node 24 is needed; "npm start" brings it along',
  }
}

function pagesFinding({ webFolder }: Config): Finding {
  return {
    what: 'web pages',
    wrong: existsSync(join(webFolder, 'index.html'))
      ? null
      : 'they are not built; "npm start" or "npm run build" builds them',
  }
}

function folderFindings({ dataFolder }: Config): readonly Finding[] {
  const what = `data folder ${dataFolder}`
  if (!existsSync(dataFolder)) return [{ what, wrong: 'it does not exist yet; "npm start" makes it' }]
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK)
  } catch {
    return [{ what, wrong: 'this user may not write it; start the desk as the user who made it' }]
  }
  const disk = statfsSync(dataFolder)
  const free = disk.bavail * disk.bsize
  const key = join(dataFolder, 'sealing-key')
  const isKey = existsSync(key) && /^[0-9a-f]{64}\s*$/i.test(readFileSync(key, 'utf8'))
  return [
    { what, wrong: null },
    {
      what: `room on its disk: ${String(Math.round(free / 1e6))} MB`,
      wrong: free > enoughRoom ? null : 'less than 1 GB is left; nothing is stored any more when it is full. Make room',
    },
    {
      what: 'sealing key',
      wrong:
        isKey || !existsSync(join(dataFolder, 'pg'))
          ? null
          : 'the file "sealing-key" is missing or damaged; put it back from your backup, or enter the mailbox passwords again',
    },
  ]
}

/** Whether a desk keeps the database at the moment. */
async function lookAtDatabase(config: Config, tell: (finding: Finding) => void): Promise<boolean> {
  let reached: Reached | null = null
  try {
    reached = await reachDatabase(config.databaseUrl, config.dataFolder, () => undefined)
    const client = await connectTo(reached.url)
    try {
      tell({ what: reached.isInUse ? 'database: in use by a running desk' : 'database: answers', wrong: null })
      const known = (await readMigrations()).map((migration) => migration.number)
      for (const finding of await schemaFindings(client, known)) tell(finding)
      for (const finding of await deskFindings(client, systemClock.now())) tell(finding)
    } finally {
      await client.end()
    }
  } catch (error) {
    tell({ what: 'database', wrong: error instanceof Error ? error.message : 'it does not answer' })
  } finally {
    await reached?.release()
  }
  return reached?.isInUse ?? false
}

function portFinding({ host, port }: Config, isRunning: boolean): Promise<Finding> {
  const what = `port ${String(port)}`
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const isOurs = error.code === 'EADDRINUSE' && isRunning
      resolve({
        what,
        wrong: isOurs
          ? null
          : error.code === 'EADDRINUSE'
            ? 'another program uses it; choose another with --port'
            : error.message,
      })
    })
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve({ what, wrong: null })
      })
    })
  })
}
