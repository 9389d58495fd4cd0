// Conversations and who takes part in them.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, ConversationId, CustomerId, IdentityId, OrganizationId, StaffId } from '../../shared/ids.ts'

export type ParticipantStanding = 'customer' | 'confirmed' | 'to-confirm' | 'refused'

export interface ConversationFound {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  /** How the asked identity stands in it; null where it never wrote there. */
  readonly standing: ParticipantStanding | null
  /** Whether the letter named one of its codes (tokens), or a message we sent. */
  readonly by: 'token' | 'reference'
}

/** Conversations that carry one of these codes, or in which we sent a letter with one of these codes or Message-IDs; codes first, newest first. */
export async function conversationsNamed(
  db: Database,
  codes: readonly string[],
  letterCodes: readonly string[],
  messageIds: readonly string[],
  identityId: IdentityId | null,
): Promise<readonly ConversationFound[]> {
  const { rows } = await sql<ConversationFound>`
    with named as (
      select c.conversation_id, 'token' as by from conversation c where c.code = any (${[...codes]}::text[])
      union all
      select m.conversation_id, 'token' from outbox o join message m on m.message_id = o.message_id where o.code = any (${[...letterCodes]}::text[])
      union all
      select m.conversation_id, 'reference' from message m where m.external_id = any (${[...messageIds]}::text[]) and m.direction = 'out')
    select distinct c.conversation_id as "conversationId", c.customer_id as "customerId", p.standing, n.by, c.last_message_at
    from named n join conversation c on c.conversation_id = n.conversation_id
    left join participant p on p.conversation_id = c.conversation_id and p.identity_id = ${identityId}::uuid
    order by n.by desc, c.last_message_at desc limit 10`.execute(db)
  return rows
}

export interface NewConversation {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly identityId: IdentityId
  readonly channelId: ChannelId
  readonly code: string
  readonly subject: string
  readonly at: Date
}

/** A conversation with its customer as the first participant. */
export async function addConversation(
  db: Database,
  organizationId: OrganizationId,
  one: NewConversation,
): Promise<void> {
  await sql`
    with made as (
      insert into conversation (organization_id, conversation_id, customer_id, channel_id, code, subject, started_at, last_message_at)
      values (${organizationId}, ${one.conversationId}, ${one.customerId}, ${one.channelId}, ${one.code}, ${one.subject}, ${one.at}, ${one.at}))
    insert into participant (organization_id, conversation_id, identity_id, standing, joined_at)
    values (${organizationId}, ${one.conversationId}, ${one.identityId}, 'customer', ${one.at})`.execute(db)
}

/** Notes a message of a participant who may be new: then they wait to be confirmed. Never changes how somebody stands. */
export async function touchConversation(
  db: Database,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  identityId: IdentityId | null,
  at: Date,
): Promise<void> {
  await sql`
    with heard as (
      update conversation set last_message_at = greatest(last_message_at, ${at}) where conversation_id = ${conversationId})
    insert into participant (organization_id, conversation_id, identity_id, standing, joined_at)
    select ${organizationId}, ${conversationId}, ${identityId}::uuid, 'to-confirm', ${at} where ${identityId}::uuid is not null
    on conflict do nothing`.execute(db)
}

/** A person's decision about a participant. */
export async function decideParticipant(
  db: Database,
  conversationId: ConversationId,
  identityId: IdentityId,
  standing: 'confirmed' | 'refused',
  decidedBy: StaffId,
  at: Date,
): Promise<void> {
  await db
    .updateTable('participant')
    .set({ standing, decided_by: decidedBy, decided_at: at })
    .where('conversation_id', '=', conversationId)
    .where('identity_id', '=', identityId)
    .where('standing', 'in', ['to-confirm', 'refused', 'confirmed'])
    .execute()
}

export interface ConversationToWrite {
  readonly customerId: CustomerId
  readonly channelId: ChannelId
  readonly code: string
  /** Null after they were erased. */
  readonly addressee: Pick<Addressee, 'identityId' | 'address' | 'kind'> | null
  /** The mailbox to write from: where the conversation came by mail, its own; else the first one there is. Null where there is none. */
  readonly mailbox: { readonly channelId: ChannelId; readonly address: string } | null
}

/** What a letter needs to know of its conversation: whom it goes to and from where. */
export async function conversationToWrite(
  db: Database,
  conversationId: ConversationId,
): Promise<ConversationToWrite | null> {
  const { rows } = await sql<ConversationToWrite>`
    select c.customer_id as "customerId", c.channel_id as "channelId", c.code, addressee.who as addressee, mailbox.place as mailbox
    from conversation c
    left join lateral (
      select json_build_object('identityId', i.identity_id, 'address', i.raw_value, 'kind', i.kind) as who
      from participant p join identity i on i.identity_id = p.identity_id join customer k on k.customer_id = i.customer_id
      where p.conversation_id = c.conversation_id and p.standing = 'customer' and k.erased_at is null order by p.joined_at limit 1) addressee on true
    left join lateral (
      select json_build_object('channelId', h.channel_id, 'address', h.config->>'address') as place
      from channel h where h.kind = 'mail' and h.config ? 'address'
      order by (h.channel_id = c.channel_id and h.state <> 'off') desc, h.state = 'off', h.made_at, h.channel_id limit 1) mailbox on true
    where c.conversation_id = ${conversationId}`.execute(db)
  return rows[0] ?? null
}

/** The short number people know this conversation by. */
export async function setReference(db: Database, conversationId: ConversationId, reference: string): Promise<void> {
  await db.updateTable('conversation').set({ reference }).where('conversation_id', '=', conversationId).execute()
}

export interface Addressee {
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  /** As it was first written. */
  readonly address: string
  readonly kind: string
  readonly name: string
  readonly isVerified: boolean
  readonly badSince: Date | null
}

/** Whom a conversation is with: its customer, by the address they wrote from. Null after they were erased. */
export async function addresseeOf(db: Database, conversationId: ConversationId): Promise<Addressee | null> {
  const { rows } = await sql<Addressee>`
    select i.identity_id as "identityId", i.customer_id as "customerId", i.raw_value as address, i.kind, c.name, i.verified_at is not null as "isVerified",
           i.bad_since as "badSince"
    from participant p join identity i on i.identity_id = p.identity_id join customer c on c.customer_id = i.customer_id
    where p.conversation_id = ${conversationId} and p.standing = 'customer' and c.erased_at is null order by p.joined_at limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

export const reads = ['identity', 'customer', 'channel'] as const
