// A person decides about a message that waits: it belongs to the case (its sender takes part from now on), or it is somebody's own matter.
import { logDecision } from '../../platform/decisions/log-decision.ts'
import type { Context } from '../../platform/context/context.ts'
import { codeOf } from '../../hear/conversations/code.rules.ts'
import { addConversation, decideParticipant } from '../../hear/conversations/conversation.sql.ts'
import { lockMessageToConfirm, settleStanding, type MessageToConfirm } from '../../hear/conversations/message.sql.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import { countCustomerMessage } from './count-message.ts'
import { whoActs } from './take-case.ts'

/** Everything the sender has waiting in this conversation follows the decision; answers the case that heard the message.
 * @throws Refusal('not-found') for no such message, Refusal('wrong-state') when it was decided already */
export async function confirmMessage(
  ctx: Context,
  messageId: MessageId,
  decision: 'join' | 'separate',
): Promise<{ readonly caseId: CaseId | null }> {
  const by = whoActs(ctx)
  const waiting = await lockMessageToConfirm(ctx.db, messageId)
  if (!waiting) throw new Refusal('not-found', 'There is no such message.')
  if (waiting.standing !== 'to-confirm')
    throw new Refusal('wrong-state', 'Somebody has decided about this message already.')
  const standing = decision === 'join' ? 'confirmed' : 'refused'
  await decideParticipant(ctx.db, waiting.conversationId, waiting.identityId, standing, by, ctx.now())
  const place = decision === 'join' ? waiting : await beginOwn(ctx, waiting)
  const from = { conversationId: waiting.conversationId, identityId: waiting.identityId }
  const to = { conversationId: place.conversationId, standing: 'joined', joinedBy: 'person' } as const
  const messageIds = await settleStanding(ctx.db, from, to)
  logDecision(ctx, {
    ...{ kind: 'confirm-message', customerId: waiting.customerId, caseId: null, chosen: decision },
    ...{ alternatives: ['join', 'separate'], inputs: { messageId, identityId: waiting.identityId }, policyVersion: 1 },
    reason: 'A person read who wrote and decided whether it belongs here.',
  })
  // Heard here and now, so that the answer can name the case; the fact is for the screens, and its job finds it counted.
  let caseId: CaseId | null = null
  for (const one of messageIds) {
    const heardBy = await countCustomerMessage(ctx, one)
    if (one === messageId) caseId = heardBy
    ctx.emit({
      kind: 'message.received',
      messageId: one,
      conversationId: place.conversationId,
      customerId: place.customerId,
    })
  }
  return { caseId }
}

async function beginOwn(ctx: Context, { identityId, channelId, subject, senderCustomerId }: MessageToConfirm) {
  const conversationId = ctx.newId<'conversation'>()
  await addConversation(ctx.db, ctx.organizationId, {
    ...{ conversationId, identityId, channelId, customerId: senderCustomerId, code: codeOf(conversationId) },
    ...{ subject: subject.slice(0, 1000), at: ctx.now() },
  })
  return { conversationId, customerId: senderCustomerId }
}
