// Routes of notes: whoever may read a case may write to colleagues in it, but for somebody it is about.
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { done } from '../../../platform/http/done.schema.ts'
import { route } from '../../../platform/http/route.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { draftKept } from '../case.schema.ts'
import { keepDraft } from '../work/keep-draft.ts'
import { keepNoteDraft, noteWritten, writeNote as newNote } from './note.schema.ts'
import { seeMention } from './see-mention.ts'
import { caseRelation } from '../page/see-case.ts'
import { takeBackNote } from './take-back-note.ts'
import { writeNote } from './write-note.ts'

const params = z.object({ caseId: idOf<'case'>() })
const relation = (ctx: Context, { caseId }: { readonly caseId: CaseId }) => caseRelation(ctx, caseId)
const noting = { permission: 'case.note', relation } as const

export const noteRoutes = [
  route({
    ...{ ...noting, method: 'POST', url: '/api/cases/:caseId/notes', params },
    summary: 'Write a note to colleagues, or what was said on the telephone.',
    isOnce: true,
    body: newNote,
    response: noteWritten,
    answer: (ctx, { params: { caseId }, body }) => writeNote(ctx, caseId, body),
  }),
  route({
    ...{ ...noting, method: 'POST', url: '/api/cases/:caseId/notes/:noteId/take-back' },
    summary: 'Take a note of yours back, for ten minutes.',
    params: params.extend({ noteId: idOf<'note'>() }),
    response: done,
    answer: (ctx, { params: { caseId, noteId } }) => takeBackNote(ctx, caseId, noteId),
  }),
  route({
    ...{ ...noting, method: 'POST', url: '/api/cases/:caseId/mention/seen', params },
    summary: 'I have opened the case in which I was mentioned.',
    response: done,
    answer: (ctx, { params: { caseId } }) => seeMention(ctx, caseId),
  }),
  route({
    ...{ ...noting, method: 'PUT', url: '/api/cases/:caseId/note-draft', params },
    summary: 'Keep the note that is being written; an empty text forgets it.',
    body: keepNoteDraft,
    response: draftKept,
    answer: async (ctx, { params: { caseId }, body }) => ({
      savedAt: (await keepDraft(ctx, caseId, 'note', body.text)).savedAt.toISOString(),
    }),
  }),
]
