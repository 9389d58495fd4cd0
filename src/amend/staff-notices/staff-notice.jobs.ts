// Jobs of notices to staff: noting what happened, and trying one delivery. Who listens to which fact: wiring.ts.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { Job, JobPayload } from '../../platform/jobs/job.ts'
import type { BundleId, CaseId, MessageId, NoteId, StaffId } from '../../shared/ids.ts'
import { deliverNotice } from './deliver-notice.ts'
import { noteDanger, noteWaitingDanger } from './note-danger.ts'
import { noteReturned } from './note-returned.ts'
import { noteForStaff, type ToNote } from './note-for-staff.ts'
import { noteMention } from './note-mention.ts'
import type { NoticeWay } from './staff-notice.rules.ts'
import { deliverTask } from './tell-staff.ts'

function needed(payload: JobPayload, key: string): string {
  const value = payload[key]
  if (value === undefined) throw new Error(`a job without ${key}`)
  return value
}

const telling = (task: string, tell: (ctx: Context, payload: JobPayload) => Promise<void>): Job => ({
  task,
  run: (house, payload) =>
    withContext(
      house,
      { organizationId: payload.organizationId, actor: { kind: 'system', part: 'staff-notices' } },
      (ctx) => tell(ctx, payload),
    ),
})

const noting = (task: string, toNote: (payload: JobPayload) => Pick<ToNote, 'kind' | 'sourceId' | 'to'>): Job =>
  telling(task, (ctx, payload) =>
    noteForStaff(ctx, [
      {
        ...toNote(payload),
        caseId: needed(payload, 'caseId') as CaseId,
        by: (payload['byStaffId'] as StaffId | undefined) ?? null,
        ...{ since: null, dueAt: null },
      },
    ]),
  )

/** On `customer.answered`. */
export const noteAnswerJob = noting('staff-notices.customer-answered', (payload) => ({
  kind: 'customer-answered',
  sourceId: needed(payload, 'messageId'),
  to: null,
}))

/** On `outside.answered`. */
export const noteOutsideJob = noting('staff-notices.outside-answered', (payload) => ({
  kind: 'outside-answered',
  sourceId: needed(payload, 'messageId'),
  to: null,
}))

/** On `message.bounced`. */
export const noteReturnedJob = telling('staff-notices.letter-returned', (ctx, payload) =>
  noteReturned(ctx, needed(payload, 'messageId') as MessageId),
)

/** On `danger.heard`. */
export const noteDangerJob = telling('staff-notices.danger', (ctx, payload) =>
  noteDanger(ctx, needed(payload, 'caseId') as CaseId, needed(payload, 'messageId') as MessageId),
)

/** On `danger.waits`. */
export const noteWaitingDangerJob = telling('staff-notices.danger-waits', (ctx, payload) =>
  noteWaitingDanger(ctx, needed(payload, 'messageId') as MessageId),
)

/** On `staff.mentioned`. */
export const noteMentionJob = telling('staff-notices.mentioned', (ctx, payload) =>
  noteMention(ctx, {
    noteId: needed(payload, 'noteId') as NoteId,
    caseId: needed(payload, 'caseId') as CaseId,
    to: needed(payload, 'staffId') as StaffId,
    by: needed(payload, 'by') as StaffId,
  }),
)

/** Asked for by the tick. */
export const deliverNoticeJob: Job = {
  task: deliverTask,
  run: (house, payload) =>
    deliverNotice(house, payload.organizationId, {
      bundleId: needed(payload, 'bundleId') as BundleId,
      way: needed(payload, 'way') as NoticeWay,
    }),
}
