// A person decides about a message that waits: it belongs to the case (its sender takes part from now on), or it is somebody's own matter.
import { logDecision } from '../../../platform/decisions/log-decision.ts'
import type { Context } from '../../../platform/context/context.ts'
import { codeOf } from '../../../hear/conversations/code.rules.ts'
import { addConversation, decideParticipant, touchConversation } from '../../../hear/conversations/conversation.sql.ts'
import { lockMessageToConfirm, settleStanding, type MessageToConfirm } from '../../../hear/conversations/message.sql.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, ConversationId, CustomerId, MessageId, StaffId } from '../../../shared/ids.ts'
import { isMessageHidden } from '../about-asker.sql.ts'
import { countCustomerMessage } from '../count-message.ts'
import { caseBeside } from '../outside/enquiry.sql.ts'
import { hearOutside } from '../outside/hear-outside.ts'
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
  if (!waiting || (await isMessageHidden(ctx.db, by, messageId)))
    throw new Refusal('not-found', 'There is no such message.')
  if (waiting.standing !== 'to-confirm')
    throw new Refusal('wrong-state', 'Somebody has decided about this message already.')
  const place = await (decision === 'join' ? join(ctx, waiting, by) : separate(ctx, waiting, by))
  const from = { conversationId: waiting.conversationId, identityId: waiting.identityId }
  const to = { conversationId: place.conversationId, standing: 'joined', joinedBy: 'person' } as const
  const messageIds = await settleStanding(ctx.db, from, { ...to, kind: place.isOutside ? 'outside' : 'human' })
  logDecision(ctx, {
    ...{ kind: 'confirm-message', customerId: waiting.customerId, caseId: null, chosen: decision },
    ...{ alternatives: ['join', 'separate'], inputs: { messageId, identityId: waiting.identityId }, policyVersion: 1 },
    reason: 'A person read who wrote and decided whether it belongs here.',
  })
  // Heard here and now, so that the answer can name the case; the fact is for the screens, and its job finds it counted.
  let caseId: CaseId | null = null
  for (const one of messageIds) {
    const heardBy = await (place.isOutside ? hearOutside(ctx, one) : countCustomerMessage(ctx, one))
    if (one === messageId) caseId = heardBy
    const { conversationId, customerId } = place
    ctx.emit(
      place.isOutside
        ? { kind: 'outside.received', messageId: one, conversationId }
        : { kind: 'message.received', messageId: one, conversationId, customerId },
    )
  }
  return { caseId }
}

interface Belongs {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  /** Whether it is said between us and somebody outside. */
  readonly isOutside: boolean
}

/** The sender takes part from now on. A customer who answers what was written to somebody outside, as it was passed on to them, speaks for
 * themselves all the same: their words belong into their own conversation. */
async function join(ctx: Context, waiting: MessageToConfirm, by: StaffId): Promise<Belongs> {
  const { conversationId, identityId, customerId, isOutside } = waiting
  const beside = isOutside ? await caseBeside(ctx.db, conversationId) : null
  if (beside !== null && beside.customerId === waiting.senderCustomerId) {
    await touchConversation(ctx.db, ctx.organizationId, beside.conversationId, identityId, ctx.now())
    await decideParticipant(ctx.db, beside.conversationId, identityId, 'confirmed', by, ctx.now())
    return { conversationId: beside.conversationId, customerId, isOutside: false }
  }
  const standing = isOutside ? 'outside' : 'confirmed'
  await decideParticipant(ctx.db, conversationId, identityId, standing, by, ctx.now())
  return { conversationId, customerId, isOutside }
}

async function separate(ctx: Context, waiting: MessageToConfirm, by: StaffId): Promise<Belongs> {
  const { identityId, channelId, subject, senderCustomerId } = waiting
  await decideParticipant(ctx.db, waiting.conversationId, identityId, 'refused', by, ctx.now())
  const conversationId = ctx.newId<'conversation'>()
  await addConversation(ctx.db, ctx.organizationId, {
    ...{ conversationId, identityId, channelId, customerId: senderCustomerId, code: codeOf(conversationId) },
    ...{ subject: subject.slice(0, 1000), at: ctx.now() },
  })
  return { conversationId, customerId: senderCustomerId, isOutside: false }
}
