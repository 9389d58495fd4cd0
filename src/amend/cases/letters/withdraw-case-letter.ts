// Takes back the newest letter of a kind that has not left yet.
import { withdrawLetter } from '../../../hear/conversations/withdraw-letter.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Letter } from '../rules/case-effects.rules.ts'
import { newestLetterFor } from '../case-message.sql.ts'

/** @throws Refusal('wrong-state') when it has left meanwhile: then nothing of the decision is done */
export async function withdrawCaseLetter(ctx: Context, caseId: CaseId, letter: Letter): Promise<void> {
  const newest = await newestLetterFor(ctx.db, caseId, letter)
  if (newest === null || (newest.state !== 'held' && newest.state !== 'queued')) return
  if (!(await withdrawLetter(ctx, newest.messageId, 'It was taken back before it left.')))
    throw new Refusal('wrong-state', 'The letter to the customer has just left. Nothing was changed.')
}
