// Drafts are kept here while somebody writes; an empty one is gone.
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { removeDraft, saveDraft, type DraftKind } from './draft.sql.ts'
import { whoActs } from './take-case.ts'

export async function keepDraft(
  ctx: Context,
  caseId: CaseId,
  kind: DraftKind,
  text: string,
): Promise<{ readonly savedAt: Date }> {
  const staffId = whoActs(ctx)
  if (text === '') await removeDraft(ctx.db, caseId, staffId, kind)
  else await saveDraft(ctx.db, ctx.organizationId, { caseId, staffId, kind, text }, ctx.now())
  return { savedAt: ctx.now() }
}
