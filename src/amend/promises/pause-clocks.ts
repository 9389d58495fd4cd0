// Stops and restarts the clocks of a case while we wait for the customer, and moves its due times accordingly.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Floor } from './floor-policy.sql.ts'
import { addPause, endPauses, pausesOfCase, takeUpPause } from './pause.sql.ts'
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

/** The pause that ended at `endedAt` had not ended after all. */
export async function goOnPausing(ctx: Context, caseId: CaseId, floor: Floor, endedAt: Date): Promise<void> {
  await takeUpPause(ctx.db, caseId, endedAt)
  await moveDueTimes(ctx, caseId, floor)
}

/** What stood still in one case since `since` stood still in the other as well, up to now. */
export async function sharePauses(ctx: Context, from: CaseId, to: CaseId, since: Date): Promise<void> {
  for (const pause of await pausesOfCase(ctx.db, from)) {
    if (pause.from < since) continue
    await addPause(ctx.db, ctx.organizationId, { ...pause, pauseId: ctx.newId<'pause'>(), caseId: to })
    await endPauses(ctx.db, to, pause.until ?? ctx.now())
  }
}

/** Where the clocks of a case stand by its ledger. */
export async function moveDueTimes(ctx: Context, caseId: CaseId, { policy, calendar }: Floor): Promise<void> {
  const pauses = await pausesOfCase(ctx.db, caseId)
  for (const promise of await promisesOfCase(ctx.db, caseId)) {
    const dueAt = dueWithPauses(calendar, promise, pauses, policy)
    if (dueAt.getTime() !== promise.dueAt.getTime()) await savePromise(ctx.db, { ...promise, dueAt })
  }
}
