// A note to colleagues, or of a telephone call. It is no letter: it leaves by no channel, counts as no answer and moves no clock.
import type { Context } from '../../../platform/context/context.ts'
import { noteInteraction } from '../../../hear/customers/note-interaction.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, Id, NoteId, StaffId } from '../../../shared/ids.ts'
import { findCase } from '../case.sql.ts'
import { addMentions, whoWorksHere } from './mention.sql.ts'
import { mentionable } from './note.rules.ts'
import { removeDraft } from '../work/draft.sql.ts'
import type { NewNote } from './note.schema.ts'
import { addNote } from './note.sql.ts'
import { whoActs } from '../work/take-case.ts'

/** A call also stands on the customer's timeline; who is mentioned is told.
 * @throws Refusal('not-found'), Refusal('invalid') where somebody who is mentioned cannot be */
export async function writeNote(ctx: Context, caseId: CaseId, note: NewNote): Promise<{ readonly noteId: NoteId }> {
  const by = whoActs(ctx)
  const kept = await findCase(ctx.db, caseId)
  if (!kept) throw new Refusal('not-found', 'There is no such case.')
  const mentions = await whoIsMentioned(ctx, note.mentions, kept.current.aboutStaffIds)
  const noteId = ctx.newId<'note'>()
  await addNote(ctx.db, ctx.organizationId, { noteId, caseId, by, call: note.call, text: note.text }, ctx.now())
  if (mentions.length > 0) await addMentions(ctx.db, ctx.organizationId, { noteId, caseId }, mentions, ctx.now())
  await removeDraft(ctx.db, caseId, by, 'note')
  if (note.call !== null) {
    noteInteraction(ctx, {
      ...{ id: idOnTimeline(noteId), customerId: kept.customerId, kind: 'call', caseId },
      details: { direction: note.call },
    })
  }
  ctx.emit({ kind: 'case.noted', caseId, noteId })
  for (const staffId of mentions) ctx.emit({ kind: 'staff.mentioned', caseId, staffId, noteId, by })
  return { noteId }
}

async function whoIsMentioned(
  ctx: Context,
  named: readonly StaffId[],
  about: readonly StaffId[],
): Promise<readonly StaffId[]> {
  if (named.length === 0) return []
  const who = mentionable(named, { me: whoActs(ctx), here: await whoWorksHere(ctx.db, named), about })
  if ('sentence' in who) throw new Refusal('invalid', who.sentence, { '/mentions': who.sentence })
  return who.staffIds
}

/** A call stands on the timeline under the identifier of its note, so that its words are found there, and it goes with them. */
export const idOnTimeline = (noteId: NoteId): Id<'interaction'> => noteId as string as Id<'interaction'>
