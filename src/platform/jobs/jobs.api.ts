// Routes about jobs that failed for good: see them, and try again.
import { z } from 'zod'
import { recordAudit } from '../audit/record-audit.ts'
import { route } from '../http/route.ts'
import { Refusal } from '../../shared/errors.ts'
import { done } from '../http/done.schema.ts'
import { failedJobList, failedJobParams } from './jobs.schema.ts'
import { failedJobs, replayJob } from './jobs.sql.ts'

export const jobRoutes = [
  route({
    method: 'GET',
    url: '/api/failed-jobs',
    summary: 'Jobs that used up their tries, newest first.',
    permission: 'jobs.read',
    response: failedJobList,
    answer: async (ctx) => ({
      jobs: (await failedJobs(ctx.db, 200)).map((job) => ({ ...job, failedAt: job.failedAt.toISOString() })),
    }),
  }),
  route({
    method: 'POST',
    url: '/api/failed-jobs/:jobId/replay',
    summary: 'Try a failed job again.',
    permission: 'jobs.replay',
    params: failedJobParams,
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, { params }) => {
      if (!(await replayJob(ctx.db, params.jobId)))
        throw new Refusal('not-found', 'There is no failed job with this number; it may have succeeded by now.')
      await recordAudit(ctx, 'job.replayed', { kind: 'job', id: params.jobId })
      return { done: true }
    },
  }),
]
