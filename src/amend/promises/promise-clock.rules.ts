// What the clock of a promise shows at a moment: calm, due, late, paused or kept, and how much is left.
import { addBusinessMinutes, businessMinutesBetween } from '../calendars/calendar.rules.ts'
import type { Calendar } from '../calendars/calendar.rules.ts'
import { dueWithPauses, latestDue } from './pauses.rules.ts'
import type { Pause, PauseCap } from './pauses.rules.ts'
import { canPause } from './promise.rules.ts'
import type { CustomerPromise } from './promise.rules.ts'

export interface Remaining {
  /** 'due': less than a quarter is left. 'kept': kept, or released by the customer. */
  readonly state: 'calm' | 'due' | 'late' | 'paused' | 'kept'
  /** Left of the time that was promised, 0 to 1: business time where the promise counts business days, otherwise wall clock. */
  readonly share: number
  /** Whole minutes of wall clock until the due time; negative when it has passed. */
  readonly minutes: number
}

const soon = 0.25

/**
 * The clock of a promise at `now`. While paused it stands still: the due time is the one it would have if the customer answered now. Once pauses
 * have used up their cap it runs again. A kept or released promise shows what was left when it was settled; a broken one counts on.
 */
export function remaining(
  calendar: Calendar,
  promise: CustomerPromise,
  pauses: readonly Pause[],
  policy: PauseCap,
  now: Date,
): Remaining {
  if (promise.status === 'broken') return { state: 'late', share: 0, minutes: minutesUntil(promise.dueAt, now) }
  if (promise.status !== 'open') {
    const at = promise.settledAt ?? now
    return {
      state: 'kept',
      share: shareLeft(calendar, promise, promise.dueAt, at),
      minutes: minutesUntil(promise.dueAt, at),
    }
  }
  const due = dueWithPauses(calendar, promise, upTo(pauses, now), policy)
  const share = shareLeft(calendar, promise, due, now)
  const minutes = minutesUntil(due, now)
  if (now > due) return { state: 'late', share: 0, minutes }
  const isPaused =
    canPause(promise.kind) && pauses.some((pause) => covers(pause, now)) && due < latestDue(calendar, promise, policy)
  if (isPaused) return { state: 'paused', share, minutes }
  return { state: share < soon ? 'due' : 'calm', share, minutes }
}

/**
 * When the clock of an open promise, due as it stands now, has a quarter of its time left: a moment later it shows 'due', unless it stands still then.
 * Never before the promise was made.
 */
export function quarterLeftAt(
  calendar: Calendar,
  promise: Pick<CustomerPromise, 'kind' | 'madeAt' | 'unpausedDueAt' | 'dueAt'>,
): Date {
  const { madeAt, unpausedDueAt, dueAt } = promise
  const promised = canPause(promise.kind) ? businessMinutesBetween(calendar, madeAt, unpausedDueAt) : 0
  if (promised > 0) {
    const spent = businessMinutesBetween(calendar, madeAt, dueAt) - soon * promised
    return spent > 0 ? addBusinessMinutes(calendar, madeAt, spent) : madeAt
  }
  const quarter = soon * Math.max(0, unpausedDueAt.getTime() - madeAt.getTime())
  return new Date(Math.max(madeAt.getTime(), dueAt.getTime() - quarter))
}

const covers = ({ from, until }: Pause, at: Date) => from <= at && (until === null || at < until)

/** The ledger as far as it has happened: what still runs ends now. */
const upTo = (pauses: readonly Pause[], now: Date): readonly Pause[] =>
  pauses
    .filter(({ from }) => from < now)
    .map((pause) => (pause.until !== null && pause.until < now ? pause : { ...pause, until: now }))

// Adding zero turns -0 into 0.
const minutesUntil = (due: Date, now: Date) => Math.trunc((due.getTime() - now.getTime()) / 60_000) + 0

function shareLeft(calendar: Calendar, promise: CustomerPromise, due: Date, now: Date): number {
  const wall = (from: Date, to: Date) => Math.max(0, to.getTime() - from.getTime())
  const business = (from: Date, to: Date) => businessMinutesBetween(calendar, from, to)
  const promised = canPause(promise.kind) ? business(promise.madeAt, promise.unpausedDueAt) : 0
  const [length, left] =
    promised > 0 ? [promised, business(now, due)] : [wall(promise.madeAt, promise.unpausedDueAt), wall(now, due)]
  return length > 0 ? Math.min(1, left / length) : 0
}
