// How promises end and begin again: kept, found broken, released by the customer, reopened by a letter that came back.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, PromiseId } from '../../shared/ids.ts'
import { sameMatter } from './renewal.sql.ts'
import { promisesOfCase, savePromise } from './promise.sql.ts'
import { done, isOwed, type KeptPromise, letGo, opened, type PromiseKind } from './promise.rules.ts'

/** What every owed promise of a kind is about was done at `at`: kept, or broken and now done. More than one is owed where one stands in for a broken one. */
export async function settlePromise(ctx: Context, caseId: CaseId, kind: PromiseKind, at: Date): Promise<void> {
  const owed = (await promisesOfCase(ctx.db, caseId)).filter((one) => one.kind === kind && isOwed(one))
  for (const promise of owed) await savePromise(ctx.db, done(promise, at))
}

/** What kept the newest promise of a kind has come back: it is owed again, with the due time it had. */
export async function reopenPromise(ctx: Context, caseId: CaseId, kind: PromiseKind): Promise<void> {
  const all = (await promisesOfCase(ctx.db, caseId)).filter((one) => one.kind === kind && one.status !== 'merged')
  const promise = all.at(-1)
  if (!promise || isOwed(promise) || promise.status === 'released') return
  await savePromise(ctx.db, opened(promise))
  // What it stood in for was done by the same letter, and is owed with it again.
  const same = all.slice(0, -1).filter((one) => one.owedUntil?.getTime() === promise.owedUntil?.getTime())
  for (const broken of same.filter(({ status }) => status === 'broken'))
    await savePromise(ctx.db, { ...broken, owedUntil: null })
}

/** The customer no longer needs an answer: everything the floor still owes is let go. What a person promised stays. */
export async function releasePromises(ctx: Context, caseId: CaseId, at: Date): Promise<void> {
  for (const promise of await promisesOfCase(ctx.db, caseId)) {
    if (promise.kind === 'given' || !isOwed(promise)) continue
    await savePromise(ctx.db, letGo(promise, at))
  }
}

/** Marks a promise that a person gave as done now. Null when the case has no such promise; done twice is done. */
export async function keepPromise(ctx: Context, caseId: CaseId, promiseId: PromiseId): Promise<KeptPromise | null> {
  const all = await promisesOfCase(ctx.db, caseId)
  const promise = all.find((one) => one.promiseId === promiseId)
  if (promise?.kind !== 'given') return promise ?? null
  const same = await sameMatter(ctx.db, promiseId)
  for (const one of all.filter((other) => same.has(other.promiseId) && isOwed(other)))
    await savePromise(ctx.db, done(one, ctx.now()))
  return promise
}
