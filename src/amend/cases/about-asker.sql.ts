// The one rule for cases that are about whoever asks: for them such a case does not exist. Not in a list, a figure, a search, a timeline or an export,
// not what was said in it, and not by its address. Every statement that shows cases or their words says it with these words.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, FileId, MessageId, StaffId } from '../../shared/ids.ts'

export const reads = ['attachment', 'message'] as const

/** Whoever asks; null for the desk itself, which sees everything. */
export type Asker = StaffId | null

/** Whether a case (by the name its table has in the statement) may be shown to whoever asks. */
export const isNotAbout = (asker: Asker, cases: string): RawBuilder<boolean> =>
  sql`not coalesce(${asker}::uuid = any (${sql.ref(`${cases}.about_staff_ids`)}), false)`

/** Whether a case is about somebody at all, in the words of the index that holds those few: without it, all cases would be read to find them. */
export const isAboutSomebody = (cases: string): RawBuilder<boolean> =>
  sql`${sql.ref(`${cases}.about_staff_ids`)} <> '{}'`

/** Whether a case by its identifier is about them; never where there is no case. */
export const isCaseAbout = (asker: Asker, caseId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`coalesce((select ${asker}::uuid = any (hidden.about_staff_ids) from cases hidden where hidden.case_id = ${caseId}), false)`

/** Whether a message `m` was said in a case about them: in the one that counted it; until one has, in the newest of its conversation. */
export const isMessageAbout = (
  asker: Asker,
  m: string,
): RawBuilder<boolean> => sql`(${asker}::uuid is not null and coalesce(
  (select ${asker}::uuid = any (hidden.about_staff_ids) from case_message counted join cases hidden on hidden.case_id = counted.case_id
   where counted.message_id = ${sql.ref(`${m}.message_id`)}),
  (select ${asker}::uuid = any (hidden.about_staff_ids) from cases hidden where hidden.conversation_id = ${sql.ref(`${m}.conversation_id`)}
   order by hidden.number desc limit 1), false))`

/** Whether what a conversation holds is, in any case of it, about them. */
export const isTalkAbout = (asker: Asker, conversationId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`coalesce((select bool_or(${asker}::uuid = any (hidden.about_staff_ids)) from cases hidden where hidden.conversation_id = ${conversationId}), false)`

export async function isMessageHidden(db: Database, asker: Asker, messageId: MessageId): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`
    select ${isMessageAbout(asker, 'm')} as hidden from message m where m.message_id = ${messageId}`.execute(db)
  return rows[0]?.hidden ?? false
}

/** A file that came or went with such messages only. */
export async function isFileHidden(db: Database, asker: Asker, fileId: FileId): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean | null }>`
    select bool_and(${isMessageAbout(asker, 'm')}) as hidden
    from attachment a join message m on m.message_id = a.message_id where a.file_id = ${fileId}`.execute(db)
  return rows[0]?.hidden ?? false
}

/** Whether a customer has complained about them. */
export async function hasComplainedAbout(db: Database, asker: StaffId, customerId: CustomerId): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from cases c where c.customer_id in (select one_person(${customerId})) and ${asker}::uuid = any (c.about_staff_ids)) as found`.execute(
    db,
  )
  return rows[0]?.found ?? false
}
