// How promises end and begin again: kept, found broken, released by the customer, reopened by a letter that came back.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, PromiseId } from '../../shared/ids.ts'
import { promisesOfCase, savePromise, type KeptPromise } from './promise.sql.ts'
import { release, settle, type PromiseKind } from './promise.rules.ts'

const isOwed = (promise: KeptPromise): boolean => promise.owedUntil === null
const opened = (promise: KeptPromise): KeptPromise => ({
  ...promise,
  status: 'open',
  settledAt: null,
  brokenAt: null,
  owedUntil: null,
})

/** The promise once what it is about was done at `at`. The tick may have found it broken before we heard that it was done in time. */
function done(promise: KeptPromise, at: Date): KeptPromise {
  const settled = settle(opened(promise), at)
  const brokenAt = settled.status === 'broken' ? promise.dueAt : null
  return { ...settled, brokenAt, settledAt: brokenAt ?? settled.settledAt, owedUntil: at }
}

/** What the newest owed promise of a kind is about was done at `at`: kept, or broken and now done. Nothing where none is owed. */
export async function settlePromise(ctx: Context, caseId: CaseId, kind: PromiseKind, at: Date): Promise<void> {
  const promise = (await promisesOfCase(ctx.db, caseId)).findLast((one) => one.kind === kind && isOwed(one))
  if (promise) await savePromise(ctx.db, done(promise, at))
}

/** What kept the newest promise of a kind has come back: it is owed again, with the due time it had. */
export async function reopenPromise(ctx: Context, caseId: CaseId, kind: PromiseKind): Promise<void> {
  const promise = (await promisesOfCase(ctx.db, caseId)).findLast((one) => one.kind === kind)
  if (promise && !isOwed(promise) && promise.status !== 'released') await savePromise(ctx.db, opened(promise))
}

/** The customer no longer needs an answer: everything the floor still owes is let go. What a person promised stays. */
export async function releasePromises(ctx: Context, caseId: CaseId, at: Date): Promise<void> {
  for (const promise of await promisesOfCase(ctx.db, caseId)) {
    if (promise.kind === 'given' || !isOwed(promise)) continue
    const letGo = release(promise, at)
    const brokenAt = letGo.status === 'broken' ? promise.dueAt : null
    await savePromise(ctx.db, { ...letGo, brokenAt, settledAt: brokenAt ?? letGo.settledAt, owedUntil: at })
  }
}

/** Marks a promise that a person gave as done now. Null when the case has no such promise; done twice is done. */
export async function keepPromise(ctx: Context, caseId: CaseId, promiseId: PromiseId): Promise<KeptPromise | null> {
  const promise = (await promisesOfCase(ctx.db, caseId)).find((one) => one.promiseId === promiseId)
  if (!promise) return null
  if (isOwed(promise) && promise.kind === 'given') await savePromise(ctx.db, done(promise, ctx.now()))
  return promise
}
