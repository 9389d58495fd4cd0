// Business minutes: which stretches of real time a calendar counts, exact where clocks are put forward or back. Days: business-days.rules.ts.
import { Refusal } from '../../shared/errors.ts'
import { stretchAt } from '../../shared/zone.ts'
import type { OpenInterval, Weekday, WeeklyHours } from './weekly-hours.rules.ts'

export interface Calendar {
  /** An IANA name, such as Europe/Berlin. */
  readonly timeZone: string
  readonly weekly: WeeklyHours
  /** Local dates, YYYY-MM-DD, closed all day. */
  readonly holidays: readonly string[]
}

/** Open time without a break, UTC milliseconds [start, end), on one local date under one offset. */
export interface OpenSpan {
  readonly start: number
  readonly end: number
  /** The local date, in days since 1970-01-01. */
  readonly day: number
  /** Milliseconds the wall clock is ahead of UTC. */
  readonly offset: number
}

const minute = 60_000
const dayLength = 1440 * minute
/** A calendar closed for longer than this is a mistake, not a holiday. */
const longestClosure = 366 * dayLength
/** No promise reaches further: every walk ends here at the latest. */
const longestWalk = 20_000 * dayLength

/**
 * The instant at which so many business minutes (≥ 0, fractions allowed) have passed since `start`. A last minute that ends at closing time
 * is due at closing time, not at the next opening. Refuses bad figures and calendars that do not open within 366 days.
 */
export function addBusinessMinutes(calendar: Calendar, start: Date, minutes: number): Date {
  const from = instant(start)
  if (!(minutes >= 0 && minutes < Infinity))
    throw new Refusal('invalid', 'Business minutes are a number, zero or more.')
  let left = minutes * minute
  if (left === 0) return new Date(from)
  for (const span of openingsFrom(calendar, from)) {
    const length = span.end - span.start
    if (left <= length) return new Date(span.start + left)
    left -= length
  }
  throw neverOpens(from)
}

/** Business minutes in [from, to): zero when `to` is not after `from`. Refuses a span of more than 20,000 days. */
export function businessMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const [start, end] = [instant(from), instant(to)]
  if (end - start > longestWalk) throw new Refusal('invalid', 'The two dates are more than 20,000 days apart.')
  let open = 0
  for (const span of openingsBetween(calendar, start, end)) open += span.end - span.start
  return open / minute
}

export function isOpen(calendar: Calendar, at: Date): boolean {
  const time = instant(at)
  return openingsBetween(calendar, time, time + 1).next().value !== undefined
}

/** `at` itself when open, otherwise the next instant of opening. Refuses calendars that do not open within 366 days. */
export function nextOpening(calendar: Calendar, at: Date): Date {
  const time = instant(at)
  for (const span of openingsFrom(calendar, time)) return new Date(span.start)
  throw neverOpens(time)
}

/** Every open span from an instant on, in order; ends after 366 days without one, and after 20,000 days. */
export const openingsFrom = (calendar: Calendar, from: number): Generator<OpenSpan, void> =>
  openSpans(calendar, from, from + longestWalk, longestClosure)

/** Every open span within [from, until), UTC milliseconds, in order. */
export const openingsBetween = (calendar: Calendar, from: number, until: number): Generator<OpenSpan, void> =>
  openSpans(calendar, from, until, Infinity)

export const neverOpens = (from: number): Refusal =>
  new Refusal(
    'invalid',
    `The calendar has too few open hours to count from ${new Date(from).toISOString().slice(0, 10)}.`,
  )

/**
 * Wall time is real time plus an offset that stays the same for a stretch; within a stretch, an open interval of a local date is one span.
 * So a skipped hour yields nothing, a repeated hour yields twice, and a date that a zone skipped yields no day.
 */
function* openSpans(calendar: Calendar, from: number, until: number, closure: number): Generator<OpenSpan, void> {
  const hoursOn = hoursByDay(calendar)
  let at = from
  let lastOpen = from
  while (at < until && at - lastOpen <= closure) {
    const { until: change, offset } = stretchAt(calendar.timeZone, at)
    const stop = Math.min(change, until)
    for (let day = Math.floor((at + offset) / dayLength); day * dayLength - offset < stop; day++) {
      const midnight = day * dayLength - offset
      for (const [opens, closes] of hoursOn(day)) {
        const start = Math.max(midnight + opens * minute, at)
        const end = Math.min(midnight + closes * minute, stop)
        if (start >= end) continue
        if (start - lastOpen > closure) return
        yield { start, end, day, offset }
        lastOpen = end
      }
    }
    at = stop
  }
}

// A page reads a hundred clocks in one calendar.
const hoursOf = new WeakMap<Calendar, (day: number) => readonly OpenInterval[]>()

function hoursByDay(calendar: Calendar): (day: number) => readonly OpenInterval[] {
  const known = hoursOf.get(calendar)
  if (known) return known
  const made = readHours(calendar)
  hoursOf.set(calendar, made)
  return made
}

function readHours(calendar: Calendar): (day: number) => readonly OpenInterval[] {
  const closed = new Set(calendar.holidays.map((date) => Date.parse(date) / dayLength))
  const week = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    [...(calendar.weekly[weekday as Weekday] ?? [])].sort(([a], [b]) => a - b),
  )
  const none: readonly OpenInterval[] = []
  // 1970-01-01, day 0, was a Thursday.
  return (day) => (closed.has(day) ? none : (week[(((day + 3) % 7) + 7) % 7] ?? none))
}

function instant(date: Date): number {
  const time = date.getTime()
  if (Number.isNaN(time)) throw new Refusal('invalid', 'A date is not a date.')
  return time
}
