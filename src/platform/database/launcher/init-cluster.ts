// Makes a new cluster aside and renames it into place: a crash in the middle leaves nothing that looks finished.
import { execFile } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { OutsideFailure } from '../../../shared/errors.ts'
import type { Binaries } from './binaries.ts'
import { superuser } from './connection.ts'
import { giveTo, type DataFolder } from './data-folder.ts'
import { processesIn, signal, waitUntil } from './processes.ts'
import type { ServerUser } from './server-user.ts'
import { serverEnvironment } from './spawn-server.ts'

export const hasCluster = (place: DataFolder): boolean => existsSync(join(place.cluster, 'PG_VERSION'))

/** @throws OutsideFailure with initdb's own words. */
export async function initCluster(
  place: DataFolder,
  binaries: Binaries,
  user: ServerUser | undefined,
  password: string,
): Promise<void> {
  const aside = `${place.cluster}.new`
  await clearHalfFinished(aside)
  mkdirSync(aside, { mode: 0o700 })
  giveTo(user, aside, 0o700)
  const passwordFile = join(place.run, 'first-password') // the server's user cannot read ours
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(user, passwordFile, 0o600)
  const how = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--data-checksums', '--no-instructions']
  const words = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8']
  try {
    await promisify(execFile)(binaries.initdb, ['-D', aside, '-U', superuser, ...how, ...words], {
      ...user,
      env: serverEnvironment,
      cwd: aside,
    })
  } catch (cause) {
    rmSync(aside, { recursive: true, force: true })
    const reason = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim().slice(-500) : String(cause)
    throw new OutsideFailure('postgres', `The database could not be set up in ${place.folder}: ${reason}`, true, cause)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(aside, place.cluster)
  syncFolder(place.folder)
}

/** What a killed desk left: its initdb may even still be writing. There is nothing of value in it. */
async function clearHalfFinished(aside: string): Promise<void> {
  const writers = () => processesIn(aside, ['initdb', 'postgres'])
  for (const pid of writers()) signal(pid, 'SIGKILL')
  await waitUntil(() => writers().length === 0, 10)
  rmSync(aside, { recursive: true, force: true })
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
