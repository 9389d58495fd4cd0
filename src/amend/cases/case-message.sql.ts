// Which case a message belongs to, and as what it was counted there: a customer's message by its meaning, ours by what it is for.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, ConversationId, CustomerId, MessageId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { CaseLine } from './case.schema.ts'

export const reads = ['message', 'conversation', 'channel', 'outbox'] as const

/** Characters of a message that lists of cases show. */
export const beginningLength = 200

/** A customer's message as a case hears it. */
export interface HeardMessage {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly kind: 'human' | 'machine'
  readonly standing: 'joined' | 'to-confirm' | 'refused'
  readonly meaning: string | null
  readonly subject: string
  readonly text: string
  /** Its beginning, for lists. */
  readonly beginning: string
  readonly channel: CaseLine['channel']
  /** When the outside world handed it over: clocks start then, never at a date the sender wrote. */
  readonly receivedAt: Date
}

/** A message that came in; null for one of ours or none. Of its conversation one is counted at a time from here to the end of the transaction, so
 * that two do not open two cases. */
export async function lockHeardMessage(db: Database, messageId: MessageId): Promise<HeardMessage | null> {
  const { rows } = await sql<HeardMessage>`
    select m.message_id as "messageId", m.conversation_id as "conversationId", c.customer_id as "customerId", m.kind, m.standing, m.meaning,
           left(m.subject, 1000) as subject, left(m.visible_text, 10000) as text,
           left(coalesce(nullif(m.visible_text, ''), m.text), ${sql.lit(beginningLength)}) as beginning, h.kind as channel, m.stored_at as "receivedAt"
    from message m join conversation c on c.conversation_id = m.conversation_id join channel h on h.channel_id = c.channel_id
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

/** Which case counted this message, and the newest of its conversation. */
export async function casesOfMessage(
  db: Database,
  { messageId, conversationId }: HeardMessage,
): Promise<{ readonly counting: CaseId | null; readonly newest: CaseId | null }> {
  const { rows } = await sql<{ counting: CaseId | null; newest: CaseId | null }>`
    select (select m.case_id from case_message m where m.message_id = ${messageId}) as counting,
      (select c.case_id from cases c where c.conversation_id = ${conversationId} order by c.number desc limit 1) as newest`.execute(
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
