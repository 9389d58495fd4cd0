// What is known of a raw record while it is read, and how reading it can end. Steps take one and answer the next, or an ending.
import type { Context } from '../../platform/context/context.ts'
import type { KeptFile } from '../../platform/files/store-file.ts'
import type { ConversationId, CustomerId, StaffId } from '../../shared/ids.ts'
import type { Inbound } from '../channels/channel.ts'
import type { JoinedBy, MessageStanding } from '../conversations/message.sql.ts'
import type { KnownIdentity } from '../customers/customer.sql.ts'
import type { IdentityKey } from '../channels/address.rules.ts'
import type { Meaning } from '../understanding/meaning.rules.ts'
import type { KindTold } from '../understanding/kinds/tell-kind.ts'
import type { Told } from '../understanding/told.rules.ts'
import type { AlreadyKnown, ClaimedRaw, Disposition } from './raw.sql.ts'

/** What parsing made of a record: pure, before any transaction. */
export interface Parsed {
  readonly inbound: Inbound
  /** Attachments whose bytes were kept when the record was stored. */
  readonly kept: readonly KeptFile[]
  /** Why a person has to look at it before anything happens; null where nobody has to. */
  readonly suspicion: string | null
}

export interface Sender {
  readonly key: IdentityKey
  readonly display: string | undefined
  readonly authentication: 'none' | 'verified' | 'key'
  /** Null while nobody with this address is known. */
  readonly known: KnownIdentity | null
  readonly erasedAt: Date | null
}

/** Where the message goes. `conversationId` null: a conversation of its own. */
export interface Place {
  readonly conversationId: ConversationId | null
  /** Whose conversation it is; null for a new one. */
  readonly customerId: CustomerId | null
  readonly standing: Exclude<MessageStanding, 'refused'>
  /** Whether it is one with somebody outside. */
  readonly isOutside: boolean
  readonly joinedBy: JoinedBy
  readonly why: string
}

export interface Witness {
  readonly staffId: StaffId
  readonly name: string
}

export interface Reading {
  readonly raw: ClaimedRaw
  readonly parsed: Parsed
  readonly known: AlreadyKnown
  readonly sender?: Sender
  readonly place?: Place
  readonly meaning?: Meaning
  readonly told?: Told
  readonly kindTold?: KindTold | null
  /** The colleague who passed on what somebody else wrote. */
  readonly witness?: Witness
}

export interface Ending {
  readonly disposition: Disposition
}

/** One intake rule. It answers what it added to the reading, or ends it. */
export type Step = (ctx: Context, reading: Reading) => Promise<Reading | Ending> | Reading | Ending

export const quarantine = (reason: string): Ending => ({ disposition: { kind: 'quarantine', messageId: null, reason } })
export const onTimeline = (reason: string): Ending => ({ disposition: { kind: 'timeline', messageId: null, reason } })

/** The part an earlier step must have added. */
export function needed<Part>(part: Part | undefined, step: string): Part {
  if (part === undefined) throw new Error(`the step before ${step} is missing`)
  return part
}
