// The addresses a letter of ours is written from: the keyed reply address, and the keyed envelope sender that a bounce comes back to.
import { Refusal } from '../../shared/errors.ts'
import { makeReplyAddress, type ReplyKeys, type TokenKind } from '../channels/mail/reply-token.ts'

export interface LetterAddresses {
  readonly replyTo: string
  readonly envelopeFrom: string
}

/** Where the address is too long to carry a key (64 characters before the @), it is used plain: then only proved answers join by themselves. */
export const letterAddresses = (
  keys: ReplyKeys,
  address: string,
  conversationCode: string,
  letterCode: string,
): LetterAddresses => ({
  replyTo: keyed(address, 'case', conversationCode, keys),
  envelopeFrom: keyed(address, 'bounce', letterCode, keys),
})

function keyed(address: string, kind: TokenKind, reference: string, keys: ReplyKeys): string {
  try {
    return makeReplyAddress(address, kind, reference, keys)
  } catch (error) {
    if (error instanceof Refusal) return address
    throw error
  }
}
