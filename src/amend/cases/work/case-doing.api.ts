// Routes that ask something of a case. Each answers where the case stands now.
import { z } from 'zod'
import type { Permission } from '../../../platform/access/access.rules.ts'
import type { Context } from '../../../platform/context/context.ts'
import { route } from '../../../platform/http/route.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { newPromise, promiseMade } from '../../promises/promise.schema.ts'
import { answerCase as answer } from './answer-case.ts'
import { assignCase as assign } from './assign-case.ts'
import { givePromise, keepGivenPromise } from '../case-promises.ts'
import {
  answerCase,
  answerRecalled,
  assignCase,
  commandDone,
  type CommandDone,
  correctMeaning,
  seeToDanger,
  reachOtherwise,
  draftKept,
  keepDraft,
  nameSubject,
  rejectCase,
  reopenCase,
  resolveCase,
  resumeCase,
  takeCase,
  waitOnCase,
} from '../case.schema.ts'
import { correctMeaning as correct } from './correct-meaning.ts'
import { keepDraft as keep } from './keep-draft.ts'
import { nameSubject as nameIt } from './name-subject.ts'
import { recallAnswer as recall } from './recall-answer.ts'
import { rejectCase as reject, reopenCase as reopen } from './reject-case.ts'
import { resolveCase as resolve } from './resolve-case.ts'
import { caseRelation } from '../page/see-case.ts'
import { reachOtherwise as reach } from '../letters/reach-otherwise.ts'
import { takeCase as take } from './take-case.ts'
import { seeToDanger as seeTo } from '../danger/see-to-danger.ts'
import { undoHandOver as undo } from './undo-hand-over.ts'
import { resumeCase as resume, waitOnCase as wait } from './wait-on-case.ts'

const params = z.object({ caseId: idOf<'case'>() })
const relation = (ctx: Context, { caseId }: { readonly caseId: CaseId }) => caseRelation(ctx, caseId)

/** A command of a case: POST /api/cases/:caseId/<name>. */
const command = <Body extends z.ZodType>(
  name: string,
  summary: string,
  permission: Permission,
  body: Body,
  ask: (ctx: Context, caseId: CaseId, body: z.output<Body>) => Promise<CommandDone>,
) =>
  route({
    ...{ method: 'POST', url: `/api/cases/:caseId/${name}`, summary, permission, relation, params, body },
    ...{ response: commandDone, isOnce: true },
    answer: (ctx, input) => ask(ctx, input.params.caseId, input.body as z.output<Body>),
  })

export const caseDoingRoutes = [
  command('take', 'Become the owner of a case nobody owns.', 'case.take', takeCase, (ctx, caseId, { version }) =>
    take(ctx, caseId, version),
  ),
  command('answer', 'Write to the customer; a final answer carries a finding.', 'case.work', answerCase, answer),
  command('wait', 'Wait for the customer or for somebody else.', 'case.work', waitOnCase, (ctx, caseId, body) =>
    wait(ctx, caseId, { ...body, until: new Date(body.until) }),
  ),
  command('resume', 'Go on with a case that waits.', 'case.work', resumeCase, (ctx, caseId, { version }) =>
    resume(ctx, caseId, version),
  ),
  command('resolve', 'Resolved: the customer told the owner so.', 'case.work', resolveCase, resolve),
  command('reject', 'Say no, with reasons and where else to turn.', 'case.work', rejectCase, reject),
  command('reopen', 'Open a case again that is not settled after all.', 'case.work', reopenCase, reopen),
  command('assign', 'Hand a case to a colleague, with a summary.', 'case.assign', assignCase, assign),
  command(
    'undo-hand-over',
    'Undo a handover of mine, within a minute.',
    'case.hand-back',
    takeCase,
    (ctx, caseId, body) => undo(ctx, caseId, body.version),
  ),
  command('subject', 'Say that the complaint is about a colleague.', 'case.assign', nameSubject, nameIt),
  command('danger', 'Say what you made of the danger its customer tells of.', 'case.danger', seeToDanger, seeTo),
  command(
    'reach',
    'Write to the customer at another address, as letters come back.',
    'case.work',
    reachOtherwise,
    reach,
  ),
  command('meaning', 'Correct what a message of the customer was taken for.', 'case.work', correctMeaning, correct),
  route({
    ...{ method: 'POST', url: '/api/cases/:caseId/answers/:messageId/recall', permission: 'case.hand-back' },
    summary: 'Take an answer of mine back before it leaves.',
    relation: (ctx, given: { readonly caseId: CaseId }) => caseRelation(ctx, given.caseId),
    params: params.extend({ messageId: idOf<'message'>() }),
    response: answerRecalled,
    answer: (ctx, { params: { caseId, messageId } }) => recall(ctx, caseId, messageId),
  }),
  route({
    ...{ method: 'POST', url: '/api/cases/:caseId/promises', permission: 'case.work', relation, params },
    summary: 'Promise the customer something by a time.',
    isOnce: true,
    body: newPromise,
    response: promiseMade,
    answer: (ctx, { params: { caseId }, body }) =>
      givePromise(ctx, caseId, { about: body.about, dueAt: new Date(body.dueAt) }),
  }),
  route({
    ...{ method: 'POST', url: '/api/cases/:caseId/promises/:promiseId/keep', permission: 'case.work' },
    summary: 'Mark a promise that a person gave as kept.',
    relation: (ctx, given: { readonly caseId: CaseId }) => caseRelation(ctx, given.caseId),
    params: params.extend({ promiseId: idOf<'promise'>() }),
    response: commandDone,
    answer: (ctx, { params: { caseId, promiseId } }) => keepGivenPromise(ctx, caseId, promiseId),
  }),
  route({
    ...{ method: 'PUT', url: '/api/cases/:caseId/draft', permission: 'case.work', relation, params },
    summary: 'Keep what is being written; an empty text forgets it.',
    bodyLimit: 524_288,
    body: keepDraft,
    response: draftKept,
    answer: async (ctx, { params: { caseId }, body }) => ({
      savedAt: (await keep(ctx, caseId, 'reply', body.text)).savedAt.toISOString(),
    }),
  }),
]
