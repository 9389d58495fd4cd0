// Conversations and who takes part in them.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, ConversationId, CustomerId, IdentityId, OrganizationId, StaffId } from '../../shared/ids.ts'

export const reads = ['identity'] as const

/** `outside`: somebody a case asks, who is not its customer; in a conversation of their own. */
export type ParticipantStanding = 'customer' | 'confirmed' | 'to-confirm' | 'refused' | 'outside'

export interface ConversationFound {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  /** How the asked identity stands in it, an address of the same person as one who takes part; null where neither ever wrote there. */
  readonly standing: ParticipantStanding | null
  /** Whether it is one with somebody outside, beside a customer's. */
  readonly isOutside: boolean
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
    select distinct c.conversation_id as "conversationId", c.customer_id as "customerId", c.is_outside as "isOutside", n.by, c.last_message_at,
      coalesce(p.standing, case when not c.is_outside and s.customer_id in (select one_person(c.customer_id)) then 'confirmed' end) as standing
    from named n join conversation c on c.conversation_id = n.conversation_id
    left join participant p on p.conversation_id = c.conversation_id and p.identity_id = ${identityId}::uuid
    left join identity s on s.identity_id = ${identityId}::uuid
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

/** A further address of its customer. Letters go to the first that works (letter-conversation.sql.ts). */
export async function addCustomerAddress(
  db: Database,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  identityId: IdentityId,
  by: { readonly staffId: StaffId; readonly at: Date },
): Promise<void> {
  await sql`
    insert into participant (organization_id, conversation_id, identity_id, standing, joined_at, decided_by, decided_at)
    values (${organizationId}, ${conversationId}, ${identityId}, 'customer', ${by.at}, ${by.staffId}, ${by.at})
    on conflict (organization_id, conversation_id, identity_id)
      do update set standing = 'customer', decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(
    db,
  )
}

export interface OutsideConversation {
  readonly conversationId: ConversationId
  /** The customer's conversation that it stands beside: it is about the same person, and by the same channel. */
  readonly besideId: ConversationId
  readonly identityId: IdentityId
  readonly code: string
  readonly subject: string
  readonly at: Date
}

/** A conversation with somebody outside, who is its first participant. */
export async function addOutsideConversation(
  db: Database,
  organizationId: OrganizationId,
  one: OutsideConversation,
): Promise<void> {
  await sql`
    with made as (
      insert into conversation (organization_id, conversation_id, customer_id, channel_id, code, subject, started_at, last_message_at, is_outside)
      select ${organizationId}, ${one.conversationId}, b.customer_id, b.channel_id, ${one.code}, ${one.subject}, ${one.at}, ${one.at}, true
      from conversation b where b.conversation_id = ${one.besideId})
    insert into participant (organization_id, conversation_id, identity_id, standing, joined_at)
    values (${organizationId}, ${one.conversationId}, ${one.identityId}, 'outside', ${one.at})`.execute(db)
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

/** Whose the conversation with this code is. */
export async function whoseConversation(
  db: Database,
  code: string,
): Promise<{ readonly conversationId: ConversationId; readonly identityId: IdentityId } | null> {
  const { rows } = await sql<{ conversationId: ConversationId; identityId: IdentityId }>`
    select c.conversation_id as "conversationId", p.identity_id as "identityId"
    from conversation c join participant p on p.conversation_id = c.conversation_id and p.standing = 'customer'
    where c.code = ${code} order by p.joined_at limit 1`.execute(db)
  return rows[0] ?? null
}

/** People whom a colleague writes to in a conversation take part in it from then on, whatever was decided about them before. */
export async function addParticipants(
  db: Database,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  identityIds: readonly IdentityId[],
  by: { readonly staffId: StaffId; readonly at: Date },
): Promise<void> {
  await sql`
    insert into participant (organization_id, conversation_id, identity_id, standing, joined_at, decided_by, decided_at)
    select ${organizationId}, ${conversationId}, i, 'confirmed', ${by.at}, ${by.staffId}, ${by.at} from unnest(${[...identityIds]}::uuid[]) i
    on conflict (organization_id, conversation_id, identity_id) do update
      set standing = 'confirmed', decided_by = excluded.decided_by, decided_at = excluded.decided_at
      where participant.standing in ('to-confirm', 'refused')`.execute(db)
}

/** A person's decision about a participant. */
export async function decideParticipant(
  db: Database,
  conversationId: ConversationId,
  identityId: IdentityId,
  standing: 'confirmed' | 'outside' | 'refused',
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

/** The short number people know this conversation by. */
export async function setReference(db: Database, conversationId: ConversationId, reference: string): Promise<void> {
  await db.updateTable('conversation').set({ reference }).where('conversation_id', '=', conversationId).execute()
}
