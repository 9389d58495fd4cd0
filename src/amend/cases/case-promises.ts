// Promises a person gives in a case, and how all of its promises stand.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId, PromiseId } from '../../shared/ids.ts'
import { keepPromise } from '../promises/settle-promises.ts'
import { makePromise } from '../promises/make-promise.ts'
import { lockForChange } from './change-case.ts'
import type { CommandDone } from './case.schema.ts'
import { saveClock } from './case.sql.ts'
import { whoActs } from './work/take-case.ts'

/** @throws Refusal('wrong-state') in a case that is closed, Refusal('invalid') for a due time that cannot be kept */
export async function givePromise(
  ctx: Context,
  caseId: CaseId,
  promise: { readonly about: string; readonly dueAt: Date },
): Promise<CommandDone & { readonly promiseId: PromiseId }> {
  const { kept } = await lockForChange(ctx, caseId)
  if (kept.current.state === 'closed') throw new Refusal('wrong-state', 'This case is closed. Reopen it first.')
  if (kept.current.merged !== null) throw new Refusal('wrong-state', 'This case was merged into another. Go on there.')
  const promiseId = await makePromise(ctx, { caseId, ...promise, by: whoActs(ctx) })
  await saveClock(ctx.db, caseId)
  ctx.emit({ kind: 'case.changed', caseId })
  return { promiseId, version: kept.current.version, state: kept.current.state }
}

/** Marks a promise that a person gave as kept. @throws Refusal('not-found') for none of this case, Refusal('wrong-state') for one of the floor */
export async function keepGivenPromise(ctx: Context, caseId: CaseId, promiseId: PromiseId): Promise<CommandDone> {
  const { kept } = await lockForChange(ctx, caseId)
  const promise = await keepPromise(ctx, caseId, promiseId)
  if (!promise) throw new Refusal('not-found', 'This case has no such promise.')
  if (promise.kind !== 'given')
    throw new Refusal('wrong-state', 'A promise of the floor is kept by an answer, not by hand.')
  await saveClock(ctx.db, caseId)
  ctx.emit({ kind: 'case.changed', caseId })
  return { version: kept.current.version, state: kept.current.state }
}
