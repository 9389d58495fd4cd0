// Looks after jobs that would wait too long: what a crashed process had in hand (the queue alone would leave it there for four hours)
// is free within seconds, and what failed in passing is tried again.
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { House } from '../context/house.ts'
import { type Loop, startLoop } from './loop.ts'
import { passingMark } from './passing-failure.ts'
import { deadWorkers, freeJobsOf, giveBackFailed, holdLife } from './worker-life.sql.ts'

const lookEveryMs = 5000
// A worker takes its first job a moment before it can say that it lives.
const sureAfterMs = 1000

/** Says that the worker `name()` lives, and looks after the jobs of those that do not. */
export function liveAs(house: House, name: () => string): Loop {
  let held: { readonly client: PoolClient; readonly worker: string } | null = null
  const letGo = (): void => {
    held?.client.release(true) // ends the connection, and the lock with it
    held = null
  }
  const hold = async (worker: string): Promise<PoolClient> => {
    if (held?.worker === worker) return held.client
    letGo()
    const client = await house.ownerPool.connect()
    held = { client, worker }
    await holdLife(client, worker)
    return client
  }
  const loop = startLoop(house, 'queue', lookEveryMs, async () => {
    try {
      const worker = name()
      const client = await hold(worker)
      await giveBackFailed(client, passingMark)
      if ((await deadWorkers(client, worker)).length === 0) return 0
      await sleep(sureAfterMs)
      const dead = await deadWorkers(client, worker)
      if (dead.length > 0) await freeJobsOf(client, dead)
      return 0
    } catch (error) {
      letGo()
      throw error
    }
  })
  return {
    wake: loop.wake,
    stop: async () => {
      await loop.stop()
      letGo()
    },
  }
}
