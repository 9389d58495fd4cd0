// Business time as a clock that only runs while a calendar is open: read at two instants, the difference is the business time between them. So a
// database can read it as well, out of three lists.
import { type Calendar, openingsBetween } from '../calendars/calendar.rules.ts'

/** Seconds since 1970 at which each opening begins, how many seconds it lasts, and what the clock shows where it begins. */
export interface BusinessClock {
  readonly begins: readonly number[]
  readonly lasts: readonly number[]
  readonly shows: readonly number[]
}

/** The clock of a calendar from an instant on, where it shows zero, until another, after which it stands still. */
export function businessClock(calendar: Calendar, from: Date, until: Date): BusinessClock {
  const clock = { begins: [] as number[], lasts: [] as number[], shows: [] as number[] }
  let shown = 0
  for (const { start, end } of openingsBetween(calendar, from.getTime(), until.getTime())) {
    clock.begins.push(start / 1000)
    clock.lasts.push((end - start) / 1000)
    clock.shows.push(shown)
    shown += (end - start) / 1000
  }
  return clock
}
