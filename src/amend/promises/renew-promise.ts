// A broken promise is promised anew, because its customer is told now that we are late.
import type { Context } from '../../platform/context/context.ts'
import type { PromiseId } from '../../shared/ids.ts'
import { absorbed } from './promise-merging.rules.ts'
import { openRival, saveMoved } from './promise.sql.ts'
import type { Floor } from './floor-policy.sql.ts'
import { renewedDue, type RenewableKind } from './renewal.rules.ts'
import { addRenewal, renewalsOf, saveTold } from './renewal.sql.ts'

/** In the transaction that queues the letter. @throws Error when the customer was told before: there is one letter a promise */
export async function renewPromise(
  ctx: Context,
  { policy, calendar }: Floor,
  broken: { readonly promiseId: PromiseId; readonly kind: RenewableKind },
): Promise<void> {
  if (!(await saveTold(ctx.db, broken.promiseId, ctx.now()))) throw new Error('a customer was told of a promise twice')
  const renewals = await renewalsOf(ctx.db, broken.promiseId)
  const due = renewedDue(policy, calendar, broken.kind, renewals, ctx.now())
  const renewal = {
    promiseId: ctx.newId<'promise'>(),
    insteadOf: broken.promiseId,
    source: `floor:${String(policy.version)}`,
    dueAt: await untilRival(ctx, broken, due),
  }
  await addRenewal(ctx.db, ctx.organizationId, renewal, ctx.now())
}

/** Where cases were merged, one of the same kind may run already: the one promised now stands for both, and is due no later than it. */
async function untilRival(
  ctx: Context,
  { promiseId, kind }: { readonly promiseId: PromiseId; readonly kind: RenewableKind },
  due: Date,
): Promise<Date> {
  const rival = kind === 'given' ? null : await openRival(ctx.db, promiseId)
  if (rival === null) return due
  await saveMoved(ctx.db, [absorbed(rival, ctx.now())])
  return rival.dueAt < due ? rival.dueAt : due
}
