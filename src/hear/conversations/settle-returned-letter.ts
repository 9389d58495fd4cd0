// A letter of ours came back. Only the keyed address it was sent from proves that; anybody can write a bounce.
import type { MessageId } from '../../shared/ids.ts'
import type { Context } from '../../platform/context/context.ts'
import type { DeliveryReport } from '../channels/channel.ts'
import { findTokens, verifyToken } from '../channels/mail/reply-token.ts'
import { emailIdentity, isSameMailbox } from '../channels/address.rules.ts'
import { findCustomer } from '../customers/find-or-make-customer.ts'
import { markBad } from '../customers/customer.sql.ts'
import { noteInteraction } from '../customers/note-interaction.ts'
import { letterWithCode, noteOnLetter, settleLetter } from './outbox.sql.ts'
import { replyKeys } from './reply-keys.ts'

/** `unknown`: no key of a letter of ours. `delayed`: its server keeps trying. Emits `message.bounced` once a letter. */
export async function settleReturnedLetter(
  ctx: Context,
  addressedTo: readonly string[],
  report: DeliveryReport | null,
): Promise<'bounced' | 'delayed' | 'unknown'> {
  const tokens = findTokens(addressedTo).filter((token) => token.kind === 'bounce')
  if (tokens.length === 0) return 'unknown'
  const keys = await replyKeys(ctx)
  const valid = tokens.find((token) => verifyToken(token, keys))
  const letter = valid ? await letterWithCode(ctx.db, valid.reference) : null
  if (!letter) return 'unknown'
  if (report !== null && !report.isPermanent) return 'delayed'
  const copy = letter.copies.find((one) => report?.recipient && isSameMailbox(one, report.recipient))
  if (copy !== undefined) return settleReturnedCopy(ctx, letter.messageId, copy)
  const words = `The letter came back${report?.status == null ? '' : ` (${report.status})`}: it was not delivered.`
  const isFirst = await settleLetter(
    ctx.db,
    letter.messageId,
    ['queued', 'sending', 'sent'],
    'bounced',
    words,
    ctx.now(),
  )
  if (!isFirst) return 'bounced'
  if (letter.identityId) await markBad(ctx.db, letter.identityId, ctx.now(), words)
  if (letter.customerId)
    noteInteraction(ctx, {
      customerId: letter.customerId,
      kind: 'bounce',
      messageId: letter.messageId,
      details: { status: report?.status ?? null },
    })
  ctx.emit({ kind: 'message.bounced', messageId: letter.messageId, caseId: null })
  return 'bounced'
}

/** A copy came back: the letter itself arrived, so the answer stands and its clock with it. */
async function settleReturnedCopy(ctx: Context, messageId: MessageId, address: string): Promise<'bounced'> {
  const words = `The copy to ${address} came back: it was not delivered.`
  await noteOnLetter(ctx.db, messageId, words)
  const key = emailIdentity(address)
  const known = key && (await findCustomer(ctx, key)).known
  if (known) await markBad(ctx.db, known.identityId, ctx.now(), words)
  return 'bounced'
}
