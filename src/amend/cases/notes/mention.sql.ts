// Who is named in notes, and whether they have looked since.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, NoteId, OrganizationId, StaffId } from '../../../shared/ids.ts'
import { isNotAbout } from '../about-asker.sql.ts'

export const reads = ['staff', 'organization'] as const

/** Those of these people who work here now. */
export async function whoWorksHere(db: Database, staffIds: readonly StaffId[]): Promise<readonly StaffId[]> {
  const rows = await db
    .selectFrom('staff')
    .select('staff_id')
    .where('staff_id', 'in', staffIds)
    .where('disabled_at', 'is', null)
    .execute()
  return rows.map((row) => row.staff_id as StaffId)
}

export async function addMentions(
  db: Database,
  organizationId: OrganizationId,
  { noteId, caseId }: { readonly noteId: NoteId; readonly caseId: CaseId },
  staffIds: readonly StaffId[],
  at: Date,
): Promise<void> {
  await db
    .insertInto('note_mention')
    .values(
      staffIds.map((staffId) => ({
        organization_id: organizationId,
        note_id: noteId,
        staff_id: staffId,
        case_id: caseId,
        at,
      })),
    )
    .execute()
}

/** A note that is taken back names nobody. */
export async function removeMentions(db: Database, noteId: NoteId): Promise<void> {
  await db.deleteFrom('note_mention').where('note_id', '=', noteId).execute()
}

/** Notes that somebody has opened the case they are named in; answers whether that is news. */
export async function saveMentionsSeen(db: Database, caseId: CaseId, staffId: StaffId, at: Date): Promise<boolean> {
  const saved = await db
    .updateTable('note_mention')
    .set({ seen_at: at })
    .where('staff_id', '=', staffId)
    .where(sql<boolean>`case_id in (select cases_in(${caseId}))`)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return saved.numUpdatedRows > 0n
}

/** Whether a note names somebody who has not looked since. */
export async function isMentionUnseen(db: Database, noteId: NoteId, staffId: StaffId): Promise<boolean> {
  const row = await db
    .selectFrom('note_mention')
    .select('note_id')
    .where('note_id', '=', noteId)
    .where('staff_id', '=', staffId)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export interface MentioningCase {
  readonly caseId: CaseId
  readonly number: string
  readonly matter: string
}

/** Cases in which somebody is named and has not looked since, the newest mention first; none that are about them. */
export async function casesMentioning(
  db: Database,
  staffId: StaffId,
  most: number,
): Promise<readonly MentioningCase[]> {
  const { rows } = await sql<MentioningCase>`
    select c.case_id as "caseId", o.case_prefix || '-' || c.number as number, c.matter
    from (select case_standing_for(u.case_id) as case_id, max(u.at) as at
          from note_mention u where u.staff_id = ${staffId} and u.seen_at is null
          group by 1 order by max(u.at) desc limit ${sql.lit(most)}) u
    join cases c on c.case_id = u.case_id and ${isNotAbout(staffId, 'c')}
    join organization o on o.organization_id = c.organization_id
    order by u.at desc, c.case_id`.execute(db)
  return rows
}
