// What a desk with all its cases holds in memory while nobody uses it.
import { setTimeout as sleep } from 'node:timers/promises'
import { heldMemory } from '../desk/memory.ts'
import type { Figure, Measurement } from '../figure.ts'
import { openPages, casePage, deskPage } from '../load/open-pages.ts'
import type { Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'

const idle: Figure = {
  ...{ name: 'idle_pss_mb', unit: 'MB', target: 300, want: 'at most' },
  about:
    'sum of Pss of the desk and all its PostgreSQL processes, after a start, ten opened desks and cases, and 30 s of rest',
}
const restMs = 30_000

export const idleMemory: Measurement<Stage> = {
  figures: [idle],
  measure: async (stage) => {
    await stage.stopDesk()
    const desk = await stage.desk()
    await untilDrained(desk.inside)
    const [case1] = await desk.inside.someCases(1)
    const pages = [deskPage, casePage(case1?.caseId ?? '')]
    await openPages({
      port: desk.process.port,
      people: await desk.people(1),
      pageOf: (turn) => pages[turn % 2] ?? deskPage,
      samples: 20,
      warmUp: 0,
    })
    await sleep(stage.options.isSmall ? 5000 : restMs)
    const held = heldMemory(desk.process.pid)
    stage.options.say(`${String(held.processes)} processes`)
    return [{ figure: idle.name, value: held.megabytes, n: 1 }]
  },
}
