// Jobs of surveys: what follows when a case is settled, a letter returns, or one is reported. Who listens to which fact: wiring.ts.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { Job, JobPayload } from '../../platform/jobs/job.ts'
import type { CaseId, IdentityId, MessageId } from '../../shared/ids.ts'
import { drawCase } from './draw-case.ts'
import { noteReturnedSurvey } from './note-returned-survey.ts'
import { stopReported } from './stop-surveys.ts'

const job = (task: string, key: string, work: (ctx: Context, id: string) => Promise<void>): Job => ({
  task,
  run: (house, payload: JobPayload) => {
    const id = payload[key]
    if (id === undefined) throw new Error(`a job without ${key}`)
    const who = { organizationId: payload.organizationId, actor: { kind: 'system', part: 'surveys' } } as const
    return withContext(house, who, (ctx) => work(ctx, id))
  },
})

/** On `case.resolved`. */
export const drawCaseJob = job('surveys.draw-case', 'caseId', (ctx, id) => drawCase(ctx, id as CaseId))

/** On `message.bounced`. */
export const noteReturnedSurveyJob = job('surveys.note-returned', 'messageId', (ctx, id) =>
  noteReturnedSurvey(ctx, id as MessageId),
)

/** On `letter.reported`. */
export const stopReportedJob = job('surveys.stop-reported', 'identityId', (ctx, id) =>
  stopReported(ctx, id as IdentityId),
)
