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

/** The short number people know this conversation by. */
export async function setReference(db: Database, conversationId: ConversationId, reference: string): Promise<void> {
  await db.updateTable('conversation').set({ reference }).where('conversation_id', '=', conversationId).execute()
}
