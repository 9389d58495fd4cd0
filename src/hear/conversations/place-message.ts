// Decides which conversation a message belongs to, in order of trust. Whoever is not known there waits to be confirmed and is shown nothing.
import type { Context } from '../../platform/context/context.ts'
import type { ConversationId, CustomerId, IdentityId } from '../../shared/ids.ts'
import { findTokens, verifyToken } from '../channels/mail/reply-token.ts'
import { type ConversationFound, conversationsNamed } from './conversation.sql.ts'
import { replyKeys } from './reply-keys.ts'

export interface Clues {
  /** Addresses it was sent to: where tokens are looked for. */
  readonly addressedTo: readonly string[]
  /** Message-IDs it answers. Chosen by the sender. */
  readonly references: readonly string[]
  readonly subject: string
  /** Null while the sender is nobody we know. */
  readonly identityId: IdentityId | null
  /** Whether the sender's address is proved. */
  readonly isProved: boolean
}

export interface Placed {
  readonly conversationId: ConversationId | null
  readonly customerId: CustomerId | null
  readonly standing: 'joined' | 'to-confirm'
  /** Whether it belongs to a conversation with somebody outside: then it is not the customer's word. */
  readonly isOutside: boolean
  readonly joinedBy: 'token' | 'reference' | 'new' | 'hint'
  readonly why: string
}

// "[A-42]" and "[#42]": anybody can write that, so it is a hint for a person and nothing more.
const hint = /\[(?:[A-Za-z]{1,4}-|#)\d{1,12}\]/

export async function placeMessage(ctx: Context, clues: Clues): Promise<Placed> {
  const { codes, letterCodes } = await validCodes(ctx, clues.addressedTo)
  const references = clues.references.slice(0, 250)
  const isNamed = codes.length + letterCodes.length + references.length > 0
  const found = isNamed ? await conversationsNamed(ctx.db, codes, letterCodes, references, clues.identityId) : []
  const place = found.map((one) => placeIn(one, clues.isProved)).find((one) => one !== null)
  if (place) return place
  const isHinted = hint.test(clues.subject.slice(0, 1000))
  const why = isHinted ? 'A new conversation. Its subject names a number, which proves nothing.' : 'A new conversation.'
  return {
    conversationId: null,
    customerId: null,
    standing: 'joined',
    isOutside: false,
    joinedBy: isHinted ? 'hint' : 'new',
    why,
  }
}

/** Null where it must not even wait there: the sender was refused. */
function placeIn(one: ConversationFound, isProved: boolean): Placed | null {
  if (one.standing === 'refused') return null
  const isParticipant = one.standing !== null && one.standing !== 'to-confirm'
  const at = {
    conversationId: one.conversationId,
    customerId: one.customerId,
    isOutside: one.isOutside,
    joinedBy: one.by,
  }
  if (one.by === 'token' && isParticipant)
    return { ...at, standing: 'joined', why: 'It came to the keyed reply address, from somebody who takes part.' }
  if (one.by === 'reference' && isParticipant && isProved)
    return {
      ...at,
      standing: 'joined',
      why: 'It answers a letter of ours, from a participant whose address is proved.',
    }
  const who = isParticipant
    ? 'from a participant whose address is not proved'
    : 'from somebody who did not take part so far'
  return { ...at, standing: 'to-confirm', why: `It answers a letter of ours, ${who}. A person confirms it.` }
}

interface Codes {
  readonly codes: readonly string[]
  /** From the envelope sender of a letter: what automatic answers are sent to. */
  readonly letterCodes: readonly string[]
}

async function validCodes(ctx: Context, addressedTo: readonly string[]): Promise<Codes> {
  const tokens = findTokens(addressedTo)
  if (tokens.length === 0) return { codes: [], letterCodes: [] }
  const keys = await replyKeys(ctx)
  const valid = tokens.filter((token) => verifyToken(token, keys))
  const ofKind = (kind: 'case' | 'bounce') =>
    valid.filter((token) => token.kind === kind).map((token) => token.reference)
  return { codes: ofKind('case'), letterCodes: ofKind('bounce') }
}
