// Letters waiting for the next server, and what became of them.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, ConversationId, CustomerId, IdentityId, MessageId, OrganizationId } from '../../shared/ids.ts'
import type { LetterState } from './letter-state.schema.ts'
import type { LinkTarget } from './link-token.ts'

export const reads = ['channel', 'identity'] as const

export interface NewLetter {
  readonly messageId: MessageId
  readonly code: string
  readonly channelId: ChannelId
  readonly to: string
  readonly from: string
  readonly replyTo: string
  readonly envelopeFrom: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly isAutomatic: boolean
  readonly link: LinkTarget | null
  /** Why it cannot be sent at all, in words; null where it can. */
  readonly refusal: string | null
}

/** Why a letter rests, as people read it. */
export const mailboxIsOff = 'The mailbox is switched off; letters wait until it is on again.'

/** Why a letter is held, as people read it. */
export const noMailboxYet = 'No mailbox is connected yet. The letter leaves as soon as one is.'

const stateOf = ({ refusal, from }: NewLetter): LetterState =>
  refusal !== null ? 'refused' : from === '' ? 'held' : 'queued'

export async function addLetter(
  db: Database,
  organizationId: OrganizationId,
  one: NewLetter,
  { at, dueAt }: { readonly at: Date; readonly dueAt: Date },
): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      organization_id: organizationId,
      message_id: one.messageId,
      code: one.code,
      channel_id: one.channelId,
      to_address: one.to,
      from_address: one.from,
      reply_to: one.replyTo,
      envelope_from: one.envelopeFrom,
      in_reply_to: one.inReplyTo,
      references: [...one.references],
      is_automatic: one.isAutomatic,
      link_kind: one.link?.kind ?? null,
      link_id: one.link?.id ?? null,
      state: stateOf(one),
      last_error: one.refusal ?? (one.from === '' ? noMailboxYet : null),
      settled_at: one.refusal === null ? null : at,
      due_at: dueAt,
      queued_at: at,
    })
    .execute()
}

export interface ClaimedLetter {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly channelId: ChannelId
  readonly channelKind: string
  readonly channelState: string
  readonly channelConfig: Readonly<Record<string, unknown>>
  readonly channelSecret: Buffer | null
  readonly to: string
  readonly copies: readonly string[]
  readonly replyTo: string
  readonly envelopeFrom: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly isAutomatic: boolean
  readonly link: LinkTarget | null
  readonly messageIdHeader: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  /** This try included. */
  readonly attempts: number
  readonly queuedAt: Date
  readonly hasAttachments: boolean
}

/** Takes due letters for sending and hides them until `until`; if we die meanwhile, they are due again then, as the same letters. The days of
 * tries of one that rested while its mailbox was off begin when it is on again. */
export async function claimLetters(
  db: Database,
  messageIds: readonly MessageId[],
  at: Date,
  until: Date,
): Promise<readonly ClaimedLetter[]> {
  const { rows } = await sql<ClaimedLetter>`
    with due as (
      select organization_id, message_id from outbox
      where message_id = any (${[...messageIds]}::uuid[]) and state in ('queued', 'sending') and (due_at <= ${at} or due_at > ${at}::timestamptz + interval '2 hours') order by message_id for update skip locked),
    claimed as (
      update outbox o set state = 'sending', attempts = attempts + 1, due_at = ${until}, leased_until = ${until},
        queued_at = case when o.last_error = ${mailboxIsOff} and exists (select from channel h where h.channel_id = o.channel_id and h.state <> 'off')
                    then ${at} else o.queued_at end from due
      where o.organization_id = due.organization_id and o.message_id = due.message_id returning o.*)
    select c.message_id as "messageId", m.conversation_id as "conversationId", c.channel_id as "channelId", h.kind as "channelKind", h.state as "channelState",
           h.config as "channelConfig", h.secret as "channelSecret", c.to_address as "to", m.cc as copies, c.reply_to as "replyTo", c.envelope_from as "envelopeFrom",
           c.in_reply_to as "inReplyTo", c."references", c.is_automatic as "isAutomatic",
           case when c.link_id is not null then jsonb_build_object('kind', c.link_kind, 'id', c.link_id) end as link, m.external_id as "messageIdHeader", m.subject, m.text, m.html,
           c.attempts, c.queued_at as "queuedAt", exists (select from attachment a where a.message_id = c.message_id) as "hasAttachments"
    from claimed c join message m on m.message_id = c.message_id join channel h on h.channel_id = c.channel_id order by c.message_id`.execute(
    db,
  )
  return rows
}

/** Holds a letter for longer. False when it is not ours any more: another process has it, or it was cancelled. */
export async function renewLetter(db: Database, messageId: MessageId, held: Date, until: Date): Promise<boolean> {
  const result = await db
    .updateTable('outbox')
    .set({ due_at: until, leased_until: until })
    .where('message_id', '=', messageId)
    .where('state', '=', 'sending')
    .where('leased_until', '=', held)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Letters of mailboxes that are off rest: no try was made, so none counts. */
export async function restLetters(db: Database, messageIds: readonly MessageId[], dueAt: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set((eb) => ({
      ...{ state: 'queued', due_at: dueAt, leased_until: null, last_error: mailboxIsOff },
      attempts: eb('attempts', '-', 1),
    }))
    .where('message_id', 'in', [...messageIds])
    .where('state', '=', 'sending')
    .execute()
}

/** Ends a letter's way, once. False when it had ended already. */
export async function settleLetter(
  db: Database,
  messageId: MessageId,
  from: readonly LetterState[],
  to: 'sent' | 'refused' | 'bounced' | 'cancelled',
  words: string | null,
  at: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('outbox')
    .set({ state: to, last_error: words?.slice(0, 1000) ?? null, settled_at: at, leased_until: null })
    .where('message_id', '=', messageId)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function postponeLetter(
  db: Database,
  messageId: MessageId,
  dueAt: Date,
  words: string,
  counts: boolean,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set((eb) => ({
      state: 'queued',
      due_at: dueAt,
      leased_until: null,
      last_error: words.slice(0, 1000),
      ...(counts ? {} : { attempts: eb('attempts', '-', 1) }),
    }))
    .where('message_id', '=', messageId)
    .where('state', '=', 'sending')
    .execute()
}

export interface LetterFound {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly identityId: IdentityId | null
  readonly customerId: CustomerId | null
  readonly state: LetterState
  readonly copies: readonly string[]
}

/** The letter whose envelope sender carries this code. */
export async function letterWithCode(db: Database, code: string): Promise<LetterFound | null> {
  const { rows } = await sql<LetterFound>`
    select o.message_id as "messageId", m.conversation_id as "conversationId", m.identity_id as "identityId", i.customer_id as "customerId", o.state, m.cc as copies
    from outbox o join message m on m.message_id = o.message_id left join identity i on i.identity_id = m.identity_id where o.code = ${code}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Says on a letter that was sent what became of its copies; what stood there stays. */
export async function noteOnLetter(db: Database, messageId: MessageId, words: string): Promise<void> {
  await sql`
    update outbox set last_error = left(concat_ws(' ', last_error, ${words}::text), 1000)
    where message_id = ${messageId} and coalesce(position(${words} in last_error), 0) = 0`.execute(db)
}

export interface AutomaticSoFar {
  /** Automatic letters to this mailbox since the given instant, whatever became of them. */
  readonly toAddress: number
  readonly inConversation: number
}

/** `mailbox`: an address as it is matched, without its plus part. */
export async function automaticSoFar(
  db: Database,
  mailbox: string,
  conversationId: ConversationId,
  since: Date,
): Promise<AutomaticSoFar> {
  const { rows } = await sql<AutomaticSoFar>`
    select (select count(*) from outbox o where o.is_automatic and o.mailbox = ${mailbox} and o.queued_at > ${since} and o.state <> 'refused') as "toAddress",
           (select count(*) from outbox o join message m on m.message_id = o.message_id
            where m.conversation_id = ${conversationId} and o.is_automatic and o.state <> 'refused') as "inConversation"`.execute(
    db,
  )
  return rows[0] ?? { toAddress: 0, inConversation: 0 }
}

/** Serialises automatic letters to one mailbox until the end of the transaction, so that two cannot both be the first of the day. */
export async function lockMailbox(db: Database, organizationId: OrganizationId, mailbox: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId}:${mailbox}`}, 41))`.execute(db)
}

/** The identity that a letter was written to; null for one to nobody. */
export async function addresseeOf(db: Database, messageId: MessageId): Promise<IdentityId | null> {
  const row = await db
    .selectFrom('message')
    .select('identity_id')
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return (row?.identity_id as IdentityId | null | undefined) ?? null
}
