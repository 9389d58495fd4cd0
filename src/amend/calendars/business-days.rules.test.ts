// Business days by example, and that nobody who tells us later is answered earlier.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpenMinute, localMinute } from '../../../tests/oracles/minute-walk.ts'
import { addBusinessDays } from './business-days.rules.ts'
import { calendars, instants, week } from '../../../tests/oracles/calendars.ts'
import type { Calendar } from './calendar.rules.ts'
import { officeHours } from './weekly-hours.rules.ts'

const office: Calendar = { timeZone: 'UTC', weekly: officeHours, holidays: ['2025-06-09'] }
const due = (calendar: Calendar, start: string, days: number) => addBusinessDays(calendar, new Date(start), days)

describe('a business day', () => {
  // 2025-06-03 is a Tuesday, 2025-06-09 (Monday) a holiday.
  test.each([
    ['told on Tuesday at 15:00, it is over on Wednesday at 15:00', '2025-06-03T15:00Z', 1, '2025-06-04T15:00Z'],
    ['told before opening, it counts from opening', '2025-06-03T06:00Z', 1, '2025-06-04T09:00Z'],
    ['told after closing, it counts from the next opening', '2025-06-03T20:00Z', 1, '2025-06-05T09:00Z'],
    ['told at closing time, it counts from the next opening', '2025-06-03T17:00Z', 1, '2025-06-05T09:00Z'],
    ['over a weekend and a holiday', '2025-06-06T15:00Z', 1, '2025-06-10T15:00Z'],
    ['ten of them, one a holiday', '2025-06-03T15:00Z', 10, '2025-06-18T15:00Z'],
    ['none: at once, when open', '2025-06-03T15:00Z', 0, '2025-06-03T15:00Z'],
    ['none: at opening, when closed', '2025-06-07T15:00Z', 0, '2025-06-10T09:00Z'],
  ])('%s', (_, start, days, expected) => {
    expect(due(office, start, days)).toEqual(new Date(expected))
  })

  test('ends at closing time where the due day is short, and at opening where it opens later', () => {
    const uneven: Calendar = { timeZone: 'UTC', weekly: { 1: [[480, 1020]], 2: [[540, 720], [780, 840]] }, holidays: [] } // prettier-ignore
    expect(due(uneven, '2025-06-03T15:00Z', 1)).toEqual(new Date('2025-06-04T14:00Z'))
    expect(due(uneven, '2025-06-03T12:30Z', 1)).toEqual(new Date('2025-06-04T12:00Z'))
    expect(due(uneven, '2025-06-03T08:15Z', 1)).toEqual(new Date('2025-06-04T09:00Z'))
  })

  test('keeps the time of day over a change of clocks', () => {
    expect(due({ ...office, timeZone: 'Europe/Berlin' }, '2025-03-28T14:00Z', 1)).toEqual(new Date('2025-03-31T13:00Z'))
  })

  test('is due when the clocks skip its time of day, and the first time where it comes twice', () => {
    const nights: Calendar = { timeZone: 'Europe/Berlin', weekly: week([[0, 300]]), holidays: [] }
    expect(due(nights, '2025-03-29T01:30Z', 1)).toEqual(new Date('2025-03-30T01:00Z'))
    expect(due(nights, '2025-10-25T00:30Z', 1)).toEqual(new Date('2025-10-26T00:30Z'))
    // Told in the second 02:30: the clock had reached 03:00 before.
    expect(due(nights, '2025-10-26T01:30Z', 1)).toEqual(new Date('2025-10-27T02:00Z'))
  })

  test('of who tells us in an hour that comes twice over midnight is not shorter than that of who told us before', () => {
    // 2018-02-18 in São Paulo: Saturday 24:00 became Saturday 23:00. Monday opens for the first minute only.
    const late: Calendar = { timeZone: 'America/Sao_Paulo', weekly: { 0: [[0, 1]], 5: [[120, 1440]] }, holidays: [] }
    expect(due(late, '2018-02-18T01:59Z', 1)).toEqual(new Date('2018-02-19T03:01Z'))
    expect(due(late, '2018-02-18T02:00Z', 1)).toEqual(new Date('2018-02-19T03:01Z'))
    // 2010-11-07 in St John's: Sunday 00:01 became Saturday 23:01.
    const always: Calendar = { timeZone: 'America/St_Johns', weekly: week([[0, 1440]]), holidays: [] }
    expect(due(always, '2010-11-07T02:30:30Z', 1)).toEqual(new Date('2010-11-08T03:30:30Z'))
    expect(due(always, '2010-11-07T03:00Z', 1)).toEqual(new Date('2010-11-08T03:31Z'))
  })

  test('does not count a date that a zone skipped', () => {
    const apia: Calendar = { timeZone: 'Pacific/Apia', weekly: week([[540, 1020]]), holidays: [] }
    expect(due(apia, '2011-12-29T20:00Z', 1)).toEqual(new Date('2011-12-30T20:00Z')) // 29 December 10:00 → 31 December 10:00
  })

  test('is a whole number, and needs a calendar that opens', () => {
    for (const days of [-1, 0.5, NaN, Infinity])
      expect(() => due(office, '2025-06-03T15:00Z', days)).toThrow('whole number')
    expect(() => due({ ...office, weekly: {} }, '2025-06-03T15:00Z', 1)).toThrow('too few open hours')
    expect(() => due(office, '2025-06-03T15:00Z', 1e9)).toThrow('too few open hours')
  })
})

describe('business days of any calendar', () => {
  test('never end earlier for who tells us later, or is promised more', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(5), fc.nat(2000), (calendar, start, days, delay) => {
        const first = addBusinessDays(calendar, start, days).getTime()
        expect(first).toBeGreaterThanOrEqual(start.getTime())
        expect(
          addBusinessDays(calendar, new Date(start.getTime() + delay * 60_000), days).getTime(),
        ).toBeGreaterThanOrEqual(first)
        expect(addBusinessDays(calendar, start, days + 1).getTime()).toBeGreaterThan(first)
      }),
      { numRuns: 500 },
    )
  })

  test('are as many dates with an open minute as were promised', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 3 }), (calendar, start, days) => {
        const opening = addBusinessDays(calendar, start, 0).getTime()
        const end = addBusinessDays(calendar, start, days).getTime()
        if (end - opening > 8 * 86_400_000) return
        const dates = new Set<string>()
        // Due at closing time is still that date; due at opening is that date already.
        for (let at = opening; at <= end; at += 60_000) {
          const last = at === end && !isOpenMinute(calendar, at) ? at - 60_000 : at
          if (isOpenMinute(calendar, last)) dates.add(localMinute(calendar.timeZone, last).date)
        }
        expect(dates.size).toBe(days + 1)
      }),
      { numRuns: 60 },
    )
  })
})
