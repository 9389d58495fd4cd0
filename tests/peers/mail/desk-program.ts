// A desk as the program people start, in a process of its own: tests kill it, start it again and ask its database.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { isAlive, signal } from '../../../src/platform/database/launcher/processes.ts'
import { reachDatabase } from '../../../src/platform/database/reach-database.ts'
import { freePort } from '../../setup/desk.ts'
import { makeTestFolder } from '../../setup/test-folder.ts'

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
const longestStartMs = 120_000
const longestStopMs = 90_000

export interface DeskProgram {
  readonly url: string
  /** The process of the desk now, and of its embedded database server. */
  pid(): number
  databasePid(): number
  /** Starts it and waits until it is ready; answers the seconds that took. */
  start(): Promise<number>
  /** Waits until it is ready again; answers the seconds that took. */
  ready(): Promise<number>
  /** kill -9, and nothing else. */
  kill(): Promise<void>
  /** As with Ctrl+C. */
  stop(): Promise<void>
  /** Runs another command of the program on the same data; answers its exit code and words. */
  run(command: string): Promise<{ readonly code: number | null; readonly words: string }>
  /** As the superuser of its database. Rejects while the server is away. */
  ask<Row extends object>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** What it has said on its output so far. */
  words(): string
  /** How often its process ended without being asked to. */
  unasked(): number
  /** Ends whatever still runs and removes its data. */
  clean(): Promise<void>
}

/** @param databaseUrl a server of the test's own instead of the embedded one */
export async function openDeskProgram(databaseUrl: string | null = null): Promise<DeskProgram> {
  const data = makeTestFolder()
  chmodSync(data, 0o755)
  const port = await freePort()
  const url = `http://127.0.0.1:${String(port)}`
  const environment = {
    ...{ ...process.env, AMENDS_LOG: 'warn', AMENDS_URL: url, AMENDS_HOLD_SECONDS: '1' },
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  }
  const words: string[] = []
  const descendants = new Set<number>()
  let child: ChildProcess | null = null
  let isAsked = false
  let unasked = 0

  const launch = (...args: readonly string[]): ChildProcess => {
    const started = spawn(process.execPath, [main, ...args, '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    })
    for (const stream of [started.stdout, started.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => words.push(text))
    return started
  }
  const isReady = async (): Promise<boolean> => {
    const answer = fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(5000) })
    return answer.then(
      ({ ok }) => ok,
      () => false,
    )
  }
  const ready = async (): Promise<number> => {
    const since = performance.now()
    while (!(await isReady())) {
      if (child?.exitCode !== null) throw new Error(`the desk ended: ${words.slice(-20).join('')}`)
      if (performance.now() - since > longestStartMs) throw new Error(`not ready: ${words.slice(-20).join('')}`)
      await wait(50)
    }
    return (performance.now() - since) / 1000
  }
  const end = async (how: NodeJS.Signals): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return
    for (const pid of childrenOf(child.pid ?? 0)) descendants.add(pid)
    isAsked = true
    const own = child
    const ended = new Promise<boolean>((resolve) => own.once('exit', () => resolve(true)))
    own.kill(how)
    if (await Promise.race([ended, wait(longestStopMs, false, { ref: false })])) return
    own.kill('SIGKILL')
    throw new Error(`the desk did not stop: ${words.slice(-20).join('')}`)
  }
  return {
    url,
    pid: () => child?.pid ?? 0,
    databasePid: () => Number(readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]),
    start: () => {
      isAsked = false
      child = launch('start', '--port', String(port))
      child.once('exit', () => {
        if (!isAsked) unasked += 1
      })
      return ready()
    },
    ready,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    run: async (command) => {
      const before = words.length
      const code = await new Promise<number | null>((resolve) => launch(command).once('close', resolve))
      return { code, words: words.slice(before).join('') }
    },
    ask: async <Row extends object>(statement: string, values: readonly unknown[] = []) => {
      const reached = await reachDatabase(databaseUrl, data, () => undefined)
      const client = new pg.Client({ connectionString: reached.url })
      client.on('error', () => undefined)
      try {
        await client.connect()
        return (await client.query<Row>(statement, [...values])).rows
      } finally {
        await client.end().catch(() => undefined)
        await reached.release()
      }
    },
    words: () => words.join(''),
    unasked: () => unasked,
    clean: async () => {
      await end('SIGTERM').catch(() => undefined)
      for (const pid of descendants) if (isAlive(pid)) signal(pid, 'SIGKILL')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The processes that a process has started and that still run. */
export function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return -1
  }
}
