// What a dead desk left in the folder: a server to adopt or to stop, backends that still die, and lock files that block the start.
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OutsideFailure } from '../../../shared/errors.ts'
import { answers, askServer, type Connection } from './connection.ts'
import type { DataFolder } from './data-folder.ts'
import { exists, isAlive, isPostgresOf, processesIn, signal, waitUntil } from './processes.ts'

export interface LeftServer {
  readonly pid: number
  readonly host: string
  readonly port: number
}

/** The live server of exactly this folder, whoever started it. The number in postmaster.pid may belong to another program by now. */
export function findServer(place: DataFolder): LeftServer | undefined {
  const lines = postmasterLines(place)
  const pid = Math.abs(Number(lines[0]))
  if (!isAlive(pid) || !isPostgresOf(pid, place.cluster)) return undefined
  return { pid, host: lines[5]?.trim() || (lines[4]?.trim() ?? ''), port: Number(lines[3]) }
}

/** What the server itself has noted of its state: `starting` (which includes recovery), `ready`, `stopping`; empty if nothing. */
export const stateOfServer = (place: DataFolder): string => postmasterLines(place)[7]?.trim() ?? ''

/**
 * Adopts the left server if it answers and was started the way we would start it; otherwise stops it.
 * A server bound to its dead parent's life is about to stop, and is never adopted.
 */
export async function adoptOrStop(
  left: LeftServer,
  place: DataFolder,
  credentials: Connection,
  adoptableAs: string,
  log: (sentence: string) => void,
): Promise<Connection | undefined> {
  const connection = { ...credentials, host: left.host, port: left.port }
  await waitUntil(async () => findServer(place)?.pid !== left.pid || (await answers(connection)), 5)
  if (adoptableAs !== '' && (await adoptionNameOf(connection)) === adoptableAs) {
    log(`Adopted the database server ${String(left.pid)} that an earlier desk left running.`)
    return connection
  }
  log(`Stopping the database server ${String(left.pid)} that an earlier desk left running.`)
  await stopServer(left.pid, place)
  return undefined
}

async function adoptionNameOf(connection: Connection): Promise<unknown> {
  const question = `select current_setting('amends.adoptable_as', true) as name`
  return askServer({ ...connection, database: 'postgres' }, question).then(
    (rows) => rows[0]?.name,
    () => undefined,
  )
}

/** Fast, then immediate; never SIGKILL, which would leave the shared memory to the backends. */
export async function stopServer(pid: number, place: DataFolder): Promise<void> {
  const isGone = () => !isAlive(pid) || !isPostgresOf(pid, place.cluster) // the number may have a new bearer
  for (const [name, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
  ] as const) {
    if (isGone() || !signal(pid, name)) return
    if (await waitUntil(isGone, seconds)) return
  }
  throw new OutsideFailure('postgres', `The database server (process ${String(pid)}) does not stop.`, true)
}

/**
 * Waits for the last backends, then removes lock files whose number is a zombie or belongs to another program: those would block
 * the start. A number that is simply gone is left to PostgreSQL, which also looks whether the shared memory is still in use.
 */
export async function clearStaleFiles(place: DataFolder, log: (sentence: string) => void): Promise<void> {
  if (findServer(place)) return
  await waitForBackends(place)
  if (!exists(Math.abs(Number(postmasterLines(place)[0])))) return
  const sockets = readdirSync(place.run).filter((name) => name.startsWith('.s.PGSQL.'))
  for (const file of [postmasterFile(place), ...sockets.map((name) => join(place.run, name))]) {
    log(`Removing ${file}, left by a server that is gone.`)
    rmSync(file, { force: true })
  }
}

/** Backends outlive a killed server by a moment; one in a long statement is told to leave (SIGQUIT is safe even for a server). */
async function waitForBackends(place: DataFolder): Promise<void> {
  const remaining = () => processesIn(place.cluster, ['postgres'])
  if (await waitUntil(() => remaining().length === 0, 5)) return
  for (const pid of remaining()) signal(pid, 'SIGQUIT')
  if (await waitUntil(() => remaining().length === 0, 25)) return
  throw new OutsideFailure('postgres', `Processes ${remaining().join(', ')} still use ${place.cluster}.`, true)
}

const postmasterFile = (place: DataFolder) => join(place.cluster, 'postmaster.pid')

function postmasterLines(place: DataFolder): readonly string[] {
  try {
    return readFileSync(postmasterFile(place), 'utf8').split('\n')
  } catch {
    return []
  }
}
