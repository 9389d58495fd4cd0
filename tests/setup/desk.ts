// A whole desk for a test: server, reader, sender, queue and tick over a database of its own, with a clock that may be moved by hand.
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Desk } from '../../src/app.ts'
import { startDesk as startRealDesk } from '../../src/start-desk.ts'
import { buildPages } from '../../src/commands/build-pages.ts'
import { loopbackPeers } from '../../src/hear/intake/door/door-peers.ts'
import { type Config, projectFolder } from '../../src/config.ts'
import { tick } from '../../src/platform/jobs/tick.ts'
import { type Clock, systemClock } from '../../src/shared/clock.ts'
import { tickParts } from '../../src/wiring.ts'
import { cloneDatabase } from './database.ts'
import { makeTestFolder } from './test-folder.ts'

export interface RunningDesk {
  readonly url: string
  readonly desk: Desk
  /** The superuser's URL of its database. */
  readonly databaseUrl: string
  /** Asks what is due at the desk's clock, now. */
  tick(): Promise<void>
  stop(): Promise<void>
}

export interface DeskOptions {
  readonly clock?: Clock
  /** Build the web pages first (browser tests). */
  readonly pages?: boolean
  /** The port at which it takes mail by SMTP from this machine. */
  readonly smtpPort?: number
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}

/** Whatever fails, what was made for the desk is gone again. */
export async function startDesk({
  clock = systemClock,
  pages = false,
  smtpPort,
}: DeskOptions = {}): Promise<RunningDesk> {
  const database = await cloneDatabase()
  const dataFolder = makeTestFolder()
  const clean = async (): Promise<void> => {
    await rm(dataFolder, { recursive: true, force: true })
    await database.drop()
  }
  try {
    const desk = await startRealDesk(
      { ...(await configFor(dataFolder, database.url, pages)), ...doorsAt(smtpPort) },
      clock,
    )
    return {
      url: desk.url,
      desk,
      databaseUrl: database.url,
      tick: () => tick(desk.house, tickParts),
      stop: () => desk.stop().finally(clean),
    }
  } catch (error) {
    await clean()
    throw error
  }
}

const doorsAt = (port: number | undefined): Pick<Config, 'mailDoors'> => ({
  mailDoors: {
    doors: port === undefined ? [] : [{ protocol: 'SMTP', host: '127.0.0.1', port }],
    ...{ peers: loopbackPeers, tls: null },
  },
})

async function configFor(dataFolder: string, databaseUrl: string, pages: boolean): Promise<Omit<Config, 'mailDoors'>> {
  const webFolder = join(projectFolder, 'web/dist')
  if (pages) await buildPages(webFolder)
  // Last, so that nobody else takes it meanwhile.
  const port = await freePort()
  return {
    dataFolder,
    databaseUrl,
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${String(port)}`,
    webhookHosts: new Set(['127.0.0.1']),
    letterHoldMs: 0,
    role: 'all',
    logLevel: process.env['AMENDS_TEST_LOG'] === undefined ? 'silent' : 'debug',
    sealingKey: '07'.repeat(32),
    webFolder,
    sample: null,
  }
}
