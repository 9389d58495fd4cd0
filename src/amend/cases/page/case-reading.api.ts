// Routes that read a case: itself, what was said, the customer's timeline, its promises.
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { route } from '../../../platform/http/route.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { promisesOfCase } from '../../promises/promise.schema.ts'
import {
  askedFor,
  messagesQuery,
  pageOfMessages,
  timeline,
  timelineQuery,
  toConfirm,
  wholeMessage,
} from './case-messages.schema.ts'
import { casePage } from './case-page.schema.ts'
import { caseView } from '../case.schema.ts'
import { participants } from '../letters/participant.schema.ts'
import { participantsOf } from '../letters/participant.sql.ts'
import { caseRelation, seeCase, seenRelation, seePromises } from './see-case.ts'
import { seeAskedFor } from './see-asked-for.ts'
import { seeCasePage } from './see-case-page.ts'
import { seeMessages, seeToConfirm, seeWholeMessage } from './see-messages.ts'
import { seeTimeline } from './see-timeline.ts'

const params = z.object({ caseId: idOf<'case'>() })
const relation = (ctx: Context, { caseId }: { readonly caseId: CaseId }) => caseRelation(ctx, caseId)
const seen = (ctx: Context, { caseId }: { readonly caseId: CaseId }) => seenRelation(ctx, caseId)
const reading = { method: 'GET', permission: 'case.read', relation, params, isAskedWithCheck: true } as const

export const caseReadingRoutes = [
  route({
    ...reading,
    url: '/api/cases/:caseId',
    relation: seen,
    summary: 'One case, and what can be asked of it now.',
    response: caseView,
    answer: (ctx, input) => seeCase(ctx, input.params.caseId),
  }),
  route({
    ...reading,
    url: '/api/cases/:caseId/page',
    relation: seen,
    summary: 'One case with what was said, its timeline and its promises: all that its page opens with.',
    response: casePage,
    answer: (ctx, input) => seeCasePage(ctx, input.params.caseId),
  }),
  route({
    ...reading,
    url: '/api/cases/:caseId/messages',
    summary: 'A page of what was said in a case, oldest first.',
    query: messagesQuery,
    response: pageOfMessages,
    answer: (ctx, input) => seeMessages(ctx, input.params.caseId, input.query),
  }),
  route({
    ...reading,
    url: '/api/cases/:caseId/asked-for',
    summary:
      'What the customer of a case asks for and how bad they say it was, in their own words. A reading: nothing is decided by it.',
    response: askedFor,
    answer: (ctx, input) => seeAskedFor(ctx, input.params.caseId),
  }),
  route({
    ...reading,
    url: '/api/cases/:caseId/timeline',
    summary: 'Everything that happened with the customer of a case, newest first.',
    query: timelineQuery,
    response: timeline,
    answer: (ctx, input) => seeTimeline(ctx, { caseId: input.params.caseId }, input.query.before),
  }),
  route({
    ...reading,
    url: '/api/cases/:caseId/promises',
    summary: 'Every promise of a case with its clock.',
    response: promisesOfCase,
    answer: (ctx, input) => seePromises(ctx, input.params.caseId),
  }),
  route({
    ...reading,
    url: '/api/cases/:caseId/participants',
    summary: 'Who takes part in the conversation, and whom the customer named in it.',
    response: participants,
    answer: async (ctx, input) => ({ participants: [...(await participantsOf(ctx.db, input.params.caseId))] }),
  }),
  route({
    ...{ method: 'GET', url: '/api/messages/:messageId', permission: 'desk.see' },
    summary: 'The whole text of a message, and its HTML as it came.',
    params: z.object({ messageId: idOf<'message'>() }),
    response: wholeMessage,
    answer: (ctx, input) => seeWholeMessage(ctx, input.params.messageId),
  }),
  route({
    ...{ method: 'GET', url: '/api/to-confirm', permission: 'confirm.decide' },
    summary: 'Messages that wait for a person to say whether they belong.',
    response: toConfirm,
    answer: (ctx) => seeToConfirm(ctx),
  }),
]
