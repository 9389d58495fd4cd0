// Today, as the wall clock of a zone has it.
import { stretchAt } from '../../shared/zone.ts'

const day = 86_400_000

/** From local midnight to the next; where a change of clocks skips midnight, from the first instant of the day. */
export function dayOf(at: Date, timeZone: string): { readonly start: Date; readonly end: Date } {
  const local = at.getTime() + stretchAt(timeZone, at.getTime()).offset
  const midnight = Math.floor(local / day) * day
  return { start: instantOf(midnight, timeZone), end: instantOf(midnight + day, timeZone) }
}

/** The day of the calendar that an instant lies on in a zone. */
export const dateIn = (at: Date, timeZone: string): string =>
  new Date(at.getTime() + stretchAt(timeZone, at.getTime()).offset).toISOString().slice(0, 10)

/** The first instant of a day of the calendar (`2026-11-17`) in a zone. */
export const startOfDate = (date: string, timeZone: string): Date =>
  instantOf(Date.parse(`${date}T00:00:00Z`), timeZone)

/** The first instant of the day after it. */
export const endOfDate = (date: string, timeZone: string): Date =>
  instantOf(Date.parse(`${date}T00:00:00Z`) + day, timeZone)

/** When the wall clock first reads so many milliseconds since 1970, or has passed it. */
function instantOf(local: number, timeZone: string): Date {
  const guess = local - stretchAt(timeZone, local).offset
  const stretch = stretchAt(timeZone, guess)
  const exact = local - stretch.offset
  const before = stretchAt(timeZone, stretch.from - 1)
  const earlier = local - before.offset
  if (earlier < stretch.from) return new Date(earlier)
  return new Date(Math.max(exact, stretch.from))
}
