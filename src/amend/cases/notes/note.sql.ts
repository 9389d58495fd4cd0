// Notes: added, read in pages, taken back. Never rewritten: the database refuses that.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, CustomerId, NoteId, OrganizationId, StaffId } from '../../../shared/ids.ts'
import type { WrittenNote } from './note.rules.ts'
import type { NoteView } from './note.schema.ts'
import { isNotAbout } from '../about-asker.sql.ts'
import { beforePlace } from '../page/said.sql.ts'

export const reads = ['staff'] as const

export interface NewNoteRow {
  readonly noteId: NoteId
  readonly caseId: CaseId
  readonly by: StaffId
  readonly call: NoteView['call']
  readonly text: string
}

export async function addNote(db: Database, organizationId: OrganizationId, note: NewNoteRow, at: Date): Promise<void> {
  await db
    .insertInto('case_note')
    .values({
      organization_id: organizationId,
      note_id: note.noteId,
      case_id: note.caseId,
      staff_id: note.by,
      call: note.call,
      text: note.text,
      at,
    })
    .execute()
}

export interface NoteRow {
  readonly noteId: NoteId
  readonly call: NoteView['call']
  readonly at: Date
  readonly text: string
  readonly authorName: string
  readonly isMe: boolean
  readonly mentions: NoteView['mentions']
}

/** Notes of a case as `me` may read them, newest first, from before a place in the conversation on; none for somebody the case is about. */
export async function notesOfCase(
  db: Database,
  caseId: CaseId,
  me: StaffId,
  before: string | null,
  most: number,
): Promise<readonly NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.note_id as "noteId", n.call, n.at, n.text, s.name as "authorName", n.staff_id = ${me} as "isMe",
      coalesce((select jsonb_agg(jsonb_build_object('staffId', x.staff_id, 'name', y.name) order by y.name, y.staff_id)
        from note_mention x join staff y on y.staff_id = x.staff_id where x.note_id = n.note_id), '[]') as mentions
    from (select c.case_id from cases c where c.case_id = ${caseId} and ${isNotAbout(me, 'c')}) c
    join lateral (
      select * from case_note n where n.case_id in (select cases_in(c.case_id)) and n.taken_back_at is null and ${beforePlace('n.note_id', before)}
      order by n.at desc, n.note_id desc limit ${sql.lit(most)}) n on true
    join staff s on s.staff_id = n.staff_id
    order by n.at desc, n.note_id desc`.execute(db)
  return rows
}

export interface KeptNote extends WrittenNote {
  readonly call: NoteView['call']
  readonly customerId: CustomerId
}

/** A note of a case, locked until the end of the transaction. */
export async function lockNote(db: Database, caseId: CaseId, noteId: NoteId): Promise<KeptNote | null> {
  const { rows } = await sql<KeptNote>`
    select n.staff_id as by, n.at, n.taken_back_at as "takenBackAt", n.call, c.customer_id as "customerId"
    from case_note n join cases c on c.case_id = n.case_id where n.note_id = ${noteId} and n.case_id in (select cases_in(${caseId}))
    for no key update of n`.execute(db)
  return rows[0] ?? null
}

/** Its words go; that it was there stays. */
export async function saveTakenBack(db: Database, noteId: NoteId, at: Date): Promise<void> {
  await db.updateTable('case_note').set({ text: '', taken_back_at: at }).where('note_id', '=', noteId).execute()
}

/** Blanks the words of every note in a customer's cases. */
export async function eraseNotesOf(db: Database, customerId: CustomerId): Promise<void> {
  await sql`select erase_notes_of(${customerId})`.execute(db)
}

/** What was noted in a customer's cases (at most 10,000), without who wrote it. */
export async function notesAbout(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.number, n.at, n.call, n.text from cases c join case_note n on n.case_id = c.case_id
    where c.customer_id = ${customerId} and n.taken_back_at is null order by n.at limit 10000`.execute(db)
  return rows
}
