// Jobs of notices to staff: noting what happened, and trying one delivery. Who listens to which fact: wiring.ts.
import { withContext } from '../../platform/context/context.ts'
import type { Job, JobPayload } from '../../platform/jobs/job.ts'
import type { BundleId, CaseId, NoteId, StaffId } from '../../shared/ids.ts'
import { deliverNotice } from './deliver-notice.ts'
import { noteForStaff, type ToNote } from './note-for-staff.ts'
import { noteMention } from './note-mention.ts'
import type { NoticeWay } from './staff-notice.rules.ts'
import { deliverTask } from './tell-staff.ts'

function needed(payload: JobPayload, key: string): string {
  const value = payload[key]
  if (value === undefined) throw new Error(`a job without ${key}`)
  return value
}

const noting = (task: string, toNote: (payload: JobPayload) => Pick<ToNote, 'kind' | 'sourceId' | 'to'>): Job => ({
  task,
  run: (house, payload) =>
    withContext(
      house,
      { organizationId: payload.organizationId, actor: { kind: 'system', part: 'staff-notices' } },
      (ctx) =>
        noteForStaff(ctx, [
          {
            ...toNote(payload),
            caseId: needed(payload, 'caseId') as CaseId,
            by: (payload['byStaffId'] as StaffId | undefined) ?? null,
            ...{ since: null, dueAt: null },
          },
        ]),
    ),
})

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

/** On `staff.mentioned`. */
export const noteMentionJob: Job = {
  task: 'staff-notices.mentioned',
  run: (house, payload) =>
    withContext(
      house,
      { organizationId: payload.organizationId, actor: { kind: 'system', part: 'staff-notices' } },
      (ctx) =>
        noteMention(ctx, {
          noteId: needed(payload, 'noteId') as NoteId,
          caseId: needed(payload, 'caseId') as CaseId,
          to: needed(payload, 'staffId') as StaffId,
          by: needed(payload, 'by') as StaffId,
        }),
    ),
}

/** Asked for by the tick. */
export const deliverNoticeJob: Job = {
  task: deliverTask,
  run: (house, payload) =>
    deliverNotice(house, payload.organizationId, {
      bundleId: needed(payload, 'bundleId') as BundleId,
      way: needed(payload, 'way') as NoticeWay,
    }),
}
