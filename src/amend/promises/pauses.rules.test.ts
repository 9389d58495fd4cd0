// Pauses: how waiting for the customer moves a due time, and what it can never do.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendars, instants } from '../../../tests/oracles/calendars.ts'
import { isOpenMinute } from '../../../tests/oracles/minute-walk.ts'
import { openPromise, pausesAround, pausingKind } from '../../../tests/oracles/promises.ts'
import { addBusinessDays } from '../calendars/business-days.rules.ts'
import { addBusinessMinutes, businessMinutesBetween } from '../calendars/calendar.rules.ts'
import { officeHours } from '../calendars/weekly-hours.rules.ts'
import { dueWithPauses, latestDue } from './pauses.rules.ts'
import type { Pause } from './pauses.rules.ts'
import { settle } from './promise.rules.ts'

const office = { timeZone: 'UTC', weekly: officeHours, holidays: [] }
const cap = { pauseCapBusinessDays: 3 }
// Told on Tuesday 3 June at 10:00, due on Thursday at 10:00.
const promise = openPromise('final-answer', new Date('2025-06-03T10:00Z'), new Date('2025-06-05T10:00Z'))
const pause = (from: string, until: string | null): Pause => ({
  from: new Date(`2025-06-${from}Z`),
  until: until === null ? null : new Date(`2025-06-${until}Z`),
  reason: 'Which order is it?',
})
const due = (...pauses: Pause[]) => dueWithPauses(office, promise, pauses, cap).toISOString().slice(8, 16)

describe('a due time', () => {
  test('moves on by the business minutes we waited', () => {
    expect(due()).toBe('05T10:00')
    expect(due(pause('03T11:00', '03T13:30'))).toBe('05T12:30')
    expect(due(pause('03T15:00', '04T10:00'))).toBe('05T13:00')
    expect(due(pause('03T17:00', '04T09:00'))).toBe('05T10:00')
  })
  test('counts pauses that overlap, repeat or touch once', () => {
    expect(due(pause('03T12:00', '03T14:00'), pause('03T11:00', '03T13:00'), pause('03T12:00', '03T14:00'))).toBe(
      '05T13:00',
    )
    expect(due(pause('04T14:00', '04T15:00'), pause('04T13:00', '04T14:00'))).toBe('05T12:00')
  })
  test('counts a pause that begins after the first due time, if an earlier pause had moved it', () => {
    expect(due(pause('03T11:00', '03T13:00'), pause('05T11:00', '05T12:00'))).toBe('05T13:00')
  })
  test('is not moved by what came before the promise, or after it fell due, or ended before it began', () => {
    expect(due(pause('01T09:00', '03T10:00'), pause('05T10:00', '06T10:00'), pause('04T12:00', '04T11:00'))).toBe(
      '05T10:00',
    )
    expect(due(pause('01T09:00', '03T11:00'))).toBe('05T11:00')
  })
  test('moves at most to the cap, and there at once while we still wait', () => {
    expect(due(pause('03T11:00', null))).toBe('10T10:00')
    expect(due(pause('03T11:00', '20T11:00'))).toBe('10T10:00')
    expect(due(pause('03T11:00', '09T12:00'))).toBe('10T10:00')
    expect(due(pause('03T11:00', '06T11:00'), pause('06T12:00', '20T11:00'))).toBe('10T10:00')
    expect(due({ ...pause('03T11:00', null), until: new Date('9999-01-01') })).toBe('10T10:00')
  })
  test('of an acknowledgement or a time that was named does not move', () => {
    for (const kind of ['acknowledgement', 'given'] as const) {
      expect(dueWithPauses(office, { ...promise, kind }, [pause('03T11:00', null)], cap)).toEqual(promise.unpausedDueAt)
    }
  })
  test('does not move under a policy that allows no pause', () => {
    expect(dueWithPauses(office, promise, [pause('03T11:00', null)], { pauseCapBusinessDays: 0 })).toEqual(
      promise.unpausedDueAt,
    )
  })
  test('of a settled promise stays', () => {
    expect(dueWithPauses(office, settle(promise, promise.dueAt), [pause('03T11:00', null)], cap)).toEqual(promise.dueAt)
  })
})

describe('for any calendar, promise and ledger of pauses', () => {
  const scene = fc
    .tuple(calendars, instants, fc.integer({ min: 1, max: 3 }), pausingKind, fc.nat(6))
    .chain(([calendar, made, days, kind, allowed]) => {
      const promised = openPromise(kind, made, addBusinessDays(calendar, made, days))
      const policy = { pauseCapBusinessDays: allowed }
      return fc.record({
        calendar: fc.constant(calendar),
        promised: fc.constant(promised),
        policy: fc.constant(policy),
        pauses: pausesAround(made),
      })
    })

  test('the due time is never before the first one, and never after the cap', () => {
    fc.assert(
      fc.property(scene, ({ calendar, promised, policy, pauses }) => {
        const moved = dueWithPauses(calendar, promised, pauses, policy)
        expect(moved >= promised.unpausedDueAt && moved <= latestDue(calendar, promised, policy)).toBe(true)
      }),
    )
  })

  test('the order of pauses does not matter, nor does hearing of one twice', () => {
    const shuffled = scene.chain((all) =>
      fc.record({
        all: fc.constant(all),
        again: fc.shuffledSubarray([...all.pauses, ...all.pauses], { minLength: all.pauses.length * 2 }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ all: { calendar, promised, policy, pauses }, again }) => {
        expect(dueWithPauses(calendar, promised, again, policy)).toEqual(
          dueWithPauses(calendar, promised, pauses, policy),
        )
      }),
    )
  })

  test('one pause more never makes it earlier', () => {
    fc.assert(
      fc.property(scene, ({ calendar, promised, policy, pauses }) => {
        expect(
          dueWithPauses(calendar, promised, pauses, policy) >=
            dueWithPauses(calendar, promised, pauses.slice(1), policy),
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a new version of the policy keeps every pause: a longer cap never makes it earlier, and beyond the cap nothing is lost', () => {
    fc.assert(
      fc.property(scene, fc.nat(5), ({ calendar, promised, policy, pauses }, more) => {
        const now = dueWithPauses(calendar, promised, pauses, policy)
        const wider = dueWithPauses(calendar, promised, pauses, {
          pauseCapBusinessDays: policy.pauseCapBusinessDays + more,
        })
        expect(wider >= now).toBe(true)
        if (now < latestDue(calendar, promised, policy)) expect(wider).toEqual(now)
      }),
    )
  })

  test('below the cap it is the minute at which the clock, run only outside pauses, has run as long as was promised', () => {
    fc.assert(
      fc.property(scene, ({ calendar, promised, pauses }) => {
        const policy = { pauseCapBusinessDays: 30 }
        const moved = dueWithPauses(calendar, promised, pauses, policy)
        fc.pre(
          moved.getTime() - promised.madeAt.getTime() < 8 * 86_400_000 && moved < latestDue(calendar, promised, policy),
        )
        const waits = (at: number) =>
          pauses.some(({ from, until }) => from.getTime() <= at && (until === null || at < until.getTime()))
        const promisedMinutes = businessMinutesBetween(calendar, promised.madeAt, promised.unpausedDueAt)
        let ran = 0
        for (let at = promised.madeAt.getTime(); at < moved.getTime(); at += 60_000) {
          if (isOpenMinute(calendar, at) && !waits(at)) ran++
        }
        expect(ran).toBe(promisedMinutes)
        expect(moved >= addBusinessMinutes(calendar, promised.madeAt, promisedMinutes)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
