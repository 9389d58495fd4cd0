// Writes down that a letter was sent although the guard had warned of it: to learn what repeating and advertising do. No words, and nobody is shown it
// as blame.
import type { Context } from '../../../platform/context/context.ts'
import { logDecision } from '../../../platform/decisions/log-decision.ts'
import type { KeptCase } from '../case-columns.ts'
import { compareDraft } from './compare-draft.ts'

/** The rules of comparing, should they change. */
const policyVersion = 1

/** Before the letter is queued, so that it is not compared with itself. */
export async function noteSentAnyway(ctx: Context, { caseId, customerId }: KeptCase, text: string): Promise<void> {
  const { repeats, letters, fresh, isMostlyReceived, promotions, askedAgain } = await compareDraft(ctx, caseId, text)
  if (repeats.length + promotions.length + askedAgain.length === 0) return
  const share = repeats.reduce((sum, { from, until }) => sum + until - from, 0) / text.length
  logDecision(ctx, {
    ...{ kind: 'sent-anyway', customerId, caseId, chosen: 'sent', alternatives: ['reworded', 'left out'] },
    inputs: {
      letters: letters.map(({ messageId }) => messageId),
      passages: repeats.map(({ how }) => how),
      ...{ share: Math.round(share * 100) / 100, freshPassages: fresh.length, isMostlyReceived },
      promotions: promotions.length,
      askedAgain: askedAgain.map(({ kind }) => kind),
    },
    ...{
      reason:
        repeats.length > 0
          ? 'The letter was sent although part of it had been received before.'
          : askedAgain.length > 0
            ? 'The letter was sent although it asks for what they have told.'
            : 'The letter was sent although it advertises.',
      policyVersion,
    },
  })
}
