// A person decides about a sender whose message waits to be confirmed: they take part in this conversation, or it is a matter of their own.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { ConversationId, CustomerId, MessageId, StaffId } from '../../shared/ids.ts'
import { codeOf } from './code.rules.ts'
import { addConversation, decideParticipant } from './conversation.sql.ts'
import { lockMessageToConfirm, type MessageToConfirm, settleStanding } from './message.sql.ts'

/** Decides for the sender, so all their waiting messages there go the same way; each is announced as received.
 * @throws Refusal('not-found'), Refusal('wrong-state') when it does not wait any more */
export async function confirmMessage(
  ctx: Context,
  messageId: MessageId,
  decision: 'join' | 'separate',
): Promise<ConversationId> {
  if (ctx.actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only a person confirms who takes part.')
  const message = await lockMessageToConfirm(ctx.db, messageId)
  if (!message) throw new Refusal('not-found', 'There is no such message.')
  if (message.standing !== 'to-confirm') throw new Refusal('wrong-state', 'Somebody has decided this already.')
  const to =
    decision === 'join' ? await join(ctx, message, ctx.actor.staffId) : await separate(ctx, message, ctx.actor.staffId)
  const settled = await settleStanding(ctx.db, message, {
    conversationId: to.conversationId,
    standing: 'joined',
    joinedBy: 'person',
  })
  for (const one of settled) ctx.emit({ kind: 'message.received', messageId: one, ...to })
  await recordAudit(ctx, `message.${decision}`, { kind: 'message', id: messageId })
  return to.conversationId
}

interface Decided {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
}

async function join(
  ctx: Context,
  { conversationId, identityId, customerId }: MessageToConfirm,
  by: StaffId,
): Promise<Decided> {
  await decideParticipant(ctx.db, conversationId, identityId, 'confirmed', by, ctx.now())
  return { conversationId, customerId }
}

async function separate(ctx: Context, message: MessageToConfirm, by: StaffId): Promise<Decided> {
  await decideParticipant(ctx.db, message.conversationId, message.identityId, 'refused', by, ctx.now())
  const conversationId = ctx.newId<'conversation'>()
  await addConversation(ctx.db, ctx.organizationId, {
    conversationId,
    customerId: message.senderCustomerId,
    identityId: message.identityId,
    channelId: message.channelId,
    code: codeOf(conversationId),
    subject: message.subject.slice(0, 1000),
    at: message.storedAt,
  })
  return { conversationId, customerId: message.senderCustomerId }
}
