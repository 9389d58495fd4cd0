// The data folder: where it is by default, what lies in it, and who may enter it.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { Refusal } from '../../../shared/errors.ts'
import { isReachableByOthers, isRoot, serverUserName, type ServerUser } from './server-user.ts'

export interface DataFolder {
  /** Real path: the kernel names working folders without symbolic links. */
  readonly folder: string
  readonly cluster: string
  readonly run: string
  readonly passwordFile: string
  readonly log: string
}

/**
 * `data` in the project where it can be written; else the user's own data folder, and for root /var/lib/amends.
 * Root's server runs as its own user, so a project in a closed place (a private home) will not do.
 * @param dataHome what XDG_DATA_HOME says, or the user's `~/.local/share`
 */
export function defaultDataFolder(project: string, dataHome: string): string {
  const local = resolve(project, 'data')
  const isWritable = canWrite(existsSync(local) ? local : project)
  if (isWritable && (!isRoot() || isReachableByOthers(project))) return local
  return isRoot() ? '/var/lib/amends' : join(dataHome, 'amends')
}

/** Makes the folder if needed and answers where things lie. @throws Refusal when it cannot be used by the server. */
export function openDataFolder(path: string, user: ServerUser | undefined): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const folder = realpathSync(path)
  if (!canWrite(folder)) throw new Refusal('not-allowed', `The data folder ${folder} cannot be written by this user.`)
  if (user) letServerPass(folder)
  const cluster = join(folder, 'pg')
  const run = join(folder, 'run')
  refuseForeignCluster(cluster, user)
  mkdirSync(run, { recursive: true, mode: 0o700 })
  giveTo(user, run, 0o700)
  return { folder, cluster, run, passwordFile: join(folder, 'password'), log: join(folder, 'postgres.log') }
}

/** Owner and mode of a file or folder that the server's user must have to itself. */
export function giveTo(user: ServerUser | undefined, path: string, mode: number): void {
  if (user) chownSync(path, user.uid, user.gid)
  chmodSync(path, mode)
}

/** The server's user passes through the folder and sees only what is its own. A closed folder of other things stays closed. */
function letServerPass(folder: string): void {
  if (isReachableByOthers(folder)) return
  const entries = readdirSync(folder)
  if (isReachableByOthers(join(folder, '..')) && (entries.length === 0 || entries.includes('run'))) {
    chmodSync(folder, 0o711)
    return
  }
  throw new Refusal(
    'not-allowed',
    `The database's user ${serverUserName} cannot enter the data folder ${folder}: it, or a folder above it, is closed to others. Choose another with --data, such as /var/lib/amends.`,
  )
}

function refuseForeignCluster(cluster: string, user: ServerUser | undefined): void {
  const wanted = user?.uid ?? process.getuid?.()
  if (wanted === undefined || !existsSync(cluster)) return
  const owner = statSync(cluster).uid
  if (owner === wanted) return
  throw new Refusal(
    'not-allowed',
    `The data in ${cluster} belongs to user number ${String(owner)}, but the database would run as user number ${String(wanted)}. Start the desk as the user who made it.`,
  )
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
