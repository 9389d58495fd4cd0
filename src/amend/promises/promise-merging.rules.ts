// The promises of two cases that become one: of each kind the one that is due first runs on, none gets later and none is lost; and back again.
import type { CaseId, PromiseId } from '../../shared/ids.ts'
import { isOwed, type KeptPromise, opened } from './promise.rules.ts'

/** A promise as it stands in its case, with the first of its matter where it was made anew. */
export type Merging = KeptPromise & { readonly insteadOf?: PromiseId | null }

/** The promise once another of its kind stands for both. */
export const absorbed = <P extends KeptPromise>(promise: P, at: Date): P => ({
  ...promise,
  status: 'merged',
  settledAt: at,
  owedUntil: at,
})

/** The promise once its time has passed, whether or not the tick has looked. */
export const brokenBy = <P extends KeptPromise>(promise: P, at: Date): P =>
  promise.status === 'open' && promise.dueAt < at
    ? { ...promise, status: 'broken', settledAt: promise.dueAt, brokenAt: promise.dueAt }
    : promise

export interface MergingTerms {
  readonly into: CaseId
  readonly at: Date
  /** Whether the customer was told, in either case, that we have it: then no acknowledgement is owed any more. */
  readonly isAcknowledged: boolean
}

/**
 * What the promises of both cases become, those that change: what is owed in the case that `comes` goes over, and of two that are open and of one kind
 * the later is absorbed where it is. The times that a promise has at the merge stay; only pauses after it move it.
 */
export function mergedPromises<P extends Merging>(
  comes: readonly P[],
  stays: readonly P[],
  { into, at, isAcknowledged }: MergingTerms,
): readonly P[] {
  const here = stays.map((one) => brokenBy(one, at))
  const there = comes.map((one) => brokenBy(one, at))
  const carried = (promise: P): P => ({ ...promise, caseId: into, carried: { at, dueAt: promise.dueAt } })
  const isSettled = (promise: P) => isAcknowledged && promise.kind === 'acknowledgement'
  const rivalOf = (promise: P, among: readonly P[]) =>
    promise.status === 'open' && promise.kind !== 'given'
      ? among.find((one) => one.status === 'open' && one.kind === promise.kind)
      : undefined
  const nextThere = there.map((promise): P => {
    if (!isOwed(promise)) return promise
    const rival = rivalOf(promise, here)
    const isLater = rival !== undefined && rival.dueAt <= promise.dueAt
    return isSettled(promise) || isLater ? absorbed(promise, at) : carried(promise)
  })
  const nextHere = here.map((promise): P => {
    if (!isOwed(promise)) return promise
    const rival = rivalOf(promise, there)
    return isSettled(promise) || (rival && rival.dueAt < promise.dueAt) ? absorbed(promise, at) : promise
  })
  const before = [...comes, ...stays]
  // In the order in which at most one of a kind is open at every moment: first what ends, then what goes over.
  return [...nextHere, ...nextThere]
    .filter((promise) => !before.includes(promise))
    .sort((a, b) => Number(a.status === 'open') - Number(b.status === 'open'))
}

/** What a promise was before a merge, as the undo needs it. */
export interface PromiseBefore {
  readonly promiseId: PromiseId
  readonly caseId: CaseId
  readonly isOpen: boolean
  readonly dueAt: string
  readonly carried: { readonly at: string; readonly dueAt: string } | null
}

export const promiseBefore = (promise: Merging): PromiseBefore => ({
  promiseId: promise.promiseId,
  caseId: promise.caseId,
  isOpen: promise.status === 'open',
  dueAt: promise.dueAt.toISOString(),
  carried: promise.carried
    ? { at: promise.carried.at.toISOString(), dueAt: promise.carried.dueAt.toISOString() }
    : null,
})

/**
 * What the promises of a merged case become when the merge is undone, those that change. What was carried over goes back with all that was promised
 * anew in its place; what was absorbed runs again, unless one of its kind runs in its case. What has broken since stays broken.
 */
export function unmergedPromises<P extends Merging>(all: readonly P[], before: readonly PromiseBefore[]): readonly P[] {
  const was = new Map(before.map((one) => [one.promiseId, one]))
  const home = (promise: P): CaseId => {
    const root = was.get(promise.promiseId) ?? was.get(promise.insteadOf ?? promise.promiseId)
    return root?.caseId ?? promise.caseId
  }
  const back = all.map((promise): P => {
    const then = was.get(promise.promiseId)
    const caseId = home(promise)
    if (!then) return caseId === promise.caseId ? promise : { ...promise, caseId }
    const carried = then.carried && { at: new Date(then.carried.at), dueAt: new Date(then.carried.dueAt) }
    const dueAt = promise.status === 'open' ? new Date(then.dueAt) : promise.dueAt
    return { ...promise, caseId, carried, dueAt }
  })
  const runs = new Set(back.filter(({ status }) => status === 'open').map(({ caseId, kind }) => `${caseId} ${kind}`))
  const again = back.map((promise): P => {
    const then = was.get(promise.promiseId)
    const key = `${promise.caseId} ${promise.kind}`
    if (promise.status !== 'merged' || !then?.isOpen || runs.has(key)) return promise
    runs.add(key)
    return { ...opened(promise), dueAt: new Date(then.dueAt) }
  })
  // What goes home makes room for what runs again.
  return again
    .filter((promise, n) => !isSame(promise, all[n]))
    .sort((a, b) => Number(runsAgain(a, all)) - Number(runsAgain(b, all)))
}

const runsAgain = (promise: Merging, all: readonly Merging[]): boolean =>
  promise.status === 'open' && all.some((one) => one.promiseId === promise.promiseId && one.status === 'merged')

const isSame = (a: Merging, b: Merging | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
