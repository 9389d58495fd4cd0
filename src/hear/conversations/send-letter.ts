// Queues a letter to the customer of a conversation: the message, its files and the outbox row in the caller's transaction. Sending comes later.
import type { Context } from '../../platform/context/context.ts'
import type { ConversationId, FileId, MessageId, StaffId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { type ChannelRow, findChannel, firstChannelOf } from '../channels/channel.sql.ts'
import { isPlainAddress } from '../channels/mail/read-addresses.ts'
import { storableLine, storableText } from '../channels/mail/storable-text.ts'
import { domainOf, emailIdentity } from '../channels/address.rules.ts'
import { noteInteraction } from '../customers/note-interaction.ts'
import { codeOf } from './code.rules.ts'
import {
  type Addressee,
  addresseeOf,
  type ConversationToWrite,
  loadConversation,
  touchConversation,
} from './conversation.sql.ts'
import { letterAddresses } from './letter-addresses.ts'
import { addAttachments, addMessage, threadOf } from './message.sql.ts'
import { addLetter } from './outbox.sql.ts'

export interface Letter {
  readonly conversationId: ConversationId
  /** `answer` is a person's letter and needs `staffId`; the others are automatic and must have passed `whyNotAutomatically`. */
  readonly kind: 'acknowledgement' | 'answer' | 'notice'
  readonly staffId: StaffId | null
  readonly subject: string
  /** Plain text. */
  readonly text: string
  readonly fileIds: readonly FileId[]
  /** The message it answers; null for the last one heard in the conversation. */
  readonly inReplyTo: MessageId | null
}

/** The letter's message. Where it cannot be sent, the letter is there all the same, refused with the reason in words; where no mailbox is
 * connected yet, it is held until one is.
 * @throws Refusal('not-found') for an unknown conversation, Refusal('invalid') for an empty text */
export async function sendLetter(ctx: Context, letter: Letter): Promise<MessageId> {
  const conversation = await loadConversation(ctx.db, letter.conversationId)
  if (!conversation) throw new Refusal('not-found', 'There is no such conversation.')
  const text = storableText(letter.text)
  if (text.trim() === '') throw new Refusal('invalid', 'The letter has no text.', { '/text': 'is empty' })
  const addressee = await addresseeOf(ctx.db, letter.conversationId)
  const channel = await channelToWriteFrom(ctx, conversation)
  const messageId = ctx.newId<'message'>()
  const from = addressOf(channel)
  const domain = domainOf(from ?? new URL(ctx.house.publicUrl).hostname)
  await addMessage(ctx.db, ctx.organizationId, {
    messageId,
    conversationId: letter.conversationId,
    direction: 'out',
    kind: letter.kind,
    channelId: channel?.channelId ?? conversation.channelId,
    identityId: addressee?.identityId ?? null,
    staffId: letter.staffId,
    rawId: null,
    externalId: `<${messageId}@${domain}>`,
    subject: storableLine(letter.subject, 300),
    text,
    visibleText: text,
    html: null,
    language: null,
    meaning: null,
    authentication: 'none',
    standing: 'joined',
    joinedBy: 'us',
    mayAnswerAutomatically: false,
    at: ctx.now(),
    storedAt: ctx.now(),
  })
  await addAttachments(
    ctx.db,
    ctx.organizationId,
    messageId,
    letter.fileIds.map((fileId) => ({ fileId, inlineId: null })),
  )
  await touchConversation(ctx.db, ctx.organizationId, letter.conversationId, null, ctx.now())
  await queue(ctx, { letter, conversation, messageId, addressee, channel, from })
  await noteInteraction(ctx, {
    customerId: conversation.customerId,
    kind: 'message',
    messageId,
    details: { out: true, kind: letter.kind },
  })
  return messageId
}

interface ToQueue {
  readonly letter: Letter
  readonly conversation: ConversationToWrite
  readonly messageId: MessageId
  readonly addressee: Addressee | null
  readonly channel: ChannelRow | null
  readonly from: string | null
}

async function queue(
  ctx: Context,
  { letter, conversation, messageId, addressee, channel, from }: ToQueue,
): Promise<void> {
  const thread = await threadOf(ctx.db, letter.conversationId, letter.inReplyTo)
  const code = codeOf(messageId)
  const addresses =
    from === null ? { replyTo: '', envelopeFrom: '' } : await letterAddresses(ctx, from, conversation.code, code)
  const key = addressee?.kind === 'email' ? emailIdentity(addressee.address) : null
  await addLetter(
    ctx.db,
    ctx.organizationId,
    {
      messageId,
      code,
      channelId: channel?.channelId ?? conversation.channelId,
      // As it is matched: so the caps count one address once.
      to: key?.value ?? '',
      from: from ?? '',
      ...addresses,
      inReplyTo: thread.at(-1) ?? null,
      references: thread,
      isAutomatic: letter.kind !== 'answer',
      refusal: whyRefused(addressee),
    },
    ctx.now(),
  )
  ctx.wakeAfter('outbox')
}

/** Where the conversation came by mail, its own mailbox; else the first one there is. */
async function channelToWriteFrom(ctx: Context, conversation: ConversationToWrite): Promise<ChannelRow | null> {
  const own = await findChannel(ctx.db, conversation.channelId)
  return own?.kind === 'mail' && own.state !== 'off' ? own : firstChannelOf(ctx.db, 'mail')
}

function addressOf(channel: ChannelRow | null): string | null {
  const address = channel?.config['address']
  return typeof address === 'string' ? address : null
}

function whyRefused(addressee: Addressee | null): string | null {
  if (!addressee) return 'There is nobody to write to: the customer was erased.'
  if (addressee.kind !== 'email' || !isPlainAddress(addressee.address))
    return 'The customer has no e-mail address that can be written to safely.'
  return null
}
