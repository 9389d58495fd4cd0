// The instant at which a promised day and hour are over, by the reader's clock and calendar.
import type { CueLanguage } from '../cues/cues.rules.ts'
import { dateOf, dayOf, instantOf, localTimeOf, monthsLater, weekdayOf, weekdaysLater } from './local-time.rules.ts'
import type { LocalTime } from './local-time.rules.ts'
import type { DayWord } from './commitment-words.rules.ts'
import type { DayNamed } from './due.rules.ts'

export interface Asked {
  readonly now: Date
  /** The reader's, an IANA name. */
  readonly zone: string
  /** When so many working days from an instant are over; without it they are Monday to Friday and end at 23:59. */
  readonly workingDaysLater?: (from: Date, days: number) => Date
}

/** A day without an hour is kept until its last minute. */
const endOfDay = 23 * 60 + 59
const friday = 4
/** A date without a year that lies further ahead is one of the past. */
const furthestAhead = 300
const lengths = { minute: 60_000, hour: 3_600_000 } as const

/**
 * - A weekday is the next one, today's not; weeks are over on Friday; "before Friday" is Thursday.
 * - Hours and minutes are real time, days and longer are dates by the wall clock.
 * - An hour alone is today's, or tomorrow's where it is past.
 * Undefined for what is past.
 */
export function dueOf(
  day: DayNamed | undefined,
  hour: number | undefined,
  { now, zone, workingDaysLater }: Asked,
  language: CueLanguage,
): Date | undefined {
  const today = localTimeOf(zone, now)
  const minutes = hour ?? endOfDay
  const at = (date: number): Date => instantOf(zone, { day: date, minutes })
  if (day === undefined) return hour === undefined ? undefined : at(today.day + (hour > today.minutes ? 0 : 1))
  switch (day.is) {
    case 'word':
      return future(at(wordOf(day.word, today)), now)
    case 'weekday': {
      const ahead = day.isNextWeek
        ? 7 - weekdayOf(today.day) + day.weekday
        : ((day.weekday - weekdayOf(today.day) + 6) % 7) + 1
      return future(at(today.day + ahead - (day.isBefore && hour === undefined ? 1 : 0)), now)
    }
    case 'date': {
      const date = dateNamed(day.readings, today, zone, language)
      return date === undefined ? undefined : future(at(date - (day.isBefore && hour === undefined ? 1 : 0)), now)
    }
    case 'length': {
      const { count, unit, isWorking } = day
      if (unit === 'minute' || unit === 'hour') return new Date(now.getTime() + count * lengths[unit])
      if (unit === 'month') return at(monthsLater(today.day, Math.ceil(count)))
      if (!isWorking) return at(today.day + Math.ceil(count * (unit === 'week' ? 7 : 1)))
      return workingDaysLater?.(now, Math.ceil(count)) ?? at(weekdaysLater(today.day, Math.ceil(count)))
    }
  }
}

const future = (due: Date, now: Date): Date | undefined => (due > now ? due : undefined)

function wordOf(word: DayWord, { day }: LocalTime): number {
  const thisFriday = day - weekdayOf(day) + friday
  switch (word) {
    case 'today':
      return day
    case 'tomorrow':
      return day + 1
    case 'after-tomorrow':
      return day + 2
    case 'end-of-week':
      return thisFriday < day ? thisFriday + 7 : thisFriday
    case 'next-week':
      return thisFriday + 7
    case 'end-of-month':
      return monthsLater(day - dateOf(day).getUTCDate() + 1, 1) - 1
  }
}

/** English in America writes the month first; everywhere else the day comes first. */
function dateNamed(
  readings: readonly string[],
  today: LocalTime,
  zone: string,
  language: CueLanguage,
): number | undefined {
  const isMonthFirst = language === 'en' && zone.startsWith('America/')
  const [, year, month, date] =
    /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec((isMonthFirst ? readings.at(-1) : readings[0]) ?? '') ?? []
  if (year === undefined) return undefined
  if (year !== '-') return dayOf(Number(year), Number(month), Number(date))
  const thisYear = dateOf(today.day).getUTCFullYear()
  const named = dayOf(thisYear, Number(month), Number(date))
  const ahead = named < today.day ? dayOf(thisYear + 1, Number(month), Number(date)) : named
  return ahead - today.day > furthestAhead ? undefined : ahead
}
