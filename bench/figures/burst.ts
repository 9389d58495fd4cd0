// What a burst does: how many complaints a second are stored while it lasts, and how fast cases are opened from what it left.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Inside } from '../desk/inside.sql.ts'
import type { Figure, Measurement } from '../figure.ts'
import { makeComplaints } from '../load/complaints.ts'
import { sendBurst } from '../load/send-complaints.ts'
import type { Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'

const stored: Figure = {
  ...{ name: 'http_stored_per_s', unit: '1/s', target: 1000, want: 'at least' },
  about:
    'complaints answered 202 in a burst of 10 s over 24 connections, each committed by itself, while the desk reads what came before',
}
const drained: Figure = {
  ...{ name: 'cases_drained_per_s', unit: '1/s', target: 100, want: 'at least' },
  about: 'cases opened with their acknowledgement queued, in the minute after the burst or until nothing is left',
}
const connections = 24

export const burst: Measurement<Stage> = {
  figures: [stored, drained],
  measure: async (stage) => {
    const desk = await stage.desk()
    await untilDrained(desk.inside)
    const way = { port: desk.process.port, key: desk.key }
    await sendBurst(way, makeComplaints(stage.name('warm')), { connections, seconds: 2 })
    await untilDrained(desk.inside)
    const sent = await sendBurst(way, makeComplaints(stage.name('burst')), {
      connections,
      seconds: stage.options.isSmall ? 2 : 10,
    })
    const opened = await watchOpening(desk.inside, stage.options.isSmall ? 10 : 60)
    await untilDrained(desk.inside)
    return [
      { figure: stored.name, value: sent.stored / sent.seconds, n: sent.stored },
      { figure: drained.name, value: opened.cases / opened.seconds, n: opened.cases },
    ]
  },
}

async function watchOpening(
  inside: Inside,
  mostSeconds: number,
): Promise<{ readonly cases: number; readonly seconds: number }> {
  const first = await inside.lastCaseNumber()
  const began = performance.now()
  const elapsed = (): number => (performance.now() - began) / 1000
  while (elapsed() < mostSeconds && (await inside.backlog()) > 0) await sleep(500)
  const seconds = elapsed()
  const opened = await inside.openedAfter(first)
  return { cases: opened.filter((one) => one.isAcknowledged).length, seconds }
}
