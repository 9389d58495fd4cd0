// Times as people read them, in the reader's zone and manner of writing.
import type { Translate } from './words.ts'

const locale = navigator.language
const minute = 60_000
const day = 86_400_000
const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(locale, options)
  return (at: number) => made.format(at)
}

export const hour = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = format({ weekday: 'short' })
const date = format({ day: 'numeric', month: 'short' })
const dateOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
const weekdayAndDate = format({ weekday: 'short', day: 'numeric', month: 'short' })
export const exact = format({ dateStyle: 'full', timeStyle: 'long' })

/** `Tue 17 Nov, 10:42` */
export const dayAndHour = (at: number): string => `${weekdayAndDate(at)}, ${hour(at)}`

/** Whole local days from `now` to `at`: 0 today, 1 tomorrow, -1 yesterday. */
export function daysAhead(at: number, now: number): number {
  const midnight = (of: number) => new Date(of).setHours(0, 0, 0, 0)
  return Math.round((midnight(at) - midnight(now)) / day)
}

/** When something was or will be, as short as it stays clear: `today 10:05`, `yesterday 21:10`, `13 Nov 18:52`. */
export function when(at: number, now: number, t: Translate): string {
  const ahead = daysAhead(at, now)
  if (ahead === 0) return t('time.today', { hour: hour(at) })
  if (ahead === -1) return t('time.yesterday', { hour: hour(at) })
  if (ahead === 1) return t('time.tomorrow', { hour: hour(at) })
  if (Math.abs(ahead) < 200) return `${date(at)} ${hour(at)}`
  return dateOfYear(at)
}

/** A due time in a list: `today 13:00`, `Fri 17:00`, `Mon 23 Nov, 09:00`. */
export function due(at: number, now: number, t: Translate): string {
  const ahead = daysAhead(at, now)
  if (ahead === 0) return t('time.today', { hour: hour(at) })
  if (ahead === 1) return t('time.tomorrow', { hour: hour(at) })
  return ahead > 1 && ahead < 7 ? `${weekday(at)} ${hour(at)}` : dayAndHour(at)
}

/** A length of time in words, at most two parts: `28 min`, `3 h 18 min`, `2 days`. */
export function span(milliseconds: number, t: Translate): string {
  const minutes = Math.max(0, Math.floor(Math.abs(milliseconds) / minute))
  if (minutes < 60) return t('time.minutes', { minutes })
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return t('time.days', { count: Math.floor(hours / 24) })
  return minutes % 60 === 0 ? t('time.hours', { hours }) : t('time.hoursAndMinutes', { hours, minutes: minutes % 60 })
}

/** Hours for the wall clock beside a plain date: what `<input type="datetime-local">` wants. */
export function localInput(at: number): string {
  const made = new Date(at)
  return new Date(at - made.getTimezoneOffset() * minute).toISOString().slice(0, 16)
}

/** A size as people say it: `340 kB`. */
export function size(bytes: number): string {
  const [unit, value] =
    bytes < 1000
      ? (['byte', bytes] as const)
      : bytes < 1e6
        ? (['kilobyte', bytes / 1e3] as const)
        : (['megabyte', bytes / 1e6] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}
