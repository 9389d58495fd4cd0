// A promise that a person gives: about what, until when.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId, PromiseId, StaffId } from '../../shared/ids.ts'
import { addPromises } from './promise.sql.ts'

const year = 366 * 86_400_000

/** Gives a promise. @throws Refusal('invalid') for a due time that has passed or lies more than a year ahead */
export async function makePromise(
  ctx: Context,
  given: { readonly caseId: CaseId; readonly about: string; readonly dueAt: Date; readonly by: StaffId },
): Promise<PromiseId> {
  const now = ctx.now()
  if (given.dueAt <= now) throw new Refusal('invalid', 'A promise is due in the future.', { '/dueAt': 'has passed' })
  if (given.dueAt.getTime() - now.getTime() > year)
    throw new Refusal('invalid', 'A promise is due within a year.', { '/dueAt': 'is too far ahead' })
  const promiseId = ctx.newId<'promise'>()
  await addPromises(ctx.db, ctx.organizationId, [
    {
      ...{ promiseId, caseId: given.caseId, kind: 'given', about: given.about, source: 'person', madeBy: given.by },
      ...{ madeAt: now, unpausedDueAt: given.dueAt, dueAt: given.dueAt },
      ...{ status: 'open', settledAt: null, brokenAt: null, owedUntil: null },
    },
  ])
  return promiseId
}
