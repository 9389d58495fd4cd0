// The open hours of an ordinary week, and what is wrong with them in words. Holidays and zones are the calendar's.

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** Minutes of the local wall clock, [start, end): 540 is 09:00, 1440 the following midnight. */
export type OpenInterval = readonly [startMinute: number, endMinute: number]

/** Intervals by weekday: 0 is Monday, 6 is Sunday. A weekday that is absent is closed. */
export type WeeklyHours = Readonly<Partial<Record<Weekday, readonly OpenInterval[]>>>

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const mostIntervals = 24
const nineToFive: readonly OpenInterval[] = [[540, 1020]]

/** Monday to Friday, 09:00 to 17:00: what a company starts with. */
export const officeHours: WeeklyHours = { 0: nineToFive, 1: nineToFive, 2: nineToFive, 3: nineToFive, 4: nineToFive }

/** What is wrong with weekly hours that came from outside, a sentence each; empty when they are right. */
export function checkWeeklyHours(given: unknown): readonly string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return ['The week is missing.']
  const strange = Object.keys(given).filter((key) => !/^[0-6]$/.test(key))
  if (strange.length > 0) return ['Weekdays are numbered 0 (Monday) to 6 (Sunday).']
  const week = given as Record<string, unknown>
  const problems = names.flatMap((name, weekday) => checkDay(name, week[String(weekday)]))
  if (problems.length > 0) return problems
  const isEmpty = names.every((_, weekday) => ((week[String(weekday)] ?? []) as unknown[]).length === 0)
  return isEmpty ? ['The week has no open hours.'] : []
}

function checkDay(name: string, given: unknown): readonly string[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) return [`${name} is not a list of intervals.`]
  if (given.length > mostIntervals) return [`${name} has more than ${String(mostIntervals)} intervals.`]
  if (!given.every(isInterval))
    return [`${name} has an interval that is not a start before an end within 0 to 1440 minutes.`]
  const sorted = given.toSorted(([a], [b]) => a - b)
  const overlaps = sorted.some(([start], at) => start < (sorted[at - 1]?.[1] ?? 0))
  return overlaps ? [`${name} has intervals that overlap.`] : []
}

function isInterval(given: unknown): given is OpenInterval {
  if (!Array.isArray(given) || given.length !== 2) return false
  const [start, end] = given as readonly unknown[]
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) < Number(end) &&
    Number(end) <= 1440
  )
}
