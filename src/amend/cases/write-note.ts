// A note to colleagues, or of a telephone call. It is no letter: it leaves by no channel, counts as no answer and moves no clock.
import type { Context } from '../../platform/context/context.ts'
import { noteInteraction } from '../../hear/customers/note-interaction.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId, Id, NoteId } from '../../shared/ids.ts'
import { findCase } from './case.sql.ts'
import { removeDraft } from './draft.sql.ts'
import type { NewNote } from './note.schema.ts'
import { addNote } from './note.sql.ts'
import { whoActs } from './take-case.ts'

/** A call also stands on the customer's timeline. @throws Refusal('not-found') */
export async function writeNote(ctx: Context, caseId: CaseId, note: NewNote): Promise<{ readonly noteId: NoteId }> {
  const by = whoActs(ctx)
  const kept = await findCase(ctx.db, caseId)
  if (!kept) throw new Refusal('not-found', 'There is no such case.')
  const noteId = ctx.newId<'note'>()
  await addNote(ctx.db, ctx.organizationId, { noteId, caseId, by, call: note.call, text: note.text }, ctx.now())
  await removeDraft(ctx.db, caseId, by, 'note')
  if (note.call !== null) {
    noteInteraction(ctx, {
      ...{ id: idOnTimeline(noteId), customerId: kept.customerId, kind: 'call', caseId },
      details: { direction: note.call },
    })
  }
  ctx.emit({ kind: 'case.noted', caseId, noteId })
  return { noteId }
}

/** A call stands on the timeline under the identifier of its note, so that its words are found there, and it goes with them. */
export const idOnTimeline = (noteId: NoteId): Id<'interaction'> => noteId as string as Id<'interaction'>
