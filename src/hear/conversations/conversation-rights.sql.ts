// What a person's rights ask of the conversations' tables: forgetting their words, and showing what is kept.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, FileId, RawId } from '../../shared/ids.ts'

export const reads = ['identity', 'interaction', 'file'] as const

/** Every message of a customer's conversations, and what they wrote in others'. */
const theirs = (customerId: CustomerId) => sql`
  (m.conversation_id in (select c.conversation_id from conversation c where c.customer_id = ${customerId})
   or m.identity_id in (select i.identity_id from identity i where i.customer_id = ${customerId}))`

export async function blankMessages(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update message m set subject = '', text = '', visible_text = '', html = null, external_id = null, cc = '{}', cues = null, kind_told = null where ${theirs(customerId)}`.execute(
    db,
  )
}

/** Their addresses where others named them, or got a letter with a copy for them. */
export async function forgetCopiesTo(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update message m set cc = array(select one from unnest(m.cc) one where one <> all (t.values))
    from (select array_agg(i.value) as values from identity i where i.customer_id = ${customerId} and i.kind = 'email') t
    where m.cc <> '{}' and m.cc && t.values`.execute(db)
}

/** The raw records their messages were read from, and those that only left a mark on their timeline. */
export async function rawsOf(db: Database, customerId: CustomerId): Promise<readonly RawId[]> {
  const { rows } = await sql<{ rawId: RawId }>`
    select m.raw_id as "rawId" from message m where m.raw_id is not null and ${theirs(customerId)}
    union select (t.details->>'rawId')::uuid from interaction t where t.customer_id = ${customerId} and t.details ? 'rawId'`.execute(
    db,
  )
  return rows.map((row) => row.rawId)
}

/** Takes the attachments off; answers their files. */
export async function removeAttachments(db: Database, customerId: CustomerId): Promise<readonly FileId[]> {
  const { rows } = await sql<{ fileId: FileId }>`
    delete from attachment a using message m where m.organization_id = a.organization_id and m.message_id = a.message_id and ${theirs(customerId)}
    returning a.file_id as "fileId"`.execute(db)
  return rows.map((row) => row.fileId)
}

/** Letters that still wait are not sent any more. */
export async function blankLetters(db: Database, customerId: CustomerId, at: Date): Promise<void> {
  await sql`
    update outbox o set to_address = '', in_reply_to = null, "references" = '{}', last_error = null,
      state = case when o.state in ('held', 'queued', 'sending') then 'cancelled' else o.state end,
      settled_at = coalesce(o.settled_at, ${at}::timestamptz)
    from message m where m.organization_id = o.organization_id and m.message_id = o.message_id and ${theirs(customerId)}`.execute(
    db,
  )
}

export async function blankConversations(db: Database, customerId: CustomerId): Promise<void> {
  await db.updateTable('conversation').set({ subject: '' }).where('customer_id', '=', customerId).execute()
}

export async function messageRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select m.at, m.direction, m.kind, m.subject, m.text, m.cc, m.authentication, m.standing, m.meaning, m.language, m.cues, m.kind_told from message m
    where ${theirs(customerId)} and m.standing <> 'to-confirm' order by m.at limit 100000`.execute(db)
  return rows
}

export async function attachmentRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select m.at, a.position, a.file_id from attachment a join message m on m.message_id = a.message_id where ${theirs(customerId)} order by m.at limit 100000`.execute(
    db,
  )
  return rows
}

export async function letterRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select o.to_address, o.state, o.queued_at, o.settled_at from outbox o join message m on m.message_id = o.message_id where ${theirs(customerId)} order by o.queued_at limit 100000`.execute(
    db,
  )
  return rows
}

export const conversationRows = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('conversation')
    .select(['reference', 'subject', 'started_at', 'last_message_at'])
    .where('customer_id', '=', customerId)
    .limit(10_000)
    .execute()

/** Files of the month before an instant that hang on no message, oldest first; a month, so that the many that do hang on one are not looked at again
 * every minute for ever. */
export async function filesOfNothing(db: Database, before: Date, most: number): Promise<readonly FileId[]> {
  const { rows } = await sql<{ fileId: FileId }>`
    select f.file_id as "fileId" from file f
    where f.stored_at < ${before} and f.stored_at > ${before}::timestamptz - interval '30 days' and not exists (select from attachment a where a.organization_id = f.organization_id and a.file_id = f.file_id)
    order by f.stored_at limit ${sql.lit(most)}`.execute(db)
  return rows.map((row) => row.fileId)
}
