// Taking a note back: by who wrote it, for ten minutes. Its words are gone for everybody, and a call is gone from the timeline.
import { forgetInteraction } from '../../../hear/customers/interaction.sql.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, NoteId } from '../../../shared/ids.ts'
import { removeMentions } from './mention.sql.ts'
import { decideTakeBack } from './note.rules.ts'
import { lockNote, saveTakenBack } from './note.sql.ts'
import { whoActs } from '../work/take-case.ts'
import { idOnTimeline } from './write-note.ts'

/** @throws Refusal('not-found'), Refusal('not-allowed') for somebody else's, Refusal('wrong-state') once the ten minutes are over */
export async function takeBackNote(ctx: Context, caseId: CaseId, noteId: NoteId): Promise<{ readonly done: true }> {
  const note = await lockNote(ctx.db, caseId, noteId)
  if (!note) throw new Refusal('not-found', 'There is no such note.')
  const taking = decideTakeBack(note, whoActs(ctx), ctx.now())
  if (taking.outcome === 'already') return { done: true }
  if (taking.outcome === 'no')
    throw new Refusal(taking.reason === 'not-theirs' ? 'not-allowed' : 'wrong-state', taking.sentence)
  await saveTakenBack(ctx.db, noteId, taking.at)
  await removeMentions(ctx.db, noteId)
  if (note.call !== null) await forgetInteraction(ctx.db, note.customerId, idOnTimeline(noteId))
  ctx.emit({ kind: 'case.noted', caseId, noteId })
  return { done: true }
}
