// Take next: the waiting case that is due first, for one person each. Locked cases are passed over while another waits.
import { Refusal } from '../../../shared/errors.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { poolsOf } from '../../calendars/pool.sql.ts'
import { changeLocked, doneOr409, factsOf } from '../change-case.ts'
import { lockNextWaiting } from '../case.sql.ts'
import { unlessAway, whoActs } from './take-case.ts'

/** @throws Refusal('wrong-state') when nothing waits, or for who is away */
export async function takeNext(ctx: Context): Promise<{ readonly caseId: CaseId }> {
  const by = whoActs(ctx)
  await unlessAway(ctx, by)
  const kept = await lockNextWaiting(ctx.db, await poolsOf(ctx.db, by), by)
  if (!kept) throw new Refusal('wrong-state', 'Nothing waits to be taken at the moment.')
  doneOr409(await changeLocked(ctx, await factsOf(ctx, kept), { do: 'take', by }))
  return { caseId: kept.caseId }
}
