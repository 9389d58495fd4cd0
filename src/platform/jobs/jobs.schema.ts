// Shapes of answers about failed jobs, shared with the pages.
import { z } from 'zod'

export const failedJob = z.object({
  jobId: z.string(),
  task: z.string(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  failedAt: z.iso.datetime(),
})
export const failedJobList = z.object({ jobs: z.array(failedJob) })
export const failedJobParams = z.object({ jobId: z.string().regex(/^\d{1,18}$/) })
