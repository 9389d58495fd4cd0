// Somebody wants no surveys any more: said by the link in one, by one click in their mail program, or by its report that one was unwanted.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, IdentityId } from '../../shared/ids.ts'
import { standingOf } from './answer-survey.ts'
import { addressAsked, stopAddress } from './survey-stop.sql.ts'
import { findAsked } from './survey.sql.ts'

/** For as long as the link is one: also when the survey itself is over. False where nobody was asked. */
export async function unsubscribe(ctx: Context, caseId: CaseId): Promise<boolean> {
  const survey = await findAsked(ctx.db, caseId, false)
  if (standingOf(survey, ctx.now()) === 'gone') return false
  const identityId = await addressAsked(ctx.db, caseId)
  if (identityId === null) return false
  await stopAddress(ctx.db, ctx.organizationId, identityId, 'unsubscribed', ctx.now())
  return true
}

/** An address whose mail program reported a letter of ours: it gets none of this kind. */
export const stopReported = (ctx: Context, identityId: IdentityId): Promise<void> =>
  stopAddress(ctx.db, ctx.organizationId, identityId, 'reported', ctx.now())
