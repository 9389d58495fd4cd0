// Gets a server of this folder to run: several tries, because the backends of a killed one may still be dying.
import type { ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { OutsideFailure } from '../../../shared/errors.ts'
import type { Binaries } from './binaries.ts'
import { answers, databaseName, superuser, type Connection } from './connection.ts'
import type { DataFolder } from './data-folder.ts'
import { clearStaleFiles, findServer, stateOfServer, stopServer } from './left-server.ts'
import { waitUntil } from './processes.ts'
import { serverArguments } from './server-settings.ts'
import type { ServerUser } from './server-user.ts'
import { spawnServer } from './spawn-server.ts'

/** Everything one start has found out before it touches a server. */
export interface Start {
  readonly place: DataFolder
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
  readonly password: string
  readonly bindToParent: boolean
  /** See `adoptionName`; empty for a server bound to this process's life. */
  readonly adoptableAs: string
  readonly listen: 'socket' | 'tcp'
  readonly port: number | undefined
  readonly settings: Readonly<Record<string, string>>
  readonly log: (sentence: string) => void
}

export interface Running {
  readonly connection: Connection
  readonly pid: number
  readonly adopted: boolean
  readonly ended: Promise<void>
}

export const socketPort = 5432
const attempts = 5

/** @throws OutsideFailure when the server does not start in several tries, with the reason of the last. */
export async function launch(start: Start): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const result = await tryOnce(start)
    if (typeof result !== 'string') return result
    start.log(`Start ${String(attempt)} of the database failed: ${result}.`)
    if (attempt === attempts) {
      const words = `The database did not start in ${String(attempts)} tries: ${result}. Its own words are in ${start.place.log}.`
      throw new OutsideFailure('postgres', words, true)
    }
    await sleep(200 * attempt)
  }
}

/** One attempt: the running server, or the reason why not. */
async function tryOnce(start: Start): Promise<Running | string> {
  const { place, binaries, user, bindToParent, settings, log } = start
  await clearStaleFiles(place, log)
  const isSocket = start.listen === 'socket'
  const connection = connectionTo(
    start,
    isSocket ? place.run : '127.0.0.1',
    isSocket ? socketPort : (start.port ?? (await freePort())),
  )
  const words = serverArguments(place.cluster, connection, settings, start.adoptableAs)
  const child = spawnServer(binaries, words, { user, cluster: place.cluster, log: place.log, bindToParent })
  let end: string | undefined
  const ended = endOf(child).then((words) => {
    end = words
  })
  child.unref()
  const isReady = () => stateOfServer(place) === 'ready' && findServer(place)?.pid === child.pid
  await patiently(async () => end !== undefined || (isReady() && (await answers(connection))), start)
  if (end === undefined && isReady()) return { connection, pid: child.pid ?? 0, adopted: false, ended }
  if (end === undefined) await stopServer(child.pid ?? 0, place)
  return end ?? 'it was not ready within a minute'
}

/** After a crash with much to recover the server may need minutes; interrupting it would only begin them anew. */
async function patiently(isDone: () => Promise<boolean>, start: Start): Promise<void> {
  for (let minutes = 1; !(await waitUntil(isDone, 60)); minutes++) {
    if (stateOfServer(start.place) !== 'starting' || minutes >= 60) return
    start.log(`The database is recovering from a crash, for ${String(minutes)} min so far; please let it.`)
  }
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

export const connectionTo = (start: Start, host: string, port: number): Connection => ({
  host,
  port,
  user: superuser,
  password: start.password,
  database: databaseName,
})

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
