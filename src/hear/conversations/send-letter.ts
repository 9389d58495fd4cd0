// Queues a letter to the customer of a conversation, or to whom a case asks outside: the message, its files and the outbox row in the caller's transaction. Sending comes later.
import type { Context } from '../../platform/context/context.ts'
import type { ConversationId, FileId, MessageId, StaffId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { isPlainAddress } from '../channels/mail/read-addresses.ts'
import type { ReplyKeys } from '../channels/mail/reply-token.ts'
import { storableLine, storableText } from '../channels/mail/storable-text.ts'
import { domainOf, emailIdentity } from '../channels/address.rules.ts'
import { noteInteraction } from '../customers/note-interaction.ts'
import { codeOf } from './code.rules.ts'
import { touchConversation } from './conversation.sql.ts'
import { letterAddresses } from './letter-addresses.ts'
import type { LinkTarget } from './link-token.ts'
import { letterConversation, type LetterConversation } from './letter-conversation.sql.ts'
import { addAttachments, addMessage, type NewMessage } from './message.sql.ts'
import { addLetter, type NewLetter } from './outbox.sql.ts'
import { replyKeys } from './reply-keys.ts'

export interface Letter {
  readonly conversationId: ConversationId
  /** `answer` and `enquiry` (to somebody outside) are a person's letters and need `staffId`; the others are automatic and must have passed
   * `whyNotAutomatically`. */
  readonly kind: 'acknowledgement' | 'answer' | 'notice' | 'survey' | 'enquiry'
  readonly staffId: StaffId | null
  readonly subject: string
  /** Plain text. */
  readonly text: string
  readonly fileIds: readonly FileId[]
  /** The message it answers; null for the last one heard in the conversation. */
  readonly inReplyTo: MessageId | null
  /** Who else gets it, for all to see: addresses that were checked. Persons' letters only. */
  readonly copies?: readonly string[]
  /** Not before then; at once where absent. */
  readonly leavesAt?: Date
  /** What the link opens that fills the place for it in the text (letter-link.ts). */
  readonly link?: LinkTarget
}

/** The letter's message. Where it cannot be sent, the letter is there all the same, refused with the reason in words; where no mailbox is
 * connected yet, it is held until one is. `known` is what `letterConversation` has just answered, for whoever asked already.
 * @throws Refusal('not-found') for an unknown conversation, Refusal('invalid') for an empty text */
export async function sendLetter(
  ctx: Context,
  letter: Letter,
  known: LetterConversation | null = null,
): Promise<MessageId> {
  const { conversationId, fileIds } = letter
  const text = storableText(letter.text)
  if (text.trim() === '') throw new Refusal('invalid', 'The letter has no text.', { '/text': 'is empty' })
  const conversation = known ?? (await letterConversation(ctx.db, conversationId, letter.inReplyTo))
  if (!conversation) throw new Refusal('not-found', 'There is no such conversation.')
  if (conversation.isOutside !== (letter.kind === 'enquiry')) throw new Error('a letter to the wrong side of a case')
  const { replySecrets: secrets } = conversation
  const keys = secrets.length > 0 ? { scope: ctx.organizationId, secrets } : await replyKeys(ctx)
  const messageId = ctx.newId<'message'>()
  const files = fileIds.map((fileId) => ({ fileId, inlineId: null }))
  await Promise.all([
    addMessage(ctx.db, ctx.organizationId, messageOf(ctx, letter, text, messageId, conversation)),
    addAttachments(ctx.db, ctx.organizationId, messageId, files),
    addLetter(ctx.db, ctx.organizationId, outboxRowOf(letter, messageId, conversation, keys), {
      at: ctx.now(),
      dueAt: letter.leavesAt ?? ctx.now(),
    }),
    touchConversation(ctx.db, ctx.organizationId, conversationId, null, ctx.now()),
  ])
  ctx.wakeAfter('outbox')
  noteInteraction(ctx, {
    // What is asked outside stands with whoever was asked, never on the customer's timeline.
    customerId:
      letter.kind === 'enquiry'
        ? (conversation.addressee?.customerId ?? conversation.customerId)
        : conversation.customerId,
    kind: 'message',
    messageId,
    details: { out: true, kind: letter.kind },
  })
  return messageId
}

const messageOf = (
  ctx: Context,
  letter: Letter,
  text: string,
  messageId: MessageId,
  { addressee, channelId, mailbox }: LetterConversation,
): NewMessage => ({
  messageId,
  conversationId: letter.conversationId,
  direction: 'out',
  kind: letter.kind,
  channelId: mailbox?.channelId ?? channelId,
  identityId: addressee?.identityId ?? null,
  staffId: letter.staffId,
  rawId: null,
  externalId: `<${messageId}@${domainOf(mailbox?.address ?? new URL(ctx.house.publicUrl).hostname)}>`,
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
  cc: letter.copies ?? [],
  at: ctx.now(),
  storedAt: ctx.now(),
})

function outboxRowOf(
  letter: Letter,
  messageId: MessageId,
  { addressee, channelId, code, mailbox, thread }: LetterConversation,
  keys: ReplyKeys,
): NewLetter {
  const key = addressee?.kind === 'email' ? emailIdentity(addressee.address) : null
  const letterCode = codeOf(messageId)
  return {
    messageId,
    code: letterCode,
    channelId: mailbox?.channelId ?? channelId,
    // As it is matched: so the caps count one address once.
    to: key?.value ?? '',
    from: mailbox?.address ?? '',
    ...(mailbox ? letterAddresses(keys, mailbox.address, code, letterCode) : { replyTo: '', envelopeFrom: '' }),
    inReplyTo: thread.at(-1) ?? null,
    references: thread,
    isAutomatic: letter.kind !== 'answer' && letter.kind !== 'enquiry',
    link: letter.link ?? null,
    refusal: whyRefused(addressee),
  }
}

function whyRefused(addressee: LetterConversation['addressee']): string | null {
  if (!addressee) return 'There is nobody to write to: the person was erased.'
  if (addressee.kind !== 'email' || !isPlainAddress(addressee.address))
    return 'They have no e-mail address that can be written to safely.'
  return null
}
