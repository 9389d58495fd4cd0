// The tick: stopping it waits for the round in hand, however many would follow, and begins no other part.
import { afterAll, expect, test, vi } from 'vitest'
import { openTestHouse } from '../../../tests/setup/house.ts'
import type { TickPart } from './job.ts'
import { startTicking, tick } from './tick.ts'

const home = await openTestHouse()
afterAll(() => home.close())

test('stop ends a part between its rounds, and the parts behind it do not begin', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const begun = Promise.withResolvers<undefined>()
  const goOn = Promise.withResolvers<undefined>()
  let rounds = 0
  let others = 0
  const endless: TickPart = {
    name: 'many rows',
    run: async (_house, _organizationId, stopping) => {
      while (!stopping?.aborted && rounds < 1000) {
        rounds += 1
        begun.resolve(undefined)
        await goOn.promise
      }
    },
  }
  const other: TickPart = { name: 'next', run: () => Promise.resolve(void (others += 1)) }
  const ticking = startTicking(home.house, [endless, other])
  vi.advanceTimersByTime(1000)
  vi.useRealTimers()
  await begun.promise
  const stopped = ticking.stop()
  goOn.resolve(undefined)
  await stopped
  expect([rounds, others]).toEqual([1, 0])
})

test('a part that fails is logged and keeps no other back', async () => {
  let others = 0
  const parts: readonly TickPart[] = [
    { name: 'broken', run: () => Promise.reject(new Error('no')) },
    { name: 'next', run: () => Promise.resolve(void (others += 1)) },
  ]
  await tick(home.house, parts)
  expect(others).toBe(1)
})
