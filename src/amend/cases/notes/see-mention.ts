// Opening a case answers the mention in it: the desk says no more of it.
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { saveMentionsSeen } from './mention.sql.ts'
import { whoActs } from '../work/take-case.ts'

export async function seeMention(ctx: Context, caseId: CaseId): Promise<{ readonly done: true }> {
  await saveMentionsSeen(ctx.db, caseId, whoActs(ctx), ctx.now())
  return { done: true }
}
