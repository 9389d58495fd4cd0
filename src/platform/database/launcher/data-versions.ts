// Whether this Amends, with the PostgreSQL it brings, may touch a data folder. A newer folder is refused before anything is changed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../shared/errors.ts'
import type { DataFolder } from './data-folder.ts'

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

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
