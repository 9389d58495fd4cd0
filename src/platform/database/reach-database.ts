// A database for a short command: the server given, the one a running desk keeps, or the embedded one started for the while.
import { existsSync } from 'node:fs'
import { Refusal } from '../../shared/errors.ts'
import { urlOf, databaseName, readPassword, superuser } from './launcher/connection.ts'
import { openDataFolder } from './launcher/data-folder.ts'
import { hasCluster } from './launcher/init-cluster.ts'
import { findServer } from './launcher/left-server.ts'
import { serverUser } from './launcher/server-user.ts'
import { startPostgres } from './launcher/start-postgres.ts'

export interface Reached {
  readonly url: string
  /** Whether a desk works on this data at the moment. */
  readonly isInUse: boolean
  release(): Promise<void>
}

/** @param databaseUrl a server of the operator's, or null for the embedded one of `dataFolder` */
export async function reachDatabase(
  databaseUrl: string | null,
  dataFolder: string,
  log: (sentence: string) => void,
): Promise<Reached> {
  if (databaseUrl !== null) return { url: databaseUrl, isInUse: false, release: () => Promise.resolve() }
  const absent = new Refusal('not-found', `There is no desk in ${dataFolder} yet. "npm start" makes one.`)
  if (!existsSync(dataFolder)) throw absent // looking must not make it
  const place = openDataFolder(dataFolder, serverUser())
  const running = findServer(place)
  if (running) {
    const password = readPassword(place.passwordFile, hasCluster(place))
    const url = urlOf({ host: running.host, port: running.port, user: superuser, password, database: databaseName })
    return { url, isInUse: true, release: () => Promise.resolve() }
  }
  if (!hasCluster(place)) throw absent
  const server = await startPostgres({ folder: dataFolder, listen: 'socket', log })
  return { url: server.url, isInUse: false, release: () => server.stop() }
}
