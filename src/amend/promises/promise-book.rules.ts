// The promises and pauses of one case as a whole, held in memory: for cases that are told all at once. Rows change in settle-promises.ts and pause-clocks.ts.
import type { Calendar } from '../calendars/calendar.rules.ts'
import type { CaseId, PromiseId } from '../../shared/ids.ts'
import { floorDueTimes, type FloorPolicy, stillBrokenDue } from './floor-policy.rules.ts'
import { dueWithPauses, type Pause } from './pauses.rules.ts'
import { done, isOwed, type KeptPromise, letGo, type PromiseKind } from './promise.rules.ts'

export interface PromiseBook {
  readonly promises: readonly KeptPromise[]
  readonly pauses: readonly Pause[]
}

/** What a book counts by. */
export interface BookTerms {
  readonly policy: FloorPolicy
  readonly calendar: Calendar
}

export const emptyBook: PromiseBook = { promises: [], pauses: [] }

/** With one more promise of the floor; one of its kind that is still open stays as it is. */
export function madeByFloor(
  book: PromiseBook,
  { policy, calendar }: BookTerms,
  one: {
    readonly promiseId: PromiseId
    readonly caseId: CaseId
    readonly kind: Exclude<PromiseKind, 'given'>
    readonly from: Date
  },
): PromiseBook {
  if (book.promises.some(({ kind, status }) => kind === one.kind && status === 'open')) return book
  const dueAt =
    one.kind === 'still-broken-answer'
      ? stillBrokenDue(policy, calendar, one.from)
      : floorDueTimes(policy, calendar, one.from)[one.kind]
  const promise: KeptPromise = {
    ...{ promiseId: one.promiseId, caseId: one.caseId, kind: one.kind, about: '' },
    ...{ source: `floor:${String(policy.version)}`, madeAt: one.from, madeBy: null, unpausedDueAt: dueAt, dueAt },
    ...{ status: 'open', settledAt: null, brokenAt: null, owedUntil: null, carried: null },
  }
  return { ...book, promises: [...book.promises, promise] }
}

/** With everything owed of a kind done at `at`. */
export const settledAt = (book: PromiseBook, kind: PromiseKind, at: Date): PromiseBook => ({
  ...book,
  promises: book.promises.map((one) => (one.kind === kind && isOwed(one) ? done(one, at) : one)),
})

/** With everything the floor still owes let go. */
export const releasedAt = (book: PromiseBook, at: Date): PromiseBook => ({
  ...book,
  promises: book.promises.map((one) => (one.kind !== 'given' && isOwed(one) ? letGo(one, at) : one)),
})

/** With the clocks stopped from `from` on. */
export const pausedFrom = (book: PromiseBook, terms: BookTerms, from: Date, reason: string): PromiseBook =>
  moved({ ...book, pauses: [...book.pauses, { from, until: null, reason }] }, terms)

/** With the clocks running again. */
export const resumedAt = (book: PromiseBook, terms: BookTerms, at: Date): PromiseBook =>
  moved({ ...book, pauses: book.pauses.map((one) => (one.until === null ? { ...one, until: at } : one)) }, terms)

const moved = (book: PromiseBook, { policy, calendar }: BookTerms): PromiseBook => ({
  ...book,
  promises: book.promises.map((one) => ({ ...one, dueAt: dueWithPauses(calendar, one, book.pauses, policy) })),
})

/** How many are still owed, and when the first of them is due. */
export function owedIn(book: PromiseBook): { readonly count: number; readonly nextDueAt: Date | null } {
  const dues = book.promises.filter(isOwed).map(({ dueAt }) => dueAt.getTime())
  return { count: dues.length, nextDueAt: dues.length === 0 ? null : new Date(Math.min(...dues)) }
}
