// Builds everything from the configuration: the one composition root. What is started last is stopped first.
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { closeSchool } from './amend/topics/school.ts'
import type { Config } from './config.ts'
import { freeLeases } from './hear/free-leases.ts'
import { isSampleCompany } from './hear/channels/sample-company.ts'
import { runChannels } from './hear/intake/run-channels.ts'
import { startSender } from './hear/conversations/sender.ts'
import { openMailDoors } from './hear/intake/door/open-mail-doors.ts'
import { startReader } from './hear/intake/reader.ts'
import { readSealingKey } from './platform/access/sealing-key.ts'
import type { House, Sleeper } from './platform/context/house.ts'
import { makeKnownCallers } from './platform/context/known-callers.ts'
import { makePresence } from './platform/context/presence.ts'
import { makeTurns } from './platform/context/turns.ts'
import { openPool } from './platform/database/connection.ts'
import { migrate } from './platform/database/migrate.ts'
import { makeLiveHub } from './platform/http/live-hub.ts'
import { servePages } from './platform/http/pages.ts'
import { buildServer } from './platform/http/server.ts'
import { openPostBox } from './platform/files/post-box.ts'
import { runJobs } from './platform/jobs/run-jobs.ts'
import { startTicking } from './platform/jobs/tick.ts'
import { identifyCaller } from './platform/staff/caller.api.ts'
import type { Clock } from './shared/clock.ts'
import { Refusal } from './shared/errors.ts'
import { systemRandom } from './shared/random.ts'
import { allRoutes, atOnce, jobs, listeners, tickParts } from './wiring.ts'

export interface Desk {
  readonly url: string
  readonly house: House
  readonly app: FastifyInstance | null
  stop(): Promise<void>
}

export interface OpenDatabase {
  readonly url: string
  /** The one in the data folder, which no other desk uses. */
  readonly isOurs: boolean
  readonly log: House['log']
}

/** The desk on a database that is up. What it starts is pushed onto `stops`, to be undone in the opposite order.
 * @throws Refusal with a sentence for the operator: data of a newer version */
export async function buildDesk(
  config: Config,
  clock: Clock,
  { url, isOurs, log }: OpenDatabase,
  stops: (() => Promise<unknown>)[],
): Promise<Omit<Desk, 'stop'>> {
  await migrate(url, (sentence) => {
    log.info(sentence)
  })
  const house = await openHouse(config, clock, { url, log }, stops)
  stops.push(() => closeSchool(house))
  const wakers = house.wakers
  if (config.role !== 'web' && isOurs) await freeLeases(house)
  if (config.role !== 'web') await startWork(house, wakers, stops)
  const app = config.role === 'worker' ? null : await startServer(config, house, wakers, stops)
  // After the door is open: loading what reads mailboxes takes a while.
  if (config.role !== 'web') {
    const channels = runChannels(house)
    stops.push(() => channels.stop())
    if (house.mailDoors.length > 0) await openDoors(config, house, stops)
  }
  return { url: app ? addressOf(app) : '', house, app }
}

/** @throws Refusal where a certificate cannot be read, or a door cannot be opened */
async function openDoors(
  { mailDoors: { doors, peers, tls } }: Config,
  house: House,
  stops: (() => Promise<unknown>)[],
): Promise<void> {
  const open = await openMailDoors(house, {
    doors,
    peers,
    tls: tls && { certificate: await readPem(tls.certificate), key: await readPem(tls.key) },
  })
  stops.push(() => open.close())
  for (const { protocol, host, port } of open.at)
    house.log.info(`Mail servers hand mail over by ${protocol} at ${host}:${String(port)}`)
}

async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Refusal('invalid', `The file ${path} of the door for mail cannot be read.`)
  }
}

type Wakers = Record<Sleeper, () => void>
const idle = (): void => undefined
const doorWords = ({ protocol, host, port }: Config['mailDoors']['doors'][number]): string =>
  `${protocol} at ${host}:${String(port)}`

async function openHouse(
  config: Config,
  clock: Clock,
  { url, log }: Pick<OpenDatabase, 'url' | 'log'>,
  stops: (() => Promise<unknown>)[],
): Promise<House & { readonly wakers: Wakers }> {
  const onBroken = (error: Error): void => {
    log.debug({ err: error }, 'a connection to the database broke; the pool makes a new one')
  }
  const wakers: Wakers = { raw: idle, outbox: idle, jobs: idle, live: idle }
  // More at once only make each slower on the few cores a desk has.
  const pool = openPool({ url, role: 'amends_app', size: 6, onBroken })
  const ownerPool = openPool({ url, role: 'amends_owner', size: 8, onBroken })
  stops.push(
    () => pool.end(),
    () => ownerPool.end(),
  )
  return {
    ...{ pool, ownerPool },
    clock,
    random: systemRandom,
    secrets: systemRandom,
    listeners,
    atOnce,
    log,
    sealingKey: readSealingKey(config.sealingKey, config.dataFolder, systemRandom),
    insideHosts: config.webhookHosts,
    postBox: (await isSampleCompany(ownerPool, config.sample !== null)) ? openPostBox(config.dataFolder) : null,
    mailDoors: config.sample === null ? config.mailDoors.doors.map(doorWords) : [],
    letterHoldMs: config.letterHoldMs,
    publicUrl: config.publicUrl,
    turns: makeTurns(),
    callers: makeKnownCallers(),
    presence: makePresence(),
    wake: (who) => {
      wakers[who]()
    },
    wakers,
  }
}

/** Everything that works without being asked over HTTP, but for the channels. Stops in the opposite order: reader, sender, queue, tick. */
async function startWork(house: House, wakers: Wakers, stops: (() => Promise<unknown>)[]): Promise<void> {
  const ticking = startTicking(house, tickParts)
  stops.push(() => ticking.stop())
  const queue = await runJobs(house, jobs, 4)
  wakers.jobs = () => {
    queue.wake()
  }
  stops.push(() => queue.stop())
  const sender = startSender(house)
  stops.push(() => sender.stop())
  wakers.outbox = sender.wake
  const reader = startReader(house)
  stops.push(() => reader.stop())
  wakers.raw = reader.wake
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
