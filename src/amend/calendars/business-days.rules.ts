// Business days as customers understand them: told on Tuesday at 15:00, one business day later is Wednesday at 15:00.
import { Refusal } from '../../shared/errors.ts'
import { neverOpens, nextOpening, openingsBetween, openingsFrom } from './calendar.rules.ts'
import type { Calendar, OpenSpan } from './calendar.rules.ts'

const dayLength = 86_400_000

/**
 * The same time of day, so many business days (whole, ≥ 0) later. A business day is a local date with at least one open minute.
 * - Told outside open hours, the day counts from the next opening.
 * - Where the due date is closed at that time of day, it is due at the closing before; where it has not opened yet, at its first opening.
 * - A time of day that the clocks skip is due when they skip; one that comes twice is due the first time.
 * Who tells us later is never due earlier. Refuses bad figures and calendars that do not open within 366 days.
 */
export function addBusinessDays(calendar: Calendar, start: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 0)
    throw new Refusal('invalid', 'Business days are a whole number, zero or more.')
  const opening = nextOpening(calendar, start)
  if (days === 0) return opening
  const reached = reachedBy(calendar, opening.getTime())
  return new Date(lastOpenBy(spansOfDay(calendar, opening.getTime(), reached.day, days), reached.timeOfDay))
}

/**
 * The furthest date and time of day (milliseconds since midnight) that open hours have reached by an open instant. Where the clocks are put back
 * it stands still until they get there again, over midnight too, so that who speaks later never counts as earlier.
 */
function reachedBy(calendar: Calendar, at: number): { readonly day: number; readonly timeOfDay: number } {
  let reached = { day: -Infinity, timeOfDay: 0 }
  for (const span of openingsBetween(calendar, at - dayLength, at + 1)) {
    const timeOfDay = Math.min(span.end, at) + span.offset - span.day * dayLength
    const isFurther = span.day > reached.day || (span.day === reached.day && timeOfDay > reached.timeOfDay)
    if (isFurther) reached = { day: span.day, timeOfDay }
  }
  return reached
}

/** The open spans of the business date that comes `count` business dates after `after`. */
function spansOfDay(calendar: Calendar, from: number, after: number, count: number): readonly OpenSpan[] {
  const spans: OpenSpan[] = []
  let day = after
  let counted = 0
  for (const span of openingsFrom(calendar, from)) {
    if (span.day > day) {
      if (counted === count) return spans
      counted++
      day = span.day
    }
    // A clock put back over midnight shows the end of yesterday once more: those spans are yesterday's.
    if (counted === count && span.day === day) spans.push(span)
  }
  if (spans.length === 0) throw neverOpens(from)
  return spans
}

/** The last open instant by a time of day (milliseconds since midnight) on the date of the spans; their first, where that is too early. */
function lastOpenBy(spans: readonly OpenSpan[], timeOfDay: number): number {
  let closed: number | undefined
  for (const span of spans) {
    const midnight = span.day * dayLength - span.offset
    if (midnight + timeOfDay < span.start) return closed ?? span.start
    if (midnight + timeOfDay <= span.end) return midnight + timeOfDay
    closed = span.end
  }
  return closed ?? 0
}
