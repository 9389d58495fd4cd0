// Starts one PostgreSQL process, bound to this process's life where the machine can do that.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs'
import { OutsideFailure } from '../../../shared/errors.ts'
import type { Binaries } from './binaries.ts'
import { codeOf } from './processes.ts'
import type { ServerUser } from './server-user.ts'

/** The server sees nothing of our environment: a PGDATA or PGPORT of the person's shell must not reach it. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }

const setpriv = '/usr/bin/setpriv'

/** Whether a killed desk can take its server along (Linux with util-linux). */
export const canBindToParent = (): boolean => process.platform === 'linux' && existsSync(setpriv)

/** Call from the main thread: the kernel binds the server to the thread that starts it. */
export function spawnServer(
  binaries: Binaries,
  serverArguments: readonly string[],
  options: {
    readonly user: ServerUser | undefined
    readonly cluster: string
    readonly log: string
    readonly bindToParent: boolean
  },
): ChildProcess {
  const output = openLog(options.log)
  // detached: Ctrl+C in a terminal goes to the desk, which stops the server in order
  const how = {
    env: serverEnvironment,
    cwd: options.cluster,
    detached: true,
    stdio: ['ignore', output, output] as const,
  }
  try {
    if (!options.bindToParent)
      return spawn(binaries.postgres, serverArguments, { ...how, stdio: [...how.stdio], ...options.user })
    const { user } = options
    const identity = user ? [`--reuid=${String(user.uid)}`, `--regid=${String(user.gid)}`, '--clear-groups'] : []
    const command = [...identity, '--pdeathsig=INT', binaries.postgres, ...serverArguments]
    return spawn(setpriv, command, { ...how, stdio: [...how.stdio] })
  } finally {
    closeSync(output)
  }
}

/** A file, not a pipe: a server whose desk is gone must not write into a closed pipe. Above 10 MB the old one moves aside. */
function openLog(file: string): number {
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(file, `${file}.1`)
    return openSync(file, 'a', 0o600)
  } catch (cause) {
    throw new OutsideFailure(
      'postgres',
      `The log ${file} cannot be written (${codeOf(cause) ?? 'unknown'}).`,
      true,
      cause,
    )
  }
}
