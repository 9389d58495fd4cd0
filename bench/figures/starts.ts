// How long a start takes: cold into an empty folder (the database is made and migrated), warm into one that was used; the pages are built already.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDeskProcess } from '../desk/start-desk.ts'
import { type Figure, type Measurement, percentile } from '../figure.ts'
import type { Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'

const cold: Figure = {
  ...{ name: 'cold_start_s', unit: 's', target: 5, want: 'at most' },
  about:
    'from `start` in an empty data folder to ready, making and migrating the database; pages built before (median)',
}
const warm: Figure = {
  ...{ name: 'warm_start_s', unit: 's', target: 1, want: 'at most' },
  about: 'from `start` on the filled data folder, cleanly stopped before, to ready (median)',
}
const tries = 5

export const coldStart: Measurement<Stage> = {
  figures: [cold],
  measure: async () => {
    await startOnce() // builds the pages where they are missing or old
    const taken: number[] = []
    while (taken.length < tries) taken.push(await startOnce())
    return [{ figure: cold.name, value: percentile(taken, 0.5), n: taken.length }]
  },
}

/** In a new folder, which goes again. Answers in how many seconds. */
async function startOnce(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'))
  try {
    const desk = await startDeskProcess(folder)
    await desk.stop()
    return desk.startedIn
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const warmStart: Measurement<Stage> = {
  figures: [warm],
  measure: async (stage) => {
    const desk = await stage.desk() // founds and fills the folder, where it is not yet
    await untilDrained(desk.inside)
    await stage.stopDesk()
    const taken: number[] = []
    for (let turn = 0; turn < tries; turn++) {
      const desk = await startDeskProcess(stage.folder)
      taken.push(desk.startedIn)
      await desk.stop()
    }
    return [{ figure: warm.name, value: percentile(taken, 0.5), n: taken.length }]
  },
}
