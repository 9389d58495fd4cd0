// Folders of a test run. They carry the number of the run's process, so that what a killed run left is known, and swept by the next.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exists } from '../../src/platform/database/launcher/processes.ts'

const variable = 'AMENDS_TEST_RUN'

/** Once a run, before its workers start: they inherit the mark. */
export function markTestRun(): void {
  process.env[variable] = String(process.pid)
}

/** A new folder in the system's folder for such things. Remove it when done; the run's end removes what was forgotten.
 * Its name is short because a socket's path, which lies in it, may be no longer than some hundred bytes. */
export const makeTestFolder = (): string =>
  mkdtempSync(join(tmpdir(), `amends-${process.env[variable] ?? String(process.pid)}-`))

/** Removes the folders of this run, or of runs whose process is gone. */
export function sweepTestFolders(whose: 'ours' | 'gone'): void {
  for (const name of readdirSync(tmpdir())) {
    const run = Number(/^amends-(\d+)-\w{6}$/.exec(name)?.[1] ?? 0)
    if (run === 0 || (whose === 'ours' ? run !== process.pid : exists(run))) continue
    // Another user's folder stays.
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    } catch {
      continue
    }
  }
}
