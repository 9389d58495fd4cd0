// Which case a message belongs to, and as what it was counted there: a customer's message by its meaning, ours by what it is for.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, ConversationId, CustomerId, MessageId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { CaseLine } from './case.schema.ts'

export const reads = ['message', 'conversation', 'channel', 'identity', 'outbox'] as const

/** Characters of a message that lists of cases show. */
export const beginningLength = 200

/** A customer's message as a case hears it. */
export interface HeardMessage {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly kind: 'human' | 'machine' | 'outside'
  readonly standing: 'joined' | 'to-confirm' | 'refused'
  readonly meaning: string | null
  readonly subject: string
  readonly text: string
  /** Its beginning, for lists. */
  readonly beginning: string
  readonly channel: CaseLine['channel']
  /** Of the channel; null: the company itself. */
  readonly brandId: string | null
  /** Whether its customer wrote it, and not somebody else who takes part. */
  readonly isCustomers: boolean
  /** The kinds of danger its words tell of. */
  readonly dangers: readonly string[]
  /** When the outside world handed it over: clocks start then, never at a date the sender wrote. */
  readonly receivedAt: Date
}

/** A message that came in; null for one of ours or none. Of its conversation one is counted at a time from here to the end of the transaction, so
 * that two do not open two cases. */
export async function lockHeardMessage(db: Database, messageId: MessageId): Promise<HeardMessage | null> {
  const { rows } = await sql<HeardMessage>`
    select m.message_id as "messageId", m.conversation_id as "conversationId", c.customer_id as "customerId", m.kind, m.standing, m.meaning,
           left(m.subject, 1000) as subject, left(m.visible_text, 10000) as text,
           left(coalesce(nullif(m.visible_text, ''), m.text), ${sql.lit(beginningLength)}) as beginning, h.kind as channel, h.brand_id as "brandId", m.stored_at as "receivedAt",
           i.customer_id in (select one_person(c.customer_id)) as "isCustomers",
           array(select x->>'kind' from jsonb_array_elements(m.cues) x where (x->>'isDanger')::boolean) as dangers
    from message m join conversation c on c.conversation_id = m.conversation_id join channel h on h.channel_id = c.channel_id
    join identity i on i.identity_id = m.identity_id
    where m.message_id = ${messageId} and m.direction = 'in' for no key update of c`.execute(db)
  return rows[0] ?? null
}

/** Counts a message for a case; one that was counted before stays as it is. */
export async function countMessage(
  db: Database,
  organizationId: OrganizationId,
  counted: { readonly messageId: MessageId; readonly caseId: CaseId; readonly meaning: string },
  at: Date,
): Promise<void> {
  await db
    .insertInto('case_message')
    .values({
      organization_id: organizationId,
      message_id: counted.messageId,
      case_id: counted.caseId,
      meaning: counted.meaning,
      counted_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which case counted this message, and the newest of its conversation, or the one that stands for that. */
export async function casesOfMessage(
  db: Database,
  { messageId, conversationId }: HeardMessage,
): Promise<{ readonly counting: CaseId | null; readonly newest: CaseId | null }> {
  const { rows } = await sql<{ counting: CaseId | null; newest: CaseId | null }>`
    select (select m.case_id from case_message m where m.message_id = ${messageId}) as counting,
      (select case_standing_for(c.case_id) from cases c where c.conversation_id = ${conversationId} order by c.number desc limit 1) as newest`.execute(
    db,
  )
  return rows[0] ?? { counting: null, newest: null }
}

/** The case a message was counted for, and as what. */
export async function countedAs(
  db: Database,
  messageId: MessageId,
): Promise<{ readonly caseId: CaseId; readonly meaning: string } | null> {
  const row = await db
    .selectFrom('case_message')
    .select(['case_id', 'meaning'])
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row ? { caseId: row.case_id as CaseId, meaning: row.meaning } : null
}

/** Writes what a person takes a message for. False when the message is none of this case. */
export async function saveMeaning(
  db: Database,
  caseId: CaseId,
  messageId: MessageId,
  meaning: string,
  by: StaffId,
): Promise<boolean> {
  const saved = await db
    .updateTable('case_message')
    .set({ meaning, meaning_by: by })
    .where('message_id', '=', messageId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

/** A message of the customer as it was counted, with the conversation it is in. */
export interface CountedHere {
  readonly messageId: MessageId
  readonly caseId: CaseId
  readonly conversationId: ConversationId
  readonly meaning: string
  readonly isOpening: boolean
}

/** Those of these messages that a customer wrote and that this case, or one merged into it, has counted; the earliest first. */
export async function countedHere(
  db: Database,
  caseId: CaseId,
  messageIds: readonly MessageId[],
): Promise<readonly CountedHere[]> {
  const { rows } = await sql<CountedHere>`
    select g.message_id as "messageId", g.case_id as "caseId", m.conversation_id as "conversationId", g.meaning,
      exists (select from cases c where c.opening_message_id = g.message_id and not exists (
        select from rearrangement r where r.to_case_id = c.case_id and r.kind = 'split' and r.undone_at is not null)) as "isOpening"
    from case_message g join message m on m.message_id = g.message_id
    where g.message_id = any (${[...messageIds]}::uuid[]) and g.case_id in (select cases_in(${caseId}))
      and m.direction = 'in' and m.kind = 'human' and m.standing = 'joined'
    order by m.stored_at, g.message_id`.execute(db)
  return rows
}

/** Counts messages for another case, each as it was meant. */
export async function recount(
  db: Database,
  messages: readonly { readonly messageId: MessageId; readonly caseId: CaseId; readonly meaning: string }[],
): Promise<void> {
  for (const { messageId, caseId, meaning } of messages)
    await db.updateTable('case_message').set({ case_id: caseId, meaning }).where('message_id', '=', messageId).execute()
}

export interface LetterOnItsWay {
  readonly messageId: MessageId
  readonly meaning: string
  readonly state: 'held' | 'queued' | 'sending'
  readonly dueAt: Date
}

/** Letters of a case that have not left. */
export async function lettersOnTheirWay(db: Database, caseId: CaseId): Promise<readonly LetterOnItsWay[]> {
  const { rows } = await sql<LetterOnItsWay>`
    select o.message_id as "messageId", g.meaning, o.state, o.due_at as "dueAt"
    from case_message g join outbox o on o.message_id = g.message_id
    where g.case_id = ${caseId} and o.state in ('held', 'queued', 'sending') order by o.message_id`.execute(db)
  return rows
}

/** Whether a letter of this case has left the house, or is leaving it. */
export async function hasWrittenOf(db: Database, caseId: CaseId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from case_message g join outbox o on o.message_id = g.message_id
      where g.case_id = ${caseId} and o.state in ('sending', 'sent', 'bounced')) as has`.execute(db)
  return rows[0]?.has ?? false
}

export interface CountedLetter {
  readonly caseId: CaseId
  readonly meaning: string
  /** Its state in the outbox. */
  readonly state: string
  readonly settledAt: Date | null
}

/** A letter of ours that was counted for a case; null for any other message. */
export async function countedLetter(db: Database, messageId: MessageId): Promise<CountedLetter | null> {
  const { rows } = await sql<CountedLetter>`
    select m.case_id as "caseId", m.meaning, o.state, o.settled_at as "settledAt"
    from case_message m join outbox o on o.message_id = m.message_id where m.message_id = ${messageId}`.execute(db)
  return rows[0] ?? null
}

/** The letter of a case that was counted last as this, and where it stands in the outbox; null where there is none. */
export async function newestLetterFor(
  db: Database,
  caseId: CaseId,
  meaning: string,
): Promise<{ readonly messageId: MessageId; readonly state: string; readonly countedAt: Date } | null> {
  const { rows } = await sql<{ messageId: MessageId; state: string; countedAt: Date }>`
    select m.message_id as "messageId", o.state, m.counted_at as "countedAt"
    from case_message m join outbox o on o.message_id = m.message_id
    where m.case_id = ${caseId} and m.meaning = ${meaning} order by m.counted_at desc, m.message_id desc limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

/** What became of a letter of ours, from the outbox; null for a message that is none. */
export async function letterState(
  db: Database,
  messageId: MessageId,
): Promise<{ readonly state: string; readonly settledAt: Date | null; readonly error: string | null } | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['state', 'settled_at', 'last_error'])
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row ? { state: row.state, settledAt: row.settled_at, error: row.last_error } : null
}
