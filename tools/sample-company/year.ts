// How busy the days are: growth over the years, the weekday, and Christmas.
import { weekdayOf } from './local-time.ts'

const byMonth = [0.95, 0.85, 0.92, 0.95, 0.95, 0.85, 0.8, 0.82, 0.95, 1.05, 1.3, 1.6] as const
const byWeekday = [1.05, 1, 0.98, 0.98, 0.95, 1.05, 1.15] as const

/** 1 on an ordinary day. */
export const busyOn = (date: number): number =>
  (byMonth[new Date(date * 86_400_000).getUTCMonth()] ?? 1) * (byWeekday[weekdayOf(date)] ?? 1)

export const busiest = 1.6 * 1.15
