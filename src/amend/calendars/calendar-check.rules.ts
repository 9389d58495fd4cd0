// What is wrong with a calendar that came from outside, in words.
import { isKnownZone } from '../../shared/zone.ts'
import { checkWeeklyHours } from './weekly-hours.rules.ts'

const mostHolidays = 2_000

/** A sentence per problem; empty when the value is a Calendar that can be trusted. */
export function checkCalendar(given: unknown): readonly string[] {
  if (typeof given !== 'object' || given === null) return ['The calendar is missing.']
  const { timeZone, weekly, holidays } = given as Record<string, unknown>
  return [...checkZone(timeZone), ...checkWeeklyHours(weekly), ...checkHolidays(holidays)]
}

function checkZone(given: unknown): readonly string[] {
  if (isKnownZone(given)) return []
  if (typeof given !== 'string') return ['The time zone is missing.']
  return [`"${given.slice(0, 64)}" is not a time zone we know; it is written like Europe/Berlin.`]
}

function checkHolidays(given: unknown): readonly string[] {
  if (!Array.isArray(given)) return ['The list of holidays is missing; it may be empty.']
  if (given.length > mostHolidays) return [`There are more than ${String(mostHolidays)} holidays.`]
  if (given.every(isDate)) return []
  const bad: unknown = given.find((date) => !isDate(date))
  const words = typeof bad === 'string' ? `"${bad.slice(0, 40)}"` : 'A holiday'
  return [`${words} is not a date; holidays are written like 2026-12-25.`]
}

function isDate(given: unknown): boolean {
  if (typeof given !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(given)) return false
  const time = Date.parse(given)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(given)
}
