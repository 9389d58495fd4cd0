// The ledger of pauses: when we waited for the customer, and what that does to a due time. Waiting for anybody else pauses nothing.
import { addBusinessDays } from '../calendars/business-days.rules.ts'
import { addBusinessMinutes, businessMinutesBetween } from '../calendars/calendar.rules.ts'
import type { Calendar } from '../calendars/calendar.rules.ts'
import type { FloorPolicy } from './floor-policy.rules.ts'
import { canPause } from './promise.rules.ts'
import type { CustomerPromise } from './promise.rules.ts'

/** [from, until); `until` is null while we still wait. `reason` is what the customer is told. */
export interface Pause {
  readonly from: Date
  readonly until: Date | null
  readonly reason: string
}

export type PauseCap = Pick<FloorPolicy, 'pauseCapBusinessDays'>

/**
 * When a promise is due: its first due time, moved on by the business minutes that lie within its pauses, at most to the cap. A pause still open
 * moves it to the cap at once, so that nothing breaks while we wait. The ledger may overlap, repeat and come in any order; pauses before the
 * promise was made, or came into its case, or after it fell due change nothing. Never before the first due time; settled promises keep the due time they had.
 */
export function dueWithPauses(
  calendar: Calendar,
  promise: CustomerPromise,
  pauses: readonly Pause[],
  policy: PauseCap,
): Date {
  if (promise.status !== 'open') return promise.dueAt
  if (!canPause(promise.kind)) return promise.unpausedDueAt
  const cap = latestDue(calendar, promise, policy).getTime()
  const start = promise.carried ?? { at: promise.madeAt, dueAt: promise.unpausedDueAt }
  let due = start.dueAt.getTime()
  for (const { from, until } of merged(pauses, start.at.getTime())) {
    if (from >= due) break
    if (until >= cap) return new Date(cap)
    const waited = businessMinutesBetween(calendar, new Date(from), new Date(until))
    due = Math.max(addBusinessMinutes(calendar, new Date(due), waited).getTime(), until)
    if (due >= cap) return new Date(cap)
  }
  return new Date(due)
}

/** The latest a promise can be due, however long we wait for the customer. */
export function latestDue(calendar: Calendar, promise: CustomerPromise, policy: PauseCap): Date {
  if (policy.pauseCapBusinessDays === 0 || !canPause(promise.kind)) return promise.unpausedDueAt
  return addBusinessDays(calendar, promise.unpausedDueAt, policy.pauseCapBusinessDays)
}

interface Wait {
  readonly from: number
  readonly until: number
}

/** The pauses after `start`, in order, without overlap; an open one lasts for ever. */
function merged(pauses: readonly Pause[], start: number): readonly Wait[] {
  const waits = pauses
    .map(({ from, until }) => ({ from: Math.max(from.getTime(), start), until: until?.getTime() ?? Infinity }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from - b.from)
  const apart: Wait[] = []
  for (const wait of waits) {
    const last = apart.at(-1)
    if (last && wait.from <= last.until)
      apart[apart.length - 1] = { from: last.from, until: Math.max(last.until, wait.until) }
    else apart.push(wait)
  }
  return apart
}
