// Reports once more, counted one case at a time from rows as they stand.
import { businessMinutesBetween, type Calendar } from '../../src/amend/calendars/calendar.rules.ts'

export interface KeptCase {
  readonly case_id: string
  readonly number: number
  readonly kind: string
  readonly channel: string
  readonly state: string
  readonly plain_matter: string
  readonly owner_staff_id: string | null
  readonly about_staff_ids: readonly string[]
  readonly received_at: Date
  readonly first_answered_at: Date | null
  readonly resolved_at: Date | null
  readonly rejected_at: Date | null
  readonly next_due_at: Date | null
  readonly spans: readonly { readonly opened: Date; readonly ended: Date | null }[]
  readonly deeds: readonly { readonly kind: string; readonly staff: string | null; readonly at: Date }[]
  readonly promises: readonly { readonly kind: string; readonly status: string; readonly due: Date }[]
}

/** Local days, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

export const dayIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at: Date): string => format.format(at)
}

type DayOf = ReturnType<typeof dayIn>

const isIn = (at: Date, { from, to }: Days, dayOf: DayOf): boolean => dayOf(at) >= from && dayOf(at) <= to

export const received = (cases: readonly KeptCase[], days: Days, dayOf: DayOf): readonly KeptCase[] =>
  cases.filter((one) => isIn(one.received_at, days, dayOf))

export const ended = (cases: readonly KeptCase[], days: Days, dayOf: DayOf): readonly KeptCase[] =>
  did(cases, 'ended', null, days, dayOf)

export const did = (cases: readonly KeptCase[], kind: string, staff: string | null, days: Days, dayOf: DayOf) =>
  cases.filter((one) =>
    one.deeds.some(
      (deed) => deed.kind === kind && (staff === null || deed.staff === staff) && isIn(deed.at, days, dayOf),
    ),
  )

/** Open when the clocks of the zone show midnight after a day. */
export const openAfter = (cases: readonly KeptCase[], day: string, dayOf: DayOf): readonly KeptCase[] =>
  cases.filter((one) =>
    one.spans.some(({ opened, ended }) => dayOf(opened) <= day && (ended === null || dayOf(ended) > day)),
  )

export function cameOf(
  cases: readonly KeptCase[],
  kind: string,
  came: string,
  days: Days,
  now: Date,
  dayOf: DayOf,
): number {
  const of = (promise: KeptCase['promises'][number]): string =>
    promise.status === 'broken' || (promise.status === 'open' && promise.due < now) ? 'late' : promise.status
  return cases.filter(({ promises }) =>
    promises.some((promise) => promise.kind === kind && of(promise) === came && isIn(promise.due, days, dayOf)),
  ).length
}

const isOver = (one: KeptCase): boolean => ['resolved', 'rejected', 'closed'].includes(one.state)
const overAt = (one: KeptCase): Date =>
  new Date(Math.max(...[one.resolved_at, one.rejected_at, one.received_at].map((at) => at?.getTime() ?? 0)))

export interface Wait {
  readonly minutes: number
  readonly isDone: boolean
}

/** How long each case has waited for its first answer, or for its end, in whole minutes. */
export function waits(
  cases: readonly KeptCase[],
  what: 'first' | 'end',
  calendar: Calendar | null,
  now: Date,
): readonly Wait[] {
  return cases.map((one) => {
    const stopped = isOver(one) ? overAt(one) : now
    const until = what === 'first' ? (one.first_answered_at ?? stopped) : stopped
    const length = calendar
      ? businessMinutesBetween(calendar, one.received_at, until)
      : (until.getTime() - one.received_at.getTime()) / 60_000
    return {
      minutes: Math.floor(length + 1e-6),
      isDone: what === 'first' ? one.first_answered_at !== null : isOver(one),
    }
  })
}

/** The product-limit estimate as the book has it: at each time something was done, the share of those still waiting then that was not. */
export function productLimit(waits: readonly Wait[], share: number): number | null {
  let undone = 1
  for (const time of [...new Set(waits.filter(({ isDone }) => isDone).map(({ minutes }) => minutes))].sort(
    (a, b) => a - b,
  )) {
    const waiting = waits.filter(({ minutes }) => minutes >= time).length
    const done = waits.filter(({ minutes, isDone }) => isDone && minutes === time).length
    undone *= (waiting - done) / waiting
    if (undone <= 1 - share + 1e-9) return time
  }
  return null
}
