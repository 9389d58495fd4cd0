// The system user that runs PostgreSQL when the desk runs as root: PostgreSQL refuses to be root itself. Made when absent.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { OutsideFailure } from '../../../shared/errors.ts'

export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

export const serverUserName = 'amends-db'

export const isRoot = (): boolean => process.getuid?.() === 0

/** The user for the server, or undefined when an ordinary user starts the desk and the server simply runs as that user. */
export function serverUser(): ServerUser | undefined {
  if (!isRoot()) return undefined
  const known = lookUp()
  if (known) return known
  const failure = makeUser()
  const made = lookUp() // asked even after a failure: another desk may have made the user at the same moment
  if (made) return made
  throw new OutsideFailure(
    'postgres',
    `PostgreSQL cannot run as root, and the system user ${serverUserName} could not be made (${failure}). Make it by hand, or start the desk as an ordinary user.`,
    false,
  )
}

/** Whether a user who is neither owner nor in the group gets to this path: every folder above lets others through. */
export function isReachableByOthers(path: string): boolean {
  const here = resolve(path)
  if (existsSync(here) && (statSync(here).mode & 0o001) === 0) return false
  return dirname(here) === here || isReachableByOthers(dirname(here))
}

function makeUser(): string {
  const how = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  try {
    execFileSync('useradd', [...how, '--shell', '/usr/sbin/nologin', serverUserName], { stdio: 'pipe' })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function lookUp(): ServerUser | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${serverUserName}:`))?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}
