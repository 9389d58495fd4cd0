// Routes that merge cases, split them, move messages between them, and undo that. The other case is asked about as well (rearrange.ts).
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { route } from '../../../platform/http/route.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { mergeCases } from './merge-cases.ts'
import { moveMessages } from './move-messages.ts'
import { previewMerge } from './preview-merge.ts'
import {
  mergeCases as merge,
  mergePreview,
  moveMessages as move,
  rearranged,
  splitCase as split,
  undoRearrangement as undo,
} from './rearrangement.schema.ts'
import { caseRelation } from '../page/see-case.ts'
import { splitCase } from './split-case.ts'
import { undoRearrangement } from './undo-rearrangement.ts'

const params = z.object({ caseId: idOf<'case'>() })
const relation = (ctx: Context, { caseId }: { readonly caseId: CaseId }) => caseRelation(ctx, caseId)
const rearranging = { permission: 'case.rearrange', relation } as const

export const rearrangementRoutes = [
  route({
    ...{ ...rearranging, method: 'GET', url: '/api/cases/:caseId/merge/:intoId' },
    summary: 'What merging a case into another of its customer would do.',
    params: params.extend({ intoId: idOf<'case'>() }),
    response: mergePreview,
    answer: (ctx, { params: { caseId, intoId } }) => previewMerge(ctx, caseId, intoId),
  }),
  route({
    ...{ ...rearranging, method: 'POST', url: '/api/cases/:caseId/merge', params },
    summary: 'Merge a case into another of its customer.',
    body: merge,
    response: rearranged,
    answer: (ctx, { params: { caseId }, body }) => mergeCases(ctx, caseId, body),
  }),
  route({
    ...{ ...rearranging, method: 'POST', url: '/api/cases/:caseId/split', params },
    summary: 'Make messages of the customer a case of their own.',
    body: split,
    response: rearranged,
    answer: (ctx, { params: { caseId }, body }) => splitCase(ctx, caseId, body),
  }),
  route({
    ...{ ...rearranging, method: 'POST', url: '/api/cases/:caseId/move', params },
    summary: 'Move messages of the customer to another case of theirs.',
    body: move,
    response: rearranged,
    answer: (ctx, { params: { caseId }, body }) => moveMessages(ctx, caseId, body),
  }),
  route({
    ...{ ...rearranging, method: 'POST', url: '/api/cases/:caseId/rearrangements/:rearrangementId/undo' },
    summary: 'Undo a merge, a split or a move, until the customer has been answered.',
    params: params.extend({ rearrangementId: idOf<'rearrangement'>() }),
    body: undo,
    response: rearranged,
    answer: (ctx, { params: { caseId, rearrangementId }, body }) =>
      undoRearrangement(ctx, caseId, rearrangementId, body.version),
  }),
]
