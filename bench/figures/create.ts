// How long one program waits for the answer to one complaint, while the desk does what follows from those before.
import { setTimeout as sleep } from 'node:timers/promises'
import { makeClient } from '../desk/keep-alive-client.ts'
import { withCost } from '../desk/cpu-cost.ts'
import { type Figure, type Measurement, percentile } from '../figure.ts'
import { makeComplaints } from '../load/complaints.ts'
import { sendOne } from '../load/send-complaints.ts'
import type { Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'

const create: Figure = {
  ...{ name: 'api_create_p50_ms', unit: 'ms', target: 5, want: 'at most' },
  about: 'POST /api/v1/complaints; one program, a complaint every 50 ms, each committed before it is answered (median)',
}
const warmUp = 50
const samples = 500
const apartMs = 50

export const createOne: Measurement<Stage> = {
  figures: [create],
  measure: async (stage) => {
    const desk = await stage.desk()
    await untilDrained(desk.inside)
    const next = makeComplaints(stage.name('create'))
    const client = makeClient(desk.process.port)
    const taken: number[] = []
    const way = { port: desk.process.port, key: desk.key }
    await withCost(desk.process.pid, stage.options.say, 'complaint, read and opened', async () => {
      for (let turn = 0; turn < warmUp + samples; turn++) {
        const took = await sendOne(client, way, next())
        if (turn >= warmUp) taken.push(took)
        await sleep(Math.max(0, apartMs - took))
      }
      await untilDrained(desk.inside)
      return { result: null, count: warmUp + samples }
    })
    client.close()
    return [{ figure: create.name, value: percentile(taken, 0.5), n: taken.length }]
  },
}
