// Starts the packaged PostgreSQL for one desk and one data folder: claims the folder, adopts or replaces what a dead desk left, retries.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { locateBinaries } from './binaries.ts'
import { makeDatabase, readPassword, urlOf, type Connection } from './connection.ts'
import { openDataFolder, type DataFolder } from './data-folder.ts'
import { noteVersion, refuseOtherVersions } from './data-versions.ts'
import { hasCluster, initCluster } from './init-cluster.ts'
import { connectionTo, launch, socketPort, type Running, type Start } from './launch-server.ts'
import { adoptOrStop, findServer, stopServer } from './left-server.ts'
import { claimFolder } from './owner-file.ts'
import { isAlive } from './processes.ts'
import { adoptionName } from './server-settings.ts'
import { serverUser, type ServerUser } from './server-user.ts'
import { canBindToParent } from './spawn-server.ts'

export interface StartOptions {
  /** The data folder, made when absent; `defaultDataFolder` says which one a desk uses. */
  readonly folder: string
  /** A unix socket, or a free port of 127.0.0.1. A socket whose path is too long becomes a port, with a word in the log. */
  readonly listen: 'socket' | 'tcp'
  readonly log: (sentence: string) => void
  /** The port on 127.0.0.1 to use again, so that whoever knew the server finds it; any free one where absent. */
  readonly port?: number
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
    return serverOf(running, place, release)
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
  const { settings = {}, port, log } = options
  const adoptableAs = bindToParent ? '' : adoptionName(binaries.version, listen, settings)
  return { place, binaries, user, password, bindToParent, adoptableAs, listen, port, settings, log }
}

/** The kernel takes 107 bytes for a socket's path; PostgreSQL and its lock want room to spare. */
function listenWhere(options: StartOptions, place: DataFolder): 'socket' | 'tcp' {
  const path = join(place.run, `.s.PGSQL.${String(socketPort)}`)
  if (options.listen === 'tcp' || Buffer.byteLength(path) <= 90) return options.listen
  options.log(`The path ${path} is too long for a socket; the database listens on 127.0.0.1 instead.`)
  return 'tcp'
}

async function adoptLeft(start: Start): Promise<Running | undefined> {
  const left = findServer(start.place)
  if (!left) return undefined
  const credentials = connectionTo(start, left.host, left.port)
  const connection = await adoptOrStop(left, start.place, credentials, start.adoptableAs, start.log)
  if (!connection) return undefined
  return { connection, pid: left.pid, adopted: true, ended: watch(left.pid) }
}

function serverOf(running: Running, place: DataFolder, release: () => void): PostgresServer {
  let stopping: Promise<void> | undefined
  const stop = async () => {
    await stopServer(running.pid, place)
    release()
  }
  return { ...running, url: urlOf(running.connection), stop: () => (stopping ??= stop()) }
}

/** An adopted server is not our child: nobody tells us of its end, so we look. */
async function watch(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(1000, undefined, { ref: false })
}
