// Starts the packaged PostgreSQL for one desk and one data folder: claims the folder, adopts or replaces what a dead desk left, retries.
import type { ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OutsideFailure } from '../../../shared/errors.ts'
import { locateBinaries, type Binaries } from './binaries.ts'
import { answers, databaseName, makeDatabase, readPassword, superuser, urlOf, type Connection } from './connection.ts'
import { noteVersion, openDataFolder, refuseOtherVersions, type DataFolder } from './data-folder.ts'
import { hasCluster, initCluster } from './init-cluster.ts'
import { adoptOrStop, clearStaleFiles, findServer, saysReady, stopServer } from './left-server.ts'
import { claimFolder } from './owner-file.ts'
import { isAlive, waitUntil } from './processes.ts'
import { adoptionName, serverArguments } from './server-settings.ts'
import { serverUser, type ServerUser } from './server-user.ts'
import { canBindToParent, spawnServer } from './spawn-server.ts'

export interface StartOptions {
  /** The data folder, made when absent; `defaultDataFolder` says which one a desk uses. */
  readonly folder: string
  /** A unix socket, or a free port of 127.0.0.1. A socket whose path is too long becomes a port, with a word in the log. */
  readonly listen: 'socket' | 'tcp'
  readonly log: (sentence: string) => void
  /** More PostgreSQL settings; the ones that keep data safe cannot be changed. */
  readonly settings?: Readonly<Record<string, string>>
  /** Stop the server when this process dies in whatever way. Yes unless said otherwise, where the machine can do it. */
  readonly dieWithParent?: boolean
}

export interface PostgresServer {
  readonly url: string
  readonly connection: Connection
  readonly pid: number
  /** The server ran already, left by a desk that was killed. */
  readonly adopted: boolean
  /** Settles when the server is gone, on request or by itself; then `stop` frees the folder and a new start is possible. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

interface Start {
  readonly place: DataFolder
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
  readonly password: string
  readonly bindToParent: boolean
  readonly adoptableAs: string
  readonly listen: 'socket' | 'tcp'
  readonly options: StartOptions
}

/**
 * @throws Refusal when the folder is in use, of another version or not ours; OutsideFailure when PostgreSQL does not start.
 */
export async function startPostgres(options: StartOptions): Promise<PostgresServer> {
  const user = serverUser()
  const place = openDataFolder(options.folder, user)
  const release = claimFolder(place.folder, options.log)
  try {
    const start = await prepare(options, place, user)
    const running = (await adoptLeft(start)) ?? (await launch(start))
    await makeDatabase(running.connection)
    noteVersion(place)
    return serverOf(running, release)
  } catch (error) {
    release()
    throw error
  }
}

async function prepare(options: StartOptions, place: DataFolder, user: ServerUser | undefined): Promise<Start> {
  const binaries = locateBinaries(place.folder)
  refuseOtherVersions(place, binaries.major)
  const password = readPassword(place.passwordFile, hasCluster(place))
  if (!hasCluster(place)) await initCluster(place, binaries, user, password)
  const bindToParent = options.dieWithParent !== false && canBindToParent()
  const listen = listenWhere(options, place)
  const adoptableAs = bindToParent ? '' : adoptionName(binaries.version, listen, options.settings ?? {})
  return { place, binaries, user, password, bindToParent, adoptableAs, listen, options }
}

/** The kernel takes 107 bytes for a socket's path; PostgreSQL and its lock want room to spare. */
function listenWhere(options: StartOptions, place: DataFolder): 'socket' | 'tcp' {
  const path = join(place.run, `.s.PGSQL.${String(socketPort)}`)
  if (options.listen === 'tcp' || Buffer.byteLength(path) <= 90) return options.listen
  options.log(`The path ${path} is too long for a socket; the database listens on 127.0.0.1 instead.`)
  return 'tcp'
}

interface Running {
  readonly connection: Connection
  readonly pid: number
  readonly adopted: boolean
  readonly ended: Promise<void>
}

const socketPort = 5432
const attempts = 5

async function adoptLeft(start: Start): Promise<Running | undefined> {
  const left = findServer(start.place)
  if (!left) return undefined
  const credentials = connectionTo(start, left.host, left.port)
  const connection = await adoptOrStop(left, start.place, credentials, start.adoptableAs, start.options.log)
  if (!connection) return undefined
  return { connection, pid: left.pid, adopted: true, ended: watch(left.pid) }
}

async function launch(start: Start): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const result = await tryOnce(start)
    if (typeof result !== 'string') return result
    start.options.log(`Start ${String(attempt)} of the database failed: ${result}.`)
    if (attempt === attempts) {
      const words = `The database did not start in ${String(attempts)} tries: ${result}. Its own words are in ${start.place.log}.`
      throw new OutsideFailure('postgres', words, true)
    }
    await sleep(200 * attempt)
  }
}

/** One attempt: the running server, or the reason why not. */
async function tryOnce(start: Start): Promise<Running | string> {
  const { place, binaries, user, bindToParent, options } = start
  await clearStaleFiles(place, options.log)
  const isSocket = start.listen === 'socket'
  const connection = connectionTo(start, isSocket ? place.run : '127.0.0.1', isSocket ? socketPort : await freePort())
  const words = serverArguments(place.cluster, connection, options.settings ?? {}, start.adoptableAs)
  const child = spawnServer(binaries, words, { user, cluster: place.cluster, log: place.log, bindToParent })
  let end: string | undefined
  const ended = endOf(child).then((words) => {
    end = words
  })
  child.unref()
  const isReady = () => saysReady(place) && findServer(place)?.pid === child.pid
  await waitUntil(async () => end !== undefined || (isReady() && (await answers(connection))), 60)
  if (end === undefined && isReady()) return { connection, pid: child.pid ?? 0, adopted: false, ended }
  if (end === undefined) await stopServer(child.pid ?? 0)
  return end ?? 'it was not ready within a minute'
}

/** How the process ended, in words. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(error.message)
    })
    child.once('exit', (code, signal) => {
      resolve(`it ended with ${signal ?? String(code)}`)
    })
  })
}

function serverOf(running: Running, release: () => void): PostgresServer {
  let stopping: Promise<void> | undefined
  const stop = async () => {
    await stopServer(running.pid)
    release()
  }
  return { ...running, url: urlOf(running.connection), stop: () => (stopping ??= stop()) }
}

const connectionTo = (start: Start, host: string, port: number): Connection => ({
  host,
  port,
  user: superuser,
  password: start.password,
  database: databaseName,
})

/** An adopted server is not our child: nobody tells us of its end, so we look. */
async function watch(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(1000, undefined, { ref: false })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => {
        resolve(port)
      })
    })
  })
}
