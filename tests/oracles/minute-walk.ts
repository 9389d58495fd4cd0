// The slow truth about business minutes: walks every minute of real time and asks Intl for the local date and time of each. Shares nothing with the rules.
import type { Calendar } from '../../src/amend/calendars/calendar.rules.ts'

const minute = 60_000
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

export interface LocalMinute {
  /** YYYY-MM-DD */
  readonly date: string
  /** 0 is Monday. */
  readonly weekday: number
  /** Minutes since midnight. */
  readonly minute: number
}

/** What calendar and clock on the wall show at an instant. */
export function localMinute(zone: string, at: number): LocalMinute {
  let format = formats.get(zone)
  format ??= new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, format)
  const found = /^(\w{3}), (\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d)$/.exec(format.format(at))
  if (!found) throw new Error(`Cannot read ${format.format(at)}`)
  const [, weekday = '', month = '', day = '', year = '', hours = '', minutes = ''] = found
  return {
    date: `${year}-${month}-${day}`,
    weekday: weekdays.indexOf(weekday),
    minute: Number(hours) * 60 + Number(minutes),
  }
}

/** Whether the minute that begins at an instant is a business minute. */
export function isOpenMinute(calendar: Calendar, at: number): boolean {
  const local = localMinute(calendar.timeZone, at)
  if (calendar.holidays.includes(local.date)) return false
  const day = calendar.weekly[local.weekday as keyof Calendar['weekly']] ?? []
  return day.some(([start, end]) => start <= local.minute && local.minute < end)
}

/** The end of the n-th business minute from a whole minute on; null when it lies more than so many days away. */
export function walkMinutes(calendar: Calendar, start: Date, minutes: number, mostDays: number): Date | null {
  let left = minutes
  let at = start.getTime()
  const end = at + mostDays * 1440 * minute
  while (left > 0) {
    if (at >= end) return null
    if (isOpenMinute(calendar, at)) left--
    at += minute
  }
  return new Date(at)
}
