// Somebody outside wrote, or our letter to them came back. It is not the customer's word: it opens and reopens nothing, moves no clock of theirs and
// is answered by no machine. It ends the wait for them, where the case waits for nobody else.
import { colleagueActing } from '../../../platform/context/actor.rules.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, ConversationId, MessageId } from '../../../shared/ids.ts'
import { changeLocked, doneOr409, lockForChange } from '../change-case.ts'
import { countMessage } from '../case-message.sql.ts'
import { caseBeside, endEnquiry, enquiryOfMessage } from './enquiry.sql.ts'

/** The case that heard it; null for what is no message from outside, or waits to be confirmed. */
export async function hearOutside(ctx: Context, messageId: MessageId): Promise<CaseId | null> {
  const found = await enquiryOfMessage(ctx.db, messageId)
  if (!found || found.isOurs || found.standing !== 'joined') return null
  const { caseId, conversationId } = found
  await endWaitFor(ctx, caseId, conversationId, 'answered')
  await countMessage(ctx.db, ctx.organizationId, { messageId, caseId, meaning: 'outside' }, ctx.now())
  ctx.emit({ kind: 'outside.answered', caseId, messageId, byStaffId: colleagueActing(ctx.actor) })
  return caseId
}

/** Our letter to somebody outside came back. */
export async function hearOutsideReturned(ctx: Context, messageId: MessageId): Promise<void> {
  const found = await enquiryOfMessage(ctx.db, messageId)
  if (found?.isOurs) await endWaitFor(ctx, found.caseId, found.conversationId, 'returned')
}

/** A person waits for them no more. @throws Refusal('not-found') for none of this case, Refusal('wrong-state') where the case says no */
export async function letEnquiryGo(
  ctx: Context,
  caseId: CaseId,
  conversationId: ConversationId,
): Promise<{ readonly done: true }> {
  if ((await caseBeside(ctx.db, conversationId))?.caseId !== caseId)
    throw new Refusal('not-found', 'This case has asked nobody in such a conversation.')
  await endWaitFor(ctx, caseId, conversationId, 'let-go')
  return { done: true }
}

async function endWaitFor(
  ctx: Context,
  caseId: CaseId,
  conversationId: ConversationId,
  how: Parameters<typeof endEnquiry>[2],
): Promise<void> {
  const locked = await lockForChange(ctx, caseId)
  const { wasAwaited } = await endEnquiry(ctx.db, conversationId, how, ctx.now())
  if (wasAwaited) doneOr409(await changeLocked(ctx, locked, { do: 'third-party-heard' }))
  ctx.emit({ kind: 'case.changed', caseId })
}
