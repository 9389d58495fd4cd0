// A note names a colleague: they are told by their own settings, whoever answers for the case.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, NoteId, StaffId } from '../../shared/ids.ts'
import { isMentionUnseen } from '../cases/notes/mention.sql.ts'
import { noteForStaff } from './note-for-staff.ts'

export interface Mention {
  readonly noteId: NoteId
  readonly caseId: CaseId
  readonly to: StaffId
  readonly by: StaffId
}

/** Nothing where they have looked since, or the note was taken back. */
export async function noteMention(ctx: Context, { noteId, caseId, to, by }: Mention): Promise<void> {
  if (!(await isMentionUnseen(ctx.db, noteId, to))) return
  await noteForStaff(ctx, [{ kind: 'mentioned', caseId, sourceId: noteId, to, by, since: null, dueAt: null }])
}
