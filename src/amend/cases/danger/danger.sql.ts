// Danger that customers tell of: which messages, what a person made of it, and since when a case has some that nobody has seen to.
import { sql } from 'kysely'
import type { MessageCue } from '../../../hear/conversations/message.sql.ts'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, MessageId, OrganizationId, StaffId } from '../../../shared/ids.ts'

export const reads = ['message', 'staff'] as const

/** What a person made of it: they saw to it, or the words meant something else. */
export type SeenAs = 'seen-to' | 'no-danger'

/** Of one message; heard before, it stays as it is. */
export async function addDanger(
  db: Database,
  organizationId: OrganizationId,
  messageId: MessageId,
  at: Date,
): Promise<void> {
  await db
    .insertInto('danger')
    .values({ organization_id: organizationId, message_id: messageId, heard_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Since when a case tells of danger, by the messages that are counted for it or for one merged into it. */
export async function saveDanger(db: Database, caseId: CaseId): Promise<void> {
  await sql`
    update cases c set danger_at = d.since
    from (select min(d.heard_at) as since from danger d join case_message g on g.message_id = d.message_id
          where d.seen_at is null and g.case_id in (select cases_in(${caseId}))) d
    where c.case_id = ${caseId} and c.danger_at is distinct from d.since`.execute(db)
}

/** A person has seen to all that a case tells of danger; answers the messages, with their words. */
export async function settleDanger(
  db: Database,
  caseId: CaseId,
  seen: { readonly by: StaffId; readonly as: SeenAs; readonly at: Date },
): Promise<readonly { readonly messageId: MessageId; readonly cues: readonly MessageCue[] }[]> {
  const { rows } = await sql<{ messageId: MessageId; cues: readonly MessageCue[] }>`
    update danger d set seen_at = ${seen.at}, seen_by = ${seen.by}, seen_as = ${seen.as}
    from case_message g join message m on m.message_id = g.message_id
    where g.message_id = d.message_id and d.seen_at is null and g.case_id in (select cases_in(${caseId}))
    returning d.message_id as "messageId", coalesce(m.cues, '[]') as cues`.execute(db)
  return rows
}

/** Who answers for safety in the whole company. */
export async function officers(db: Database): Promise<readonly StaffId[]> {
  const { rows } = await sql<{ staffId: StaffId }>`
    select staff_id as "staffId" from staff where role in ('lead', 'administrator') and disabled_at is null order by staff_id limit 200`.execute(
    db,
  )
  return rows.map(({ staffId }) => staffId)
}

/** The case that a message which waits to be confirmed would join; null where it waits no longer, or belongs to none. */
export async function caseItWaitsFor(db: Database, messageId: MessageId): Promise<CaseId | null> {
  const { rows } = await sql<{ caseId: CaseId | null }>`
    select (select case_standing_for(c.case_id) from cases c where c.conversation_id = m.conversation_id order by c.number desc limit 1) as "caseId"
    from message m where m.message_id = ${messageId} and m.standing = 'to-confirm'`.execute(db)
  return rows[0]?.caseId ?? null
}
