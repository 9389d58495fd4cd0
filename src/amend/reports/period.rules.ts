// The days a report is about, the days before them that it is compared with, and the stretches its charts are drawn in. Days are those of a calendar
// (`2026-11-17`); when they begin in a zone is for whoever asks.
import { Refusal } from '../../shared/errors.ts'

/** Days from `from` to `to`, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

export interface Period {
  readonly days: Days
  /** As many days, just before. */
  readonly before: Days
  /** What one step of a chart stands for. */
  readonly step: 'day' | 'week'
  /** The days in steps, in order. Weeks begin on Monday; the first and the last may be shorter. */
  readonly steps: readonly Days[]
}

/** How a period is named: its last days, or its own. */
export interface AskedPeriod {
  readonly last?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const usualLength = 30
/** Longer than this, and a chart shows weeks. */
const mostDaysShown = 92
/** Before and after these there is nothing to report, and no day before or after. */
const [earliest, latest] = ['1975-01-01', '9000-12-31']
/** Two years and the day that a leap year adds. */
export const longestPeriod = 731

/** @param today the day that the company's calendar shows
 * @throws Refusal('invalid') where the days end before they begin, are too many, or of another age */
export function periodOf({ last, from, to }: AskedPeriod, today: string): Period {
  const days = from === undefined && to === undefined ? lastDays(last ?? usualLength, today) : ownDays(from, to, today)
  if (days.from < earliest || days.to > latest)
    throw new Refusal('invalid', `A report is about days from ${earliest} to ${latest}.`)
  const length = lengthOf(days)
  if (length < 1)
    throw new Refusal('invalid', 'The period ends before it begins.', { '/to': 'is before its beginning' })
  if (length > longestPeriod)
    throw new Refusal('invalid', `A report is about ${String(longestPeriod)} days at most.`, {
      '/from': 'is too early',
    })
  const before = { from: daysOn(days.from, -length), to: daysOn(days.from, -1) }
  const step = length > mostDaysShown ? 'week' : 'day'
  return { days, before, step, steps: stepsOf(days, step) }
}

const lastDays = (count: number, today: string): Days => ({ from: daysOn(today, 1 - count), to: today })

/** One end alone: until today, or as many days as usual up to the other. */
function ownDays(from: string | undefined, to: string | undefined, today: string): Days {
  const end = to ?? today
  return { from: from ?? daysOn(end, 1 - usualLength), to: end }
}

export const lengthOf = ({ from, to }: Days): number => dayNumber(to) - dayNumber(from) + 1

/** The day so many days later. */
export const daysOn = (day: string, later: number): string =>
  new Date((dayNumber(day) + later) * 86_400_000).toISOString().slice(0, 10)

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

function stepsOf(days: Days, step: Period['step']): readonly Days[] {
  const steps: Days[] = []
  for (let from = days.from; from <= days.to;) {
    const end = step === 'day' ? from : daysOn(from, 6 - weekdayOf(from))
    const to = end < days.to ? end : days.to
    steps.push({ from, to })
    from = daysOn(to, 1)
  }
  return steps
}

/** 0 is Monday: 1970-01-01, day 0, was a Thursday. */
const weekdayOf = (day: string): number => (((dayNumber(day) + 3) % 7) + 7) % 7
