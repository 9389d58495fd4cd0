// Local dates and times of day, and the instants they are in a time zone. Dates are days since 1970-01-01.
import { stretchAt } from '../../../shared/zone.ts'

const minute = 60_000
const dayLength = 1440 * minute

export interface LocalTime {
  readonly day: number
  /** Minutes since midnight by the wall clock. */
  readonly minutes: number
}

export function localTimeOf(zone: string, at: Date): LocalTime {
  const wall = at.getTime() + stretchAt(zone, at.getTime()).offset
  const day = Math.floor(wall / dayLength)
  return { day, minutes: Math.floor((wall - day * dayLength) / minute) }
}

/** The instant at which the wall clock reads so: the first, where it does so twice; where the clocks skip it, as much later as they skip. */
export function instantOf(zone: string, { day, minutes }: LocalTime): Date {
  const wall = day * dayLength + minutes * minute
  const before = wall - stretchAt(zone, wall - dayLength).offset
  if (stretchAt(zone, before).offset === wall - before) return new Date(before)
  const after = wall - stretchAt(zone, wall + dayLength).offset
  return new Date(stretchAt(zone, after).offset === wall - after ? after : before)
}

/** 0 for Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

export const dayOf = (year: number, month: number, date: number): number =>
  Math.floor(Date.UTC(year, month - 1, date) / dayLength)

export const dateOf = (day: number): Date => new Date(day * dayLength)

/** The same date so many months later; the last of the month where it has no such date. */
export function monthsLater(day: number, months: number): number {
  const date = dateOf(day)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months]
  const last = dateOf(dayOf(year, month + 1, 0)).getUTCDate()
  return dayOf(year, month, Math.min(date.getUTCDate(), last))
}

/** So many days later that are no Saturday and no Sunday. */
export function weekdaysLater(day: number, count: number): number {
  const weeks = Math.floor(count / 5)
  let [reached, left] = [day + weeks * 7, count % 5]
  while (left > 0 || weekdayOf(reached) > 4) {
    reached++
    if (weekdayOf(reached) < 5) left = Math.max(0, left - 1)
  }
  return reached
}
