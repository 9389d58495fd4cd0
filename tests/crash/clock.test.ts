// A clock that jumps, by an hour, back again and to 2038: no promise breaks twice, no time is negative, and what was stored is worked.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handClock } from '../../src/shared/clock.ts'
import { startDesk, type RunningDesk } from '../setup/desk.ts'
import { ask } from './launcher-stage.ts'
import * as act from './desk-stage.ts'

const noon = new Date('2026-11-17T11:00:00Z')
const clock = handClock(noon)
let desk: RunningDesk
let who: act.Founded

beforeAll(async () => {
  desk = await startDesk({ clock })
  who = await act.found(desk.url)
})
afterAll(() => desk.stop())

/** A complaint that is heard and worked at the clock's time. */
async function complain(text: string): Promise<void> {
  expect((await act.complain(desk.url, who, text)).status).toBe(202)
  await act.until(() => act.isWorkedOff(desk.databaseUrl), 60, `"${text}" is a case`)
}

const one = async (statement: string): Promise<unknown> =>
  Object.values((await ask(desk.databaseUrl, statement))[0] ?? {})[0]

/** Every promise that ever broke with its times, and how often somebody was told of one. */
const broken = async () => [
  await ask(
    desk.databaseUrl,
    'select promise_id, status, broken_at, settled_at from promise where broken_at is not null order by promise_id',
  ),
  await one(`select count(*)::int from live_event where kind = 'promise.broken'`),
]

/** Nothing happens twice, no time is negative, and the desk is served. */
async function expectOrder(): Promise<void> {
  const before = await broken()
  await desk.tick()
  expect(await broken()).toEqual(before) // the same minute asked again breaks nothing again
  expect(
    await one(
      `select count(*)::int from promise where due_at < made_at or broken_at < made_at or settled_at < made_at`,
    ),
  ).toBe(0)
  expect(await one(`select count(*)::int from promise where status = 'broken' and broken_at is null`)).toBe(0)
  expect(await act.isReady(desk.url)).toBe(true)
}

// Each test counts what those before left in the desk, so none is tried again.
describe('a clock that jumps', { retry: 0 }, () => {
  test('an hour forward and back, again and again: each promise breaks once at most, and new complaints are worked', async () => {
    await complain('Before any jump.')
    for (let round = 0; round < 4; round++) {
      clock.moveMinutes(60)
      await desk.tick()
      await complain(`An hour later, round ${String(round)}.`)
      clock.moveMinutes(-60)
      await desk.tick()
      await desk.tick()
      await complain(`An hour back, round ${String(round)}.`)
      await expectOrder()
    }
    expect(await one('select count(*)::int from cases')).toBe(9)
  })

  test('a fortnight forward breaks what is due, once; back again mends nothing and breaks nothing more', async () => {
    clock.moveMinutes(14 * 24 * 60)
    await Promise.all([desk.tick(), desk.tick()])
    await expectOrder()
    const before = await broken()
    expect(before[0]).toHaveLength(18)
    clock.moveTo(noon)
    await desk.tick()
    await expectOrder()
    clock.moveMinutes(14 * 24 * 60)
    await desk.tick()
    expect(await broken()).toEqual(before)
    clock.moveTo(noon)
  })

  test('20 January 2038, a leap day and both changes of clocks: due after made, and the desk is served', async () => {
    for (const at of [
      '2028-02-29T22:30:00Z',
      '2027-03-28T00:59:59Z',
      '2027-10-31T00:59:59Z',
      '2038-01-19T03:14:08Z',
      '2038-01-20T09:00:00Z',
    ]) {
      clock.moveTo(new Date(at))
      const signedIn = await fetch(
        `${desk.url}/api/sign-in`,
        act.json({ email: act.firstRun.email, password: act.firstRun.password }),
      )
      expect([at, signedIn.status]).toEqual([at, 200])
      await desk.tick()
      await complain(`At ${at}.`)
      await expectOrder()
      const due = await one(`select min(due_at) from promise where made_at = '${at}'`)
      expect((due as Date).getTime()).toBeGreaterThan(new Date(at).getTime())
    }
  })
})
