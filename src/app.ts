// Builds everything from the configuration: the one composition root. What is started last is stopped first.
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createServer } from 'node:net'
import type { Config } from './config.ts'
import { freeLeases } from './hear/free-leases.ts'
import { runChannels } from './hear/intake/run-channels.ts'
import { startSender } from './hear/conversations/sender.ts'
import { startReader } from './hear/intake/reader.ts'
import { readSealingKey } from './platform/access/sealing-key.ts'
import type { House } from './platform/context/house.ts'
import { makeTurns } from './platform/context/turns.ts'
import { openPool } from './platform/database/connection.ts'
import { keepPostgres } from './platform/database/keep-postgres.ts'
import { migrate } from './platform/database/migrate.ts'
import { makeLiveHub } from './platform/http/live-hub.ts'
import { servePages } from './platform/http/pages.ts'
import { buildServer } from './platform/http/server.ts'
import { runJobs } from './platform/jobs/run-jobs.ts'
import { startTicking } from './platform/jobs/tick.ts'
import { identifyCaller } from './platform/staff/caller.api.ts'
import { type Clock, systemClock } from './shared/clock.ts'
import { Refusal } from './shared/errors.ts'
import { systemRandom } from './shared/random.ts'
import { allRoutes, jobs, listeners, tickParts } from './wiring.ts'

export interface Desk {
  readonly url: string
  readonly house: House
  readonly app: FastifyInstance | null
  stop(): Promise<void>
}

/** Starts a desk and answers once it can be used. Whatever fails, what was started before it is stopped again.
 * @throws Refusal with a sentence for the operator: port or folder in use, data of a newer version */
export async function startDesk(config: Config, clock: Clock = systemClock): Promise<Desk> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (let undo = stops.pop(); undo; undo = stops.pop()) await undo()
  }
  try {
    return await build(config, clock, stops, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function build(
  config: Config,
  clock: Clock,
  stops: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Desk> {
  const log = pino({ level: config.logLevel, base: null })
  const say = (sentence: string): void => {
    log.info(sentence)
  }
  if (config.role !== 'worker') await refusePortInUse(config)
  const database =
    config.databaseUrl === null ? await keepPostgres({ folder: config.dataFolder, listen: 'socket', log: say }) : null
  if (database) stops.push(() => database.stop())
  const url = database?.url ?? config.databaseUrl ?? ''
  await migrate(url, say)
  const house = openHouse(config, clock, url, log)
  stops.push(
    () => house.pool.end(),
    () => house.ownerPool.end(),
  )
  const wakers = house.wakers
  if (config.role !== 'web' && database) await freeLeases(house)
  if (config.role !== 'web') await startWork(house, wakers, stops)
  const app = config.role === 'worker' ? null : await startServer(config, house, wakers, stops)
  return { url: app ? addressOf(app) : '', house, app, stop }
}

type Wakers = Record<'raw' | 'outbox' | 'live', () => void>

function openHouse(config: Config, clock: Clock, url: string, log: House['log']): House & { readonly wakers: Wakers } {
  const onBroken = (error: Error): void => {
    log.debug({ err: error }, 'a connection to the database broke; the pool makes a new one')
  }
  const wakers: Wakers = { raw: () => undefined, outbox: () => undefined, live: () => undefined }
  return {
    pool: openPool({ url, role: 'amends_app', size: 16, onBroken }),
    ownerPool: openPool({ url, role: 'amends_owner', size: 8, onBroken }),
    clock,
    random: systemRandom,
    secrets: systemRandom,
    listeners,
    log,
    sealingKey: readSealingKey(config.sealingKey, config.dataFolder, systemRandom),
    publicUrl: config.publicUrl,
    turns: makeTurns(),
    wake: (what) => {
      wakers[what]()
    },
    wakers,
  }
}

/** Everything that works without being asked over HTTP. Stops in the opposite order: channels, reader, sender, queue, tick. */
async function startWork(house: House, wakers: Wakers, stops: (() => Promise<unknown>)[]): Promise<void> {
  const ticking = startTicking(house, tickParts)
  stops.push(() => ticking.stop())
  const queue = await runJobs(house, jobs, 4)
  stops.push(() => queue.stop())
  const sender = startSender(house)
  stops.push(() => sender.stop())
  wakers.outbox = sender.wake
  const reader = startReader(house)
  stops.push(() => reader.stop())
  wakers.raw = reader.wake
  const channels = runChannels(house)
  stops.push(() => channels.stop())
}

async function startServer(
  config: Config,
  house: House,
  wakers: Wakers,
  stops: (() => Promise<unknown>)[],
): Promise<FastifyInstance> {
  const hub = makeLiveHub(house)
  wakers.live = () => {
    hub.wake()
  }
  const app = await buildServer(house, identifyCaller, allRoutes(hub), (server) => servePages(server, config.webFolder))
  stops.push(() => app.close())
  stops.push(() => {
    hub.close()
    return Promise.resolve()
  })
  await app.listen({ host: config.host, port: config.port })
  return app
}

function addressOf(app: FastifyInstance): string {
  const address = app.server.address()
  if (address === null || typeof address === 'string') return ''
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${String(address.port)}`
}

/** Asked before anything is started, so that a second desk by mistake neither starts nor stops a database. */
function refusePortInUse({ host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const words =
        error.code === 'EADDRINUSE'
          ? `Port ${String(port)} is in use, perhaps by a desk that runs already. Stop that one, or choose another with --port. Nothing was started.`
          : `The desk cannot listen on ${host}:${String(port)} (${error.code ?? error.message}). Nothing was started.`
      reject(new Refusal('wrong-state', words))
    })
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve()
      })
    })
  })
}
