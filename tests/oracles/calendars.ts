// Random calendars and moments for property tests, thick where clocks change.
import fc from 'fast-check'
import type { Calendar } from '../../src/amend/calendars/calendar.rules.ts'
import type { OpenInterval, WeeklyHours } from '../../src/amend/calendars/weekly-hours.rules.ts'

export const week = (day: readonly OpenInterval[]): WeeklyHours => ({
  0: day,
  1: day,
  2: day,
  3: day,
  4: day,
  5: day,
  6: day,
})

// Every kind of clock: none, whole, half and quarter hours, changes at night, at midnight and of half an hour or two, a date skipped.
const zones = [
  'UTC',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Havana',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
] as const

const changes = [
  '2011-12-30T10:00Z',
  '2011-11-06T02:31Z',
  '2018-02-18T02:00Z',
  '2018-11-04T03:00Z',
  '2024-02-29T00:00Z',
  '2024-03-10T02:00Z',
  '2024-03-10T05:00Z',
  '2024-04-06T15:00Z',
  '2024-10-05T15:30Z',
  '2024-10-31T21:00Z',
  '2024-11-03T05:00Z',
  '2025-03-30T01:00Z',
  '2025-10-26T01:00Z',
]

/** Whole minutes, half of them within two days of a change of clocks somewhere. */
export const instants: fc.Arbitrary<Date> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2880, max: 2880 }))
    .map(([change, minutes]) => new Date(Date.parse(change) + minutes * 60_000)),
  fc
    .integer({ min: Date.parse('2005-01-01') / 60_000, max: Date.parse('2025-12-31') / 60_000 })
    .map((minutes) => new Date(minutes * 60_000)),
)

const intervals: fc.Arbitrary<readonly OpenInterval[]> = fc
  .uniqueArray(fc.oneof(fc.constantFrom(0, 60, 120, 150, 180, 540, 1020, 1440), fc.nat(1440)), {
    minLength: 2,
    maxLength: 6,
  })
  .map((bounds) => bounds.toSorted((a, b) => a - b))
  .map((bounds) =>
    bounds.flatMap((start, at) =>
      at % 2 === 0 && at + 1 < bounds.length ? [[start, bounds[at + 1] ?? 1440] as const] : [],
    ),
  )

const day = fc.oneof({ weight: 4, arbitrary: intervals }, { weight: 1, arbitrary: fc.constant([]) })

const holidays = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -3, max: 3 })).map(([change, days]) => new Date(Date.parse(change) + days * 86_400_000).toISOString().slice(0, 10)), // prettier-ignore
  { maxLength: 6 },
)

/** Calendars that open at least on one day a week. */
export const calendars: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  weekly: fc
    .record({ 0: day, 1: day, 2: day, 3: day, 4: day, 5: day, 6: day })
    .filter((hours) => Object.values(hours).some((list) => list.length > 0)),
  holidays,
})
