// The jobs of this room and the facts that cause them.
import type { Job } from '../platform/jobs/job.ts'
import type { FactKind } from '../shared/facts.ts'
import {
  countLetterBouncedJob,
  countLetterSentJob,
  countMessageJob,
  coverCasesJob,
  joinPoolJob,
  tellLateJob,
} from './cases/case.jobs.ts'

export const amendJobs: readonly Job[] = [
  countMessageJob,
  countLetterSentJob,
  countLetterBouncedJob,
  coverCasesJob,
  joinPoolJob,
  tellLateJob,
]

export const amendListeners: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  'message.received': [countMessageJob.task],
  'message.sent': [countLetterSentJob.task],
  'message.bounced': [countLetterBouncedJob.task],
  'promise.broken': [tellLateJob.task],
  'staff.joined': [joinPoolJob.task],
  'staff.disabled': [coverCasesJob.task],
}
