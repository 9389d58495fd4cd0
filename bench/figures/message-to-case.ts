// From sending a complaint to its opened case with acknowledgement, seen from outside: the case is in the database.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, type Measurement, percentile } from '../figure.ts'
import { makeComplaints } from '../load/complaints.ts'
import { sendSteadily } from '../load/send-complaints.ts'
import type { Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'
import { perSecond } from './pages.ts'

const toCase: Figure = {
  ...{ name: 'message_to_case_p95_ms', unit: 'ms', target: 500, want: 'at most' },
  about:
    'from sending a complaint to its opened case with the acknowledgement queued, at 50 complaints a second (looked at every 10 ms)',
}
const seconds = 25
const warmUp = 250
const patienceMs = 120_000
const overtaking = 16

export const messageToCase: Measurement<Stage> = {
  figures: [toCase],
  measure: async (stage) => {
    const desk = await stage.desk()
    await untilDrained(desk.inside)
    const load = sendSteadily({ port: desk.process.port, key: desk.key }, makeComplaints(stage.name('case')), perSecond)
    const began = performance.now()
    let last = await desk.inside.lastCaseNumber()
    const openAt = new Map<string, number>()
    let isSending = true
    while (isSending || openAt.size < load.sentAt.size) {
      if (isSending && performance.now() - began > seconds * 1000) {
        await load.stop()
        isSending = false
      }
      // A case may be there a moment before one with a lower number.
      const opened = await desk.inside.openedAfter(last - overtaking)
      const at = performance.now()
      for (const { number, externalId, isAcknowledged } of opened) {
        if (!isAcknowledged) throw new Error(`the case of ${externalId} has no acknowledgement`)
        if (load.sentAt.has(externalId) && !openAt.has(externalId)) openAt.set(externalId, at)
        last = Math.max(last, number)
      }
      if (at - began > seconds * 1000 + patienceMs)
        throw new Error(`${String(load.sentAt.size - openAt.size)} complaints have no case after two minutes`)
      await sleep(10)
    }
    const taken = [...load.sentAt]
      .slice(warmUp)
      .map(([externalId, sentAt]) => (openAt.get(externalId) ?? Infinity) - sentAt)
    return [{ figure: toCase.name, value: percentile(taken, 0.95), n: taken.length }]
  },
}
