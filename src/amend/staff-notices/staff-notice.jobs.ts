// Jobs of notices to staff: noting what happened, and trying one delivery. Who listens to which fact: wiring.ts.
import { withContext } from '../../platform/context/context.ts'
import type { Job, JobPayload } from '../../platform/jobs/job.ts'
import { type BundleId, type CaseId, type Id, madeAt, type StaffId } from '../../shared/ids.ts'
import { deliverNotice } from './deliver-notice.ts'
import { noteForStaff, type ToNote } from './note-for-staff.ts'
import type { NoticeWay } from './staff-notice.rules.ts'
import { deliverTask } from './tell-staff.ts'

function needed(payload: JobPayload, key: string): string {
  const value = payload[key]
  if (value === undefined) throw new Error(`a job without ${key}`)
  return value
}

const noting = (task: string, toNote: (payload: JobPayload) => Omit<ToNote, 'caseId' | 'by' | 'dueAt'>): Job => ({
  task,
  run: (house, payload) =>
    withContext(
      house,
      { organizationId: payload.organizationId, actor: { kind: 'system', part: 'staff-notices' } },
      (ctx) =>
        noteForStaff(ctx, {
          ...toNote(payload),
          caseId: needed(payload, 'caseId') as CaseId,
          by: (payload['byStaffId'] as StaffId | undefined) ?? null,
          dueAt: null,
        }),
    ),
})

/** On `customer.answered`. */
export const noteAnswerJob = noting('staff-notices.customer-answered', (payload) => ({
  kind: 'customer-answered',
  sourceId: needed(payload, 'messageId'),
  to: null,
  since: null,
}))

/** On `case.given`. */
export const noteGivingJob = noting('staff-notices.case-yours', (payload) => ({
  kind: 'case-yours',
  sourceId: needed(payload, 'givingId'),
  to: needed(payload, 'staffId') as StaffId,
  since: madeAt(needed(payload, 'givingId') as Id<'giving'>),
}))

/** Asked for by the tick. */
export const deliverNoticeJob: Job = {
  task: deliverTask,
  run: (house, payload) =>
    deliverNotice(house, payload.organizationId, {
      bundleId: needed(payload, 'bundleId') as BundleId,
      way: needed(payload, 'way') as NoticeWay,
    }),
}
