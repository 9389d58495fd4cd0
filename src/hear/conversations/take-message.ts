// Takes a message from outside into its conversation, or into a new one, with what came with it.
import type { Context } from '../../platform/context/context.ts'
import type { ChannelId, ConversationId, CustomerId, MessageId, RawId } from '../../shared/ids.ts'
import type { KnownIdentity } from '../customers/customer.sql.ts'
import { codeOf } from './code.rules.ts'
import { addConversation, touchConversation } from './conversation.sql.ts'
import {
  addAttachments,
  addMessage,
  type JoinedBy,
  type KindTold,
  type MessageCue,
  type MessageStanding,
  type NewAttachment,
} from './message.sql.ts'

export interface MessageTaken {
  /** Null: it begins a conversation. */
  readonly conversation: { readonly conversationId: ConversationId; readonly customerId: CustomerId } | null
  readonly kind: 'human' | 'machine' | 'outside'
  readonly channelId: ChannelId
  readonly sender: KnownIdentity
  readonly rawId: RawId
  readonly externalId: string
  readonly subject: string
  readonly text: string
  readonly visibleText: string
  readonly html: string | null
  readonly meaning: string | null
  readonly language: string | null
  readonly cues: readonly MessageCue[] | null
  readonly kindTold?: KindTold | null
  readonly authentication: 'none' | 'verified' | 'session' | 'key'
  readonly standing: MessageStanding
  readonly joinedBy: JoinedBy
  readonly mayAnswerAutomatically: boolean
  /** Whom its sender named beside us. */
  readonly cc?: readonly string[]
  readonly at: Date
  readonly storedAt: Date
}

/** Who the conversation belongs to comes back with it: the sender, where it is new. */
export async function takeMessage(
  ctx: Context,
  taken: MessageTaken,
  files: readonly NewAttachment[],
): Promise<{
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly messageId: MessageId
}> {
  const { conversation, sender, ...words } = taken
  const place = conversation ?? { conversationId: ctx.newId<'conversation'>(), customerId: sender.customerId }
  const messageId = ctx.newId<'message'>()
  await Promise.all([
    conversation
      ? touchConversation(ctx.db, ctx.organizationId, place.conversationId, sender.identityId, taken.storedAt)
      : begin(ctx, taken, place.conversationId),
    addMessage(ctx.db, ctx.organizationId, {
      ...words,
      ...{
        messageId,
        conversationId: place.conversationId,
        direction: 'in',
        identityId: sender.identityId,
        staffId: null,
      },
    }),
    addAttachments(ctx.db, ctx.organizationId, messageId, files),
  ])
  return { ...place, messageId }
}

const begin = (
  ctx: Context,
  { sender, channelId, subject, storedAt }: MessageTaken,
  conversationId: ConversationId,
): Promise<void> =>
  addConversation(ctx.db, ctx.organizationId, {
    conversationId,
    customerId: sender.customerId,
    identityId: sender.identityId,
    channelId,
    code: codeOf(conversationId),
    subject: subject.slice(0, 1000),
    at: storedAt,
  })
