// Every part of the tick that loops over rows looks between its rounds whether the desk stops: SIGTERM does not wait for all that is due.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../src/platform/context/house.ts'
import { tickParts } from '../../src/wiring.ts'
import { openCaseDesk } from '../setup/taken-case.ts'

const { home, jonas, taken } = await openCaseDesk()
afterAll(() => home.close())

beforeAll(async () => {
  for (let n = 0; n < 3; n++) await taken()
  // Something for each part: promises past due, cases to look at, an owner who left, notices that wait.
  home.clock.moveMinutes(60 * 24 * 30)
  await home.house.ownerPool.query('update cases set look_again_at = received_at')
  await home.house.ownerPool.query('update staff set disabled_at = joined_at where staff_id = $1', [jonas])
})

/** How many transactions a part begins. */
async function transactionsOf(part: (typeof tickParts)[number], stopping: AbortSignal): Promise<number> {
  let begun = 0
  const house: House = new Proxy(home.house, {
    get: (of, name: keyof House) => {
      if (name === 'pool') begun += 1
      return of[name]
    },
  })
  await part.run(house, home.organizationId, stopping)
  return begun
}

const stopped = AbortSignal.abort()
test.each(tickParts)('$name begins little once the desk stops', async (part) => {
  expect(await transactionsOf(part, stopped)).toBeLessThanOrEqual(1)
})

test('what was left is done by the next tick', async () => {
  const open = async () =>
    (await home.house.ownerPool.query<{ n: number }>(`select count(*)::int as n from promise where status = 'open'`))
      .rows[0]?.n
  expect(await open()).toBeGreaterThan(0)
  for (const part of tickParts) await part.run(home.house, home.organizationId, new AbortController().signal)
  expect(await open()).toBe(0)
})
