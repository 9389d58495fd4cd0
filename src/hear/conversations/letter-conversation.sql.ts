// What a letter must know of its conversation: whom it goes to and from where, what it answers, and what went before. One statement.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, ConversationId, CustomerId, IdentityId, MessageId } from '../../shared/ids.ts'
import type { MessageStanding } from './message.sql.ts'
import { purpose } from './reply-key.sql.ts'

export const reads = ['identity', 'customer', 'channel'] as const

export interface LetterConversation {
  readonly customerId: CustomerId
  readonly channelId: ChannelId
  readonly code: string
  /** Whether it is one with somebody outside. */
  readonly isOutside: boolean
  /** Its customer, by the address they wrote from, or where letters to that come back by another of theirs; of one with somebody outside, whoever was asked. Null after they were erased. */
  readonly addressee: Addressee | null
  /** The mailbox to write from: where the conversation came by mail, its own; else the first of its brand, or of all. Null where there is none. */
  readonly mailbox: { readonly channelId: ChannelId; readonly address: string } | null
  /** Of every mailbox of ours. */
  readonly ourAddresses: readonly string[]
  /** The message that the letter answers; null where it answers none. */
  readonly answered: AnsweredMessage | null
  /** Message-IDs of the talk so far that the letter refers to, oldest first, the answered one last; at most ten. Only what has joined. */
  readonly thread: readonly string[]
  /** As in `replyKeys`; none before the first letter. */
  readonly replySecrets: readonly Buffer[]
}

export interface Addressee {
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  /** As it was first written. */
  readonly address: string
  readonly kind: string
  readonly isVerified: boolean
  /** Letters to it came back. */
  readonly isBad: boolean
}

export interface AnsweredMessage {
  readonly kind: string
  readonly standing: MessageStanding
  /** Whether the message proves who wrote it. A program's key proves the program. */
  readonly isProved: boolean
  readonly mayAnswerAutomatically: boolean
}

/** Null for no conversation of this company. `answers`: the message that is answered; null for the last one heard. */
export async function letterConversation(
  db: Database,
  conversationId: ConversationId,
  answers: MessageId | null,
): Promise<LetterConversation | null> {
  const { rows } = await sql<LetterConversation>`
    select c.customer_id as "customerId", c.channel_id as "channelId", c.code, c.is_outside as "isOutside",
      (select json_build_object('identityId', i.identity_id, 'customerId', i.customer_id, 'address', i.raw_value, 'kind', i.kind,
         'isVerified', i.verified_at is not null, 'isBad', i.bad_since is not null)
       from participant p join identity i on i.identity_id = p.identity_id join customer k on k.customer_id = i.customer_id
       where p.conversation_id = c.conversation_id and p.standing = case when c.is_outside then 'outside' else 'customer' end and k.erased_at is null order by i.bad_since is not null, p.joined_at limit 1) as addressee,
      (select json_build_object('channelId', h.channel_id, 'address', h.config->>'address')
       from channel h where h.kind = 'mail' and h.config ? 'address'
       order by (h.channel_id = c.channel_id and h.state <> 'off') desc, h.state = 'off',
         (h.brand_id is not distinct from (select g.brand_id from channel g where g.channel_id = c.channel_id)) desc, h.made_at, h.channel_id limit 1) as mailbox,
      array(select h.config->>'address' from channel h where h.kind = 'mail' and h.config ? 'address') as "ourAddresses",
      (select json_build_object('kind', m.kind, 'standing', m.standing, 'isProved', m.authentication in ('verified', 'session'),
         'mayAnswerAutomatically', m.may_answer_automatically)
       from message m where m.message_id = ${answers}::uuid) as answered,
      array(select last.external_id from (
          select m.external_id, m.message_id = ${answers}::uuid as is_answered, m.direction, m.stored_at, m.message_id from message m
          where m.conversation_id = c.conversation_id and m.standing = 'joined' and m.external_id like '<%>' and m.kind <> 'machine'
          order by is_answered desc nulls last, m.stored_at desc, m.message_id desc limit 10) last
        order by last.is_answered nulls first, (last.direction = 'in'), last.stored_at, last.message_id) as thread,
      array(select k.secret from organization_key k where k.purpose = ${sql.lit(purpose)} and k.retired_at is null
        order by k.version desc limit 2) as "replySecrets"
    from conversation c where c.conversation_id = ${conversationId}`.execute(db)
  return rows[0] ?? null
}
