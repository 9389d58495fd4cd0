// What the clock of a promise shows.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendars, instants } from '../../../tests/oracles/calendars.ts'
import { kinds, openPromise, pausesAround, pausingKind } from '../../../tests/oracles/promises.ts'
import { addBusinessDays } from '../calendars/business-days.rules.ts'
import { officeHours } from '../calendars/weekly-hours.rules.ts'
import { dueWithPauses, latestDue } from './pauses.rules.ts'
import type { Pause } from './pauses.rules.ts'
import { quarterLeftAt, remaining } from './promise-clock.rules.ts'
import { release, settle } from './promise.rules.ts'

const office = { timeZone: 'UTC', weekly: officeHours, holidays: [] }
const policy = { pauseCapBusinessDays: 1 }
const at = (text: string) => new Date(`2025-06-${text}Z`)
// Told on Thursday 5 June at 13:00, due on Friday at 13:00: 480 business minutes.
const promise = openPromise('first-answer', at('05T13:00'), at('06T13:00'))
const waiting: Pause = { from: at('05T15:00'), until: null, reason: 'Which order is it?' }
const shown = (now: string, pauses: readonly Pause[] = []) => remaining(office, promise, pauses, policy, at(now))

describe('the clock of a promise', () => {
  test('is calm until a quarter of the business time is left, then due, and late after its due time', () => {
    expect(shown('05T13:00')).toEqual({ state: 'calm', share: 1, minutes: 1440 })
    expect(shown('06T11:00')).toEqual({ state: 'calm', share: 0.25, minutes: 120 })
    expect(shown('06T11:01')).toEqual({ state: 'due', share: 119 / 480, minutes: 119 })
    expect(shown('06T13:00')).toEqual({ state: 'due', share: 0, minutes: 0 })
    expect(shown('06T13:00:59')).toEqual({ state: 'late', share: 0, minutes: 0 })
    expect(shown('06T14:30')).toEqual({ state: 'late', share: 0, minutes: -90 })
  })
  test('stands still while we wait for the customer, and runs again once the cap is used up', () => {
    expect(shown('05T15:00', [waiting])).toEqual({ state: 'paused', share: 0.75, minutes: 1320 })
    expect(shown('06T10:00', [waiting])).toEqual({ state: 'paused', share: 0.75, minutes: 360 })
    expect(shown('09T12:00', [waiting])).toEqual({ state: 'due', share: 60 / 480, minutes: 60 })
    expect(shown('09T13:01', [waiting])).toEqual({ state: 'late', share: 0, minutes: -1 })
  })
  test('runs on after the wait, with the time that was left', () => {
    const answered = { ...waiting, until: at('06T10:00') }
    expect(shown('06T10:00', [answered])).toEqual({ state: 'calm', share: 0.75, minutes: 360 })
  })
  test('a pause that began after the due time mends nothing', () => {
    expect(shown('06T14:00', [{ ...waiting, from: at('06T13:30') }]).state).toBe('late')
  })
  test('of an acknowledgement runs by the wall, through nights and pauses', () => {
    const quick = openPromise('acknowledgement', at('07T03:00'), at('07T03:15'))
    const night = { ...waiting, from: at('07T03:00') }
    expect(remaining(office, quick, [night], policy, at('07T03:05'))).toEqual({
      state: 'calm',
      share: 10 / 15,
      minutes: 10,
    })
    expect(remaining(office, quick, [night], policy, at('07T03:12')).state).toBe('due')
  })
  test('shows what was left when it was kept or released, and counts on when it was broken', () => {
    const later = at('20T09:00')
    expect(remaining(office, settle(promise, at('06T09:00')), [], policy, later)).toEqual({
      state: 'kept',
      share: 0.5,
      minutes: 240,
    })
    expect(remaining(office, release(promise, at('06T09:00')), [], policy, later).state).toBe('kept')
    expect(remaining(office, settle(promise, at('06T13:01')), [], policy, at('06T14:00'))).toEqual({
      state: 'late',
      share: 0,
      minutes: -60,
    })
  })
})

describe('for any calendar, promise and ledger of pauses', () => {
  const scene = fc
    .tuple(calendars, instants, fc.integer({ min: 1, max: 3 }), pausingKind)
    .chain(([calendar, made, days, kind]) =>
      fc.record({
        calendar: fc.constant(calendar),
        open: fc.constant(openPromise(kind, made, addBusinessDays(calendar, made, days))),
        pauses: pausesAround(made),
        now: fc.integer({ min: 0, max: 14 * 1440 }).map((minutes) => new Date(made.getTime() + minutes * 60_000)),
      }),
    )
  const allowed = { pauseCapBusinessDays: 2 }

  test('the share left is 0 to 1, and never grows as time passes', () => {
    fc.assert(
      fc.property(scene, fc.nat(1440), ({ calendar, open, pauses, now }, more) => {
        const first = remaining(calendar, open, pauses, allowed, now)
        const second = remaining(calendar, open, pauses, allowed, new Date(now.getTime() + more * 60_000))
        expect(first.share >= 0 && first.share <= 1).toBe(true)
        expect(second.share).toBeLessThanOrEqual(first.share)
      }),
    )
  })

  test('it is late exactly when settling it now would find it broken', () => {
    fc.assert(
      fc.property(scene, ({ calendar, open, pauses, now }) => {
        const current = { ...open, dueAt: dueWithPauses(calendar, open, pauses, allowed) }
        const isLate = remaining(calendar, open, pauses, allowed, now).state === 'late'
        expect(isLate).toBe(settle(current, now).status === 'broken')
      }),
      { numRuns: 300 },
    )
  })

  test('it is paused only while we wait, before the cap', () => {
    fc.assert(
      fc.property(scene, ({ calendar, open, pauses, now }) => {
        const isWaiting = pauses.some(({ from, until }) => from <= now && (until === null || now < until))
        if (remaining(calendar, open, pauses, allowed, now).state !== 'paused') return
        expect(isWaiting && now < latestDue(calendar, open, allowed)).toBe(true)
      }),
    )
  })
})

describe('when a quarter is left', () => {
  test('is told by the business time of the promise', () => {
    expect(quarterLeftAt(office, promise)).toEqual(at('06T11:00'))
    const byTheWall = openPromise('given', at('05T13:00'), at('05T17:00'))
    expect(quarterLeftAt(office, byTheWall)).toEqual(at('05T16:00'))
  })
  test('is the moment at which the clock turns due, in any calendar and for any pauses that have ended', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 5 }),
        instants.chain((moment) => pausesAround(moment)),
        (calendar, madeAt, kind, days, ledger) => {
          const made = openPromise(kind, madeAt, addBusinessDays(calendar, madeAt, days))
          const ended = ledger.map((pause) => ({ ...pause, until: pause.until ?? pause.from }))
          const kept = { ...made, dueAt: dueWithPauses(calendar, made, ended, policy) }
          const turns = quarterLeftAt(calendar, kept).getTime()
          const stateAt = (ms: number) => remaining(calendar, kept, [], { pauseCapBusinessDays: 0 }, new Date(ms)).state
          // Without the ledger the clock counts to the first due time only: the same where nothing moved it.
          if (kept.dueAt.getTime() === made.dueAt.getTime()) {
            expect(stateAt(turns - 60_000)).toBe('calm')
            expect(['calm', 'due']).toContain(stateAt(turns))
          }
          expect(turns).toBeLessThanOrEqual(kept.dueAt.getTime())
          expect(turns).toBeGreaterThanOrEqual(madeAt.getTime())
        },
      ),
    )
  })
})
