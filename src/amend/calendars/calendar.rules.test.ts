// Business minutes against the minute walk: fixed vectors around clock changes of the past, and random calendars.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { walkMinutes } from '../../../tests/oracles/minute-walk.ts'
import { addBusinessMinutes, businessMinutesBetween, isOpen, nextOpening } from './calendar.rules.ts'
import { calendars, instants, week } from '../../../tests/oracles/calendars.ts'
import { officeHours } from './weekly-hours.rules.ts'
import type { WeeklyHours } from './weekly-hours.rules.ts'

const schedules = {
  office: officeHours,
  always: week([[0, 1440]]),
  night: week([[0, 360], [1320, 1440]]), // prettier-ignore
  lunch: { ...week([[510, 720], [780, 1050]]), 5: [[510, 720]], 6: [] }, // prettier-ignore
  sundayNight: { 6: [[90, 210]] },
} satisfies Record<string, WeeklyHours>

type Vector = [
  zone: string,
  schedule: keyof typeof schedules,
  start: string,
  minutes: number,
  due: string,
  holidays?: readonly string[],
]

// prettier-ignore
const vectors: readonly Vector[] = [
  ['Europe/Berlin', 'sundayNight', '2025-03-29T20:00Z', 90, '2025-04-06T00:00Z'],
  ['Europe/Berlin', 'sundayNight', '2025-10-25T20:00Z', 150, '2025-10-26T02:00Z'],
  ['Europe/Berlin', 'night', '2025-03-29T22:30Z', 300, '2025-03-30T03:30Z'],
  ['Europe/Berlin', 'night', '2025-10-25T22:30Z', 300, '2025-10-26T03:30Z'],
  ['Europe/London', 'always', '2025-10-25T12:00Z', 1440, '2025-10-26T12:00Z'],
  ['Europe/Dublin', 'night', '2025-03-29T23:30Z', 120, '2025-03-30T01:30Z'],
  ['America/New_York', 'night', '2024-11-03T04:30Z', 120, '2024-11-03T06:30Z'],
  ['America/New_York', 'sundayNight', '2024-03-10T00:00Z', 61, '2024-03-17T05:31Z'],
  ['America/St_Johns', 'night', '2010-11-07T02:00Z', 90, '2010-11-07T03:30Z'],
  ['America/St_Johns', 'always', '2011-03-13T03:00Z', 45, '2011-03-13T03:45Z'],
  ['America/Sao_Paulo', 'night', '2018-11-04T01:30Z', 200, '2018-11-04T04:50Z'],
  ['America/Sao_Paulo', 'night', '2019-02-17T00:30Z', 200, '2019-02-17T03:50Z'],
  ['America/Havana', 'night', '2024-11-03T03:30Z', 180, '2024-11-03T06:30Z'],
  ['America/Santiago', 'night', '2024-09-08T03:00Z', 120, '2024-09-08T05:00Z'],
  ['Australia/Lord_Howe', 'sundayNight', '2024-10-05T14:00Z', 90, '2024-10-05T16:30Z'],
  ['Australia/Lord_Howe', 'sundayNight', '2025-04-05T12:00Z', 149, '2025-04-05T16:59Z'],
  ['Antarctica/Troll', 'sundayNight', '2025-03-30T00:00Z', 60, '2025-04-06T00:00Z'],
  ['Antarctica/Troll', 'night', '2024-10-26T23:00Z', 400, '2024-10-27T05:40Z'],
  ['Pacific/Apia', 'office', '2011-12-29T20:00Z', 600, '2012-01-01T22:00Z'],
  ['Pacific/Apia', 'always', '2011-12-30T09:59Z', 2, '2011-12-30T10:01Z'],
  ['Africa/Casablanca', 'night', '2024-03-10T00:00Z', 240, '2024-03-10T04:00Z'],
  ['Africa/Cairo', 'night', '2024-04-25T20:30Z', 180, '2024-04-25T23:30Z'],
  ['Asia/Kathmandu', 'lunch', '2024-02-29T11:00Z', 600, '2024-03-02T04:00Z'],
  ['Pacific/Chatham', 'sundayNight', '2024-09-28T12:00Z', 70, '2024-09-28T13:55Z'],
  ['Asia/Tehran', 'night', '2022-03-21T19:00Z', 150, '2022-03-21T21:30Z'],
  ['Europe/Berlin', 'office', '2025-04-17T14:30Z', 480, '2025-04-22T14:30Z', ['2025-04-18','2025-04-21']],
]

describe('business minutes where clocks are put forward or back', () => {
  test.each(vectors)(
    '%s, %s, from %s on, %i minutes, are over at %s',
    (zone, schedule, start, minutes, due, holidays) => {
      const calendar = { timeZone: zone, weekly: schedules[schedule], holidays: holidays ?? [] }
      expect(walkMinutes(calendar, new Date(start), minutes, 30)).toEqual(new Date(due))
      expect(addBusinessMinutes(calendar, new Date(start), minutes)).toEqual(new Date(due))
      expect(businessMinutesBetween(calendar, new Date(start), new Date(due))).toBe(minutes)
    },
  )
})

describe('business minutes of any calendar', () => {
  const minutes = fc.integer({ min: 1, max: 600 })

  test('are those that a walk over every minute counts', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, (calendar, start, amount) => {
        const walked = walkMinutes(calendar, start, amount, 8)
        if (walked) expect(addBusinessMinutes(calendar, start, amount)).toEqual(walked)
        else expect(businessMinutesBetween(calendar, start, later(start, 8 * 1440))).toBeLessThan(amount)
      }),
      { numRuns: 150 },
    )
  })

  test('between the start and the due time are as many as were added, to the millisecond', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 1, max: 3e8 }),
        fc.nat(59_999),
        (calendar, start, milliseconds, offset) => {
          const from = new Date(start.getTime() + offset)
          const due = addBusinessMinutes(calendar, from, milliseconds / 60_000)
          expect(businessMinutesBetween(calendar, from, due)).toBeCloseTo(milliseconds / 60_000, 6)
          expect(isOpen(calendar, new Date(due.getTime() - 1))).toBe(true)
        },
      ),
    )
  })

  test('never end earlier for who starts later or asks for more', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, fc.nat(3000), fc.nat(600), (calendar, start, amount, delay, more) => {
        const due = addBusinessMinutes(calendar, start, amount).getTime()
        expect(addBusinessMinutes(calendar, later(start, delay), amount).getTime()).toBeGreaterThanOrEqual(due)
        expect(addBusinessMinutes(calendar, start, amount + more).getTime()).toBeGreaterThanOrEqual(due)
      }),
    )
  })

  test('add up: in two parts they end where they end in one', () => {
    fc.assert(
      fc.property(calendars, instants, minutes, minutes, (calendar, start, first, second) => {
        const parts = addBusinessMinutes(calendar, addBusinessMinutes(calendar, start, first), second)
        expect(parts).toEqual(addBusinessMinutes(calendar, start, first + second))
      }),
    )
  })

  test('start at the next opening, which is open, with no open minute before it', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, start) => {
        const opening = nextOpening(calendar, start)
        expect(isOpen(calendar, opening)).toBe(true)
        expect(businessMinutesBetween(calendar, start, opening)).toBe(0)
        expect(opening.getTime() === start.getTime()).toBe(isOpen(calendar, start))
      }),
    )
  })
})

describe('office hours', () => {
  const calendar = { timeZone: 'Europe/Berlin', weekly: officeHours, holidays: [] }
  test('open at nine and are closed at five', () => {
    expect(isOpen(calendar, new Date('2025-06-03T06:59:59.999Z'))).toBe(false)
    expect(isOpen(calendar, new Date('2025-06-03T07:00Z'))).toBe(true)
    expect(isOpen(calendar, new Date('2025-06-03T14:59:59.999Z'))).toBe(true)
    expect(isOpen(calendar, new Date('2025-06-03T15:00Z'))).toBe(false)
  })
  test('a last minute that ends at closing time is due then, not next morning', () => {
    expect(addBusinessMinutes(calendar, new Date('2025-06-03T07:00Z'), 480)).toEqual(new Date('2025-06-03T15:00Z'))
  })
  test('no minutes are over at once', () => {
    expect(addBusinessMinutes(calendar, new Date('2025-06-07T07:00Z'), 0)).toEqual(new Date('2025-06-07T07:00Z'))
  })
  test('nothing lies between a later and an earlier time', () => {
    expect(businessMinutesBetween(calendar, new Date('2025-06-04T07:00Z'), new Date('2025-06-03T07:00Z'))).toBe(0)
  })
  test('hold in the year 9999', () => {
    expect(addBusinessMinutes(calendar, new Date('9999-12-31T15:30Z'), 480)).toEqual(new Date('+010000-01-03T15:30Z'))
  })
})

describe('bad figures and calendars that never open', () => {
  const start = new Date('2025-06-03T07:00Z')
  const holidays = (days: number) =>
    Array.from({ length: days }, (_, day) => new Date(start.getTime() + day * 86_400_000).toISOString().slice(0, 10))
  const closedFor = (days: number) => ({ timeZone: 'UTC', weekly: schedules.always, holidays: holidays(days) })

  test('are refused', () => {
    expect(() => addBusinessMinutes({ timeZone: 'UTC', weekly: {}, holidays: [] }, start, 1)).toThrow(
      'too few open hours',
    )
    expect(() => nextOpening(closedFor(400), start)).toThrow('too few open hours to count from 2025-06-03')
    expect(() => addBusinessMinutes({ timeZone: 'UTC', weekly: { 6: [[0, 1]] }, holidays: [] }, start, 1e9)).toThrow(
      'too few',
    )
    for (const minutes of [-1, NaN, Infinity])
      expect(() => addBusinessMinutes(closedFor(0), start, minutes)).toThrow('Business minutes')
    expect(() => isOpen(closedFor(0), new Date(NaN))).toThrow('not a date')
    expect(() => isOpen({ ...closedFor(0), timeZone: 'Mars/Olympus' }, start)).toThrow('"Mars/Olympus" is not known')
    expect(() => businessMinutesBetween(closedFor(0), start, new Date('9999-01-01'))).toThrow('20,000 days')
  })
  test('but a year of closed doors is counted through', () => {
    expect(nextOpening(closedFor(366), start)).toEqual(new Date('2026-06-04T00:00Z'))
    expect(businessMinutesBetween(closedFor(400), start, new Date('2026-07-09T00:00Z'))).toBe(1440)
  })
})

function later(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000)
}
