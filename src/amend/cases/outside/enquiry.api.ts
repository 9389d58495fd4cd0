// Routes of enquiries: the owner asks outside; whoever may read the notes of a case sees who was asked.
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { done } from '../../../platform/http/done.schema.ts'
import { route } from '../../../platform/http/route.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { askOutside as ask } from './ask-outside.ts'
import { commandDone, draftKept, keepDraft } from '../case.schema.ts'
import { askOutside, enquiries } from './enquiry.schema.ts'
import { letEnquiryGo } from './hear-outside.ts'
import { keepDraft as keep } from '../work/keep-draft.ts'
import { caseRelation } from '../page/see-case.ts'
import { seeEnquiries } from './see-enquiries.ts'

const params = z.object({ caseId: idOf<'case'>() })
const relation = (ctx: Context, { caseId }: { readonly caseId: CaseId }) => caseRelation(ctx, caseId)
const asking = { permission: 'case.work', relation } as const

export const enquiryRoutes = [
  route({
    ...{ method: 'GET', url: '/api/cases/:caseId/enquiries', permission: 'case.note', relation, params },
    isAskedWithCheck: true,
    summary: 'Whom a case has asked outside, and who has answered.',
    response: enquiries,
    answer: (ctx, { params: { caseId } }) => seeEnquiries(ctx, caseId),
  }),
  route({
    ...{ ...asking, method: 'POST', url: '/api/cases/:caseId/enquiries', params },
    summary: 'Ask somebody outside; with a due time the case waits for them.',
    body: askOutside,
    response: commandDone,
    answer: (ctx, { params: { caseId }, body }) => ask(ctx, caseId, body),
  }),
  route({
    ...{ ...asking, method: 'POST', url: '/api/cases/:caseId/enquiries/:conversationId/let-go' },
    summary: 'Wait for this one no more.',
    params: params.extend({ conversationId: idOf<'conversation'>() }),
    response: done,
    answer: (ctx, { params: { caseId, conversationId } }) => letEnquiryGo(ctx, caseId, conversationId),
  }),
  route({
    ...{ ...asking, method: 'PUT', url: '/api/cases/:caseId/ask-draft', params, bodyLimit: 524_288 },
    summary: 'Keep the question that is being written; an empty text forgets it.',
    body: keepDraft,
    response: draftKept,
    answer: async (ctx, { params: { caseId }, body }) => ({
      savedAt: (await keep(ctx, caseId, 'ask', body.text)).savedAt.toISOString(),
    }),
  }),
]
