// Whether an automatic letter may go out in a conversation now. Asked by whoever wants to send one, and again when it is queued.
import type { Context } from '../../platform/context/context.ts'
import type { ConversationId, MessageId } from '../../shared/ids.ts'
import { emailIdentity, withoutPlus } from '../channels/address.rules.ts'
import { whyNoAutomaticMail } from './automatic-mail.rules.ts'
import { letterConversation, type LetterConversation } from './letter-conversation.sql.ts'
import { automaticSoFar, lockMailbox } from './outbox.sql.ts'

const dayMs = 86_400_000

/** Null when it may; else why not, in words. Holds back other automatic letters to this mailbox until the transaction ends.
 * A proved address counts as proved only where the answered message itself was: anybody can write in its name, above all in the form.
 * `answers`: the message it answers; null for one that answers none (a reminder). */
export const whyNotAutomatically = async (
  ctx: Context,
  conversationId: ConversationId,
  answers: MessageId | null,
): Promise<string | null> =>
  whyNotWriteIn(ctx, conversationId, await letterConversation(ctx.db, conversationId, answers))

/** The same for a conversation that was just looked up. */
export async function whyNotWriteIn(
  ctx: Context,
  conversationId: ConversationId,
  conversation: LetterConversation | null,
): Promise<string | null> {
  const { addressee = null, answered = null, ourAddresses = [] } = conversation ?? {}
  const key = addressee?.kind === 'email' ? emailIdentity(addressee.address) : null
  if (!addressee || !key) return 'There is no e-mail address to write to.'
  const mailbox = withoutPlus(key.value)
  const since = new Date(ctx.now().getTime() - dayMs)
  const [, soFar] = await Promise.all([
    lockMailbox(ctx.db, ctx.organizationId, mailbox),
    automaticSoFar(ctx.db, mailbox, conversationId, since),
  ])
  return whyNoAutomaticMail({
    to: key.value,
    ourAddresses: ourAddresses.map((address) => emailIdentity(address)?.value ?? ''),
    isVerified: addressee.isVerified && (answered?.isProved ?? true),
    isBad: addressee.isBad,
    answers:
      answered === null
        ? 'human'
        : answered.kind === 'machine'
          ? 'machine'
          : answered.standing === 'joined'
            ? 'human'
            : 'to-confirm',
    isAllowedByHeaders: answered?.mayAnswerAutomatically ?? true,
    toAddressToday: soFar.toAddress,
    inConversation: soFar.inConversation,
  })
}

/** Whether the acknowledgement of this message may be sent. */
export const mayAcknowledge = async (
  ctx: Context,
  conversationId: ConversationId,
  messageId: MessageId,
): Promise<boolean> => (await whyNotAutomatically(ctx, conversationId, messageId)) === null
