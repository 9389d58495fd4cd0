// Routes of topics: everybody reads them and says what a case is about, leads make and change them.
import { z } from 'zod'
import { done } from '../../platform/http/done.schema.ts'
import { route } from '../../platform/http/route.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { caseRelation } from '../cases/page/see-case.ts'
import { keepTopic } from './keep-topic.ts'
import { labelCase } from './label-case.ts'
import { seeCaseTopic } from './see-case-topic.ts'
import { caseTopic, changedTopic, newLabel, newTopic, topicKept, topics } from './topic.schema.ts'
import { topicsOf } from './topic.sql.ts'

const ofCase = z.object({ caseId: idOf<'case'>() })

export const topicRoutes = [
  route({
    ...{ method: 'GET', url: '/api/topics', permission: 'desk.see' },
    summary: 'The topics of the company, those in use first.',
    response: topics,
    answer: async (ctx) => ({ topics: [...(await topicsOf(ctx.db))] }),
  }),
  route({
    ...{ method: 'POST', url: '/api/topics', permission: 'topic.change', status: 201 },
    summary: 'Make a topic.',
    body: newTopic,
    response: topicKept,
    answer: async (ctx, { body }) => ({ topicId: await keepTopic(ctx, null, { ...body, isArchived: false }) }),
  }),
  route({
    ...{ method: 'PUT', url: '/api/topics/:topicId', permission: 'topic.change' },
    summary: 'Give a topic another name, archive it, or take it into use again.',
    params: z.object({ topicId: idOf<'topic'>() }),
    body: changedTopic,
    response: topicKept,
    answer: async (ctx, input) => ({ topicId: await keepTopic(ctx, input.params.topicId, input.body) }),
  }),
  route({
    ...{ method: 'GET', url: '/api/cases/:caseId/topic', permission: 'case.read' },
    summary: 'What a case is about and at which stage of the journey it arose, as somebody said or as it is likely.',
    relation: (ctx, { caseId }) => caseRelation(ctx, caseId),
    params: ofCase,
    response: caseTopic,
    answer: (ctx, input) => seeCaseTopic(ctx, input.params.caseId),
  }),
  route({
    ...{ method: 'PUT', url: '/api/cases/:caseId/topic', permission: 'case.label' },
    summary: 'Say what a case is about, or take that back.',
    relation: (ctx, { caseId }) => caseRelation(ctx, caseId),
    params: ofCase,
    body: newLabel,
    response: done,
    answer: async (ctx, input) => {
      await labelCase(ctx, input.params.caseId, input.body)
      return { done: true }
    },
  }),
]
