// The data folder: where it is by default, what lies in it, who may read it, and whether this version may touch it.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
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
  if (user) {
    refuseUnreachable(folder)
    chmodSync(folder, 0o711) // the server's user passes through, and sees only what is its own
  }
  const cluster = join(folder, 'pg')
  const run = join(folder, 'run')
  refuseForeignCluster(cluster, user)
  mkdirSync(run, { recursive: true, mode: 0o700 })
  giveTo(user, run, 0o700)
  return { folder, cluster, run, passwordFile: join(folder, 'password'), log: join(folder, 'postgres.log') }
}

/** @throws Refusal when the folder was made or last used by a newer PostgreSQL or a newer Amends, or by an older PostgreSQL. */
export function refuseOtherVersions(place: DataFolder, major: string): void {
  const made = readIfThere(join(place.cluster, 'PG_VERSION'))
  if (made !== '' && Number(made) !== Number(major)) {
    const age = Number(made) > Number(major) ? 'newer' : 'older'
    const advice =
      age === 'newer'
        ? 'Start it with the Amends that made it'
        : 'Export with the Amends that made it, then import here'
    throw new Refusal(
      'unsupported',
      `The data folder ${place.folder} belongs to the ${age} PostgreSQL ${made}; this Amends brings PostgreSQL ${major}. ${advice}. Nothing was changed.`,
    )
  }
  const last = readIfThere(versionFile(place))
  if (isNewer(last, ownVersion())) {
    throw new Refusal(
      'unsupported',
      `The data folder ${place.folder} was last used by Amends ${last}, which is newer than this Amends ${ownVersion()}. Start it with Amends ${last} or newer. Nothing was changed.`,
    )
  }
}

/** Notes that this version has used the folder; called once the server runs. */
export function noteVersion(place: DataFolder): void {
  if (readIfThere(versionFile(place)) !== ownVersion()) writeFileSync(versionFile(place), `${ownVersion()}\n`)
}

/** Owner and mode of a file or folder that the server's user must have to itself. */
export function giveTo(user: ServerUser | undefined, path: string, mode: number): void {
  if (user) chownSync(path, user.uid, user.gid)
  chmodSync(path, mode)
}

const versionFile = (place: DataFolder) => join(place.folder, 'amends-version')

function ownVersion(): string {
  const file = new URL('../../../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

function isNewer(one: string, other: string): boolean {
  const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)
  const [ours, theirs] = [numbers(other), numbers(one)]
  const at = theirs.findIndex((number, index) => number !== ours[index])
  return at >= 0 && (theirs[at] ?? 0) > (ours[at] ?? 0)
}

function refuseUnreachable(folder: string): void {
  if (isReachableByOthers(join(folder, '..'))) return
  throw new Refusal(
    'not-allowed',
    `The data folder ${folder} lies in a closed folder that the database's user ${serverUserName} cannot enter. Choose another with --data, such as /var/lib/amends.`,
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

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
