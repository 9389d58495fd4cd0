// A whole desk for a test: server, reader, sender, queue and tick over a database of its own, with a clock that may be moved by hand.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, startDesk as startRealDesk } from '../../src/app.ts'
import { buildPages } from '../../src/commands/build-pages.ts'
import { type Config, projectFolder } from '../../src/config.ts'
import { tick } from '../../src/platform/jobs/tick.ts'
import { type Clock, systemClock } from '../../src/shared/clock.ts'
import { tickParts } from '../../src/wiring.ts'
import { cloneDatabase } from './database.ts'

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

export async function startDesk({ clock = systemClock, pages = false }: DeskOptions = {}): Promise<RunningDesk> {
  const database = await cloneDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'amends-desk-'))
  const port = await freePort()
  const config: Config = {
    dataFolder,
    databaseUrl: database.url,
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${String(port)}`,
    role: 'all',
    logLevel: process.env['AMENDS_TEST_LOG'] === undefined ? 'silent' : 'debug',
    sealingKey: '07'.repeat(32),
    webFolder: join(projectFolder, 'web/dist'),
  }
  if (pages) await buildPages(config.webFolder)
  const desk = await startRealDesk(config, clock)
  return {
    url: desk.url,
    desk,
    databaseUrl: database.url,
    tick: () => tick(desk.house, tickParts),
    stop: async () => {
      await desk.stop()
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
