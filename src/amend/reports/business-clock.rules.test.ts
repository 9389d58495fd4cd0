// The clock that only runs in business hours shows what the calendar counts, between any two instants, over changes of clocks too.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessMinutesBetween } from '../calendars/calendar.rules.ts'
import { officeHours } from '../calendars/weekly-hours.rules.ts'
import { type BusinessClock, businessClock } from './business-clock.rules.ts'

const calendar = {
  timeZone: 'Europe/Berlin',
  weekly: { ...officeHours, 6: [[0, 1440]] as const },
  holidays: ['2026-10-26'],
}
const from = new Date('2026-03-20T00:00:00Z')
const until = new Date('2026-11-17T11:00:00Z')
const clock = businessClock(calendar, from, until)

/** As the database reads it. */
function shownAt({ begins, lasts, shows }: BusinessClock, at: Date): number {
  const seconds = at.getTime() / 1000
  const opening = begins.filter((begin) => begin <= seconds).length - 1
  if (opening < 0) return 0
  return (shows[opening] ?? 0) + Math.min(seconds - (begins[opening] ?? 0), lasts[opening] ?? 0)
}

test('between any two instants it goes on by the business time between them', () => {
  const instant = fc.date({ min: from, max: until, noInvalidDate: true })
  const isSo = (one: Date, other: Date) => {
    const [start, end] = one < other ? [one, other] : [other, one]
    expect((shownAt(clock, end) - shownAt(clock, start)) / 60).toBeCloseTo(
      businessMinutesBetween(calendar, start, end),
      6,
    )
  }
  fc.assert(fc.property(instant, instant, isSo), { numRuns: 1000, seed: 20261117 })
})

test('a Sunday on which the clocks go back has 25 hours of it', () => {
  const hours = shownAt(clock, new Date('2026-10-25T23:00:00Z')) - shownAt(clock, new Date('2026-10-24T22:00:00Z'))
  expect(hours / 3600).toBe(25)
})
