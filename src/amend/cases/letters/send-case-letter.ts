// Queues a letter that follows from a decision about a case, if a machine may write now, and counts it for the case.
import type { Context } from '../../../platform/context/context.ts'
import { renewalsToldAt } from '../../promises/renewal.sql.ts'
import { logDecision } from '../../../platform/decisions/log-decision.ts'
import { letterConversation } from '../../../hear/conversations/letter-conversation.sql.ts'
import { whyNotWriteIn } from '../../../hear/conversations/may-send-automatically.ts'
import { sendLetter, type Letter as QueuedLetter } from '../../../hear/conversations/send-letter.ts'
import { composeLetter } from './compose-letter.ts'
import type { Letter } from '../rules/case-effects.rules.ts'
import { countMessage } from '../case-message.sql.ts'
import { saveLastWord } from '../case.sql.ts'
import type { KeptCase } from '../case-columns.ts'
import type { Case } from '../case.rules.ts'
import { letterFacts } from './letter-facts.sql.ts'

export interface LetterOf {
  readonly kept: KeptCase
  /** The case as decided. */
  readonly next: Case
}

/** A rejection is its owner's letter; the others leave by themselves, and are left out (with the reason logged) where a machine may not write. */
export async function sendCaseLetter(
  ctx: Context,
  { kept, next }: LetterOf,
  letter: Letter,
  words: readonly string[],
  leavesAt: Date | undefined,
): Promise<void> {
  const { caseId, conversationId } = kept
  const answers = letter === 'acknowledgement' ? kept.openingMessageId : null
  const people = { duty: next.dutyStaffId, owner: next.ownerStaffId }
  const [conversation, facts, late] = await Promise.all([
    letterConversation(ctx.db, conversationId, answers),
    letterFacts(ctx.db, caseId, people),
    letter === 'late' ? renewalsToldAt(ctx.db, caseId, ctx.now()) : [],
  ])
  const whyNot = letter === 'rejection' ? null : await whyNotWriteIn(ctx, conversationId, conversation)
  if (whyNot !== null) {
    logLeftOut(ctx, kept, letter, whyNot)
    return
  }
  const { subject, text } = composeLetter(letter, { ...facts, late }, words)
  const toSend: QueuedLetter = {
    ...{ conversationId, subject, text, fileIds: [], inReplyTo: answers, ...(leavesAt && { leavesAt }) },
    ...(letter === 'rejection'
      ? { kind: 'answer', staffId: next.ownerStaffId }
      : { kind: letter === 'acknowledgement' ? 'acknowledgement' : 'notice', staffId: null }),
  }
  const messageId = await sendLetter(ctx, toSend, conversation)
  ctx.lastly((db) => countMessage(db, ctx.organizationId, { messageId, caseId, meaning: letter }, ctx.now()))
  if (letter === 'rejection') await saveLastWord(ctx.db, caseId, { at: ctx.now(), direction: 'out', text })
  ctx.emit({ kind: 'message.queued', messageId, caseId })
}

/** Notes why a letter that would leave by itself did not. */
export const logLeftOut = (ctx: Context, kept: KeptCase, letter: Letter, reason: string): void => {
  logDecision(ctx, {
    ...{ kind: 'automatic-letter', customerId: kept.customerId, caseId: kept.caseId },
    ...{ chosen: 'none', alternatives: [letter], inputs: { letter }, reason, policyVersion: kept.floorVersion },
  })
}
