// Writes down that a letter was sent though its reader had received some of it: to learn what repeating does. No words, and nobody is shown it as blame.
import type { Context } from '../../../platform/context/context.ts'
import { logDecision } from '../../../platform/decisions/log-decision.ts'
import type { KeptCase } from '../case-columns.ts'
import { compareDraft } from './compare-draft.ts'

/** The rules of comparing, should they change. */
const policyVersion = 1

/** Before the letter is queued, so that it is not compared with itself. */
export async function noteRepeatsSent(ctx: Context, { caseId, customerId }: KeptCase, text: string): Promise<void> {
  const { repeats, letters, fresh, isMostlyReceived } = await compareDraft(ctx, caseId, text)
  if (repeats.length === 0) return
  const share = repeats.reduce((sum, { from, until }) => sum + until - from, 0) / text.length
  logDecision(ctx, {
    ...{ kind: 'said-before', customerId, caseId, chosen: 'sent', alternatives: ['reworded', 'left out'] },
    inputs: {
      letters: letters.map(({ messageId }) => messageId),
      passages: repeats.map(({ how }) => how),
      ...{ share: Math.round(share * 100) / 100, freshPassages: fresh.length, isMostlyReceived },
    },
    ...{ reason: 'The letter was sent though part of it had been received before.', policyVersion },
  })
}
