// The jobs of this room and the facts that cause them.
import type { Job } from '../platform/jobs/job.ts'
import type { FactKind } from '../shared/facts.ts'
import {
  countLetterBouncedJob,
  countLetterSentJob,
  countMessageJob,
  coverCasesJob,
  hearOutsideJob,
  joinPoolJob,
  tellLateJob,
} from './cases/case.jobs.ts'
import {
  deliverNoticeJob,
  noteAnswerJob,
  noteDangerJob,
  noteMentionJob,
  noteOutsideJob,
  noteReturnedJob,
  noteWaitingDangerJob,
} from './staff-notices/staff-notice.jobs.ts'
import { drawCaseJob, noteReturnedSurveyJob, stopReportedJob } from './surveys/survey.jobs.ts'

export const amendJobs: readonly Job[] = [
  countMessageJob,
  hearOutsideJob,
  countLetterSentJob,
  countLetterBouncedJob,
  coverCasesJob,
  joinPoolJob,
  tellLateJob,
  noteAnswerJob,
  noteOutsideJob,
  noteMentionJob,
  noteDangerJob,
  noteWaitingDangerJob,
  noteReturnedJob,
  deliverNoticeJob,
  drawCaseJob,
  noteReturnedSurveyJob,
  stopReportedJob,
]

export const amendListeners: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  'message.received': [countMessageJob.task],
  'outside.received': [hearOutsideJob.task],
  'outside.answered': [noteOutsideJob.task],
  'message.sent': [countLetterSentJob.task],
  'message.bounced': [countLetterBouncedJob.task, noteReturnedSurveyJob.task, noteReturnedJob.task],
  'promise.broken': [tellLateJob.task],
  'customer.answered': [noteAnswerJob.task],
  'staff.mentioned': [noteMentionJob.task],
  'danger.heard': [noteDangerJob.task],
  'danger.waits': [noteWaitingDangerJob.task],
  'case.resolved': [drawCaseJob.task],
  'letter.reported': [stopReportedJob.task],
  'staff.joined': [joinPoolJob.task],
  'staff.disabled': [coverCasesJob.task],
}
