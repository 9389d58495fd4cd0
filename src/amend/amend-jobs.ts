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
import { deliverNoticeJob, noteAnswerJob, noteGivingJob } from './staff-notices/staff-notice.jobs.ts'

export const amendJobs: readonly Job[] = [
  countMessageJob,
  countLetterSentJob,
  countLetterBouncedJob,
  coverCasesJob,
  joinPoolJob,
  tellLateJob,
  noteAnswerJob,
  noteGivingJob,
  deliverNoticeJob,
]

export const amendListeners: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  'message.received': [countMessageJob.task],
  'message.sent': [countLetterSentJob.task],
  'message.bounced': [countLetterBouncedJob.task],
  'promise.broken': [tellLateJob.task],
  'customer.answered': [noteAnswerJob.task],
  'case.given': [noteGivingJob.task],
  'staff.joined': [joinPoolJob.task],
  'staff.disabled': [coverCasesJob.task],
}
