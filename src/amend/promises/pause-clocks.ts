// Stops and restarts the clocks of a case while we wait for the customer, and moves its due times accordingly.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Floor } from './floor-policy.sql.ts'
import { addPause, endPauses, pausesOfCase } from './pause.sql.ts'
import { dueWithPauses } from './pauses.rules.ts'
import { promisesOfCase, savePromise } from './promise.sql.ts'

export async function startPause(
  ctx: Context,
  caseId: CaseId,
  floor: Floor,
  from: Date,
  reason: string,
): Promise<void> {
  await addPause(ctx.db, ctx.organizationId, { pauseId: ctx.newId<'pause'>(), caseId, reason, from })
  await moveDueTimes(ctx, caseId, floor)
}

export async function endPause(ctx: Context, caseId: CaseId, floor: Floor, at: Date): Promise<void> {
  await endPauses(ctx.db, caseId, at)
  await moveDueTimes(ctx, caseId, floor)
}

async function moveDueTimes(ctx: Context, caseId: CaseId, { policy, calendar }: Floor): Promise<void> {
  const pauses = await pausesOfCase(ctx.db, caseId)
  for (const promise of await promisesOfCase(ctx.db, caseId)) {
    const dueAt = dueWithPauses(calendar, promise, pauses, policy)
    if (dueAt.getTime() !== promise.dueAt.getTime()) await savePromise(ctx.db, { ...promise, dueAt })
  }
}
