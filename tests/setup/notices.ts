// People of a case desk who want to be told, and the jobs and ticks that tell them, run by hand: once or several times, in any order.
import { amendJobs, amendListeners } from '../../src/amend/amend-jobs.ts'
import { changeNoticeSettings } from '../../src/amend/staff-notices/change-notice-settings.ts'
import type { NoticeSettingsChange } from '../../src/amend/staff-notices/staff-notice.schema.ts'
import { noteGivings } from '../../src/amend/staff-notices/note-givings.ts'
import { tellStaff } from '../../src/amend/staff-notices/tell-staff.ts'
import { watchPromises } from '../../src/amend/staff-notices/watch-promises.ts'
import type { JobPayload } from '../../src/platform/jobs/job.ts'
import type { CaseId, StaffId } from '../../src/shared/ids.ts'
import { count, staff } from './cases.ts'
import { write, type Written } from './customers.ts'
import { type CaseDesk, openCaseDesk } from './taken-case.ts'

export interface QueuedJob {
  readonly task: string
  readonly payload: JobPayload
}

export interface Noted {
  readonly kind: string
  readonly caseId: CaseId
  readonly state: string
  readonly bundleId: string | null
}

export interface NoticeDesk extends CaseDesk {
  /** Takes the jobs of notices out of the queue. */
  jobs(): Promise<readonly QueuedJob[]>
  run(jobs: readonly QueuedJob[]): Promise<void>
  /** Everything that the queue has for notices, each once, and who was given a case. */
  work(): Promise<void>
  /** What the tick does for notices, and what follows from it. */
  tick(): Promise<void>
  /** The same, when what has gathered may go. */
  tickLater(minutes?: number): Promise<void>
  wants(staffId: StaffId, to: Partial<NoticeSettingsChange>): Promise<void>
  /** The customer of a case writes again. */
  answers(to: Written, words?: string, name?: string): Promise<void>
  noted(staffId: StaffId): Promise<readonly Noted[]>
  deliveries(staffId: StaffId): Promise<readonly { way: string; state: string; attempts: number; why: string | null }[]>
}

const listeners = {
  'customer.answered': amendListeners['customer.answered'] ?? [],
  'staff.mentioned': amendListeners['staff.mentioned'] ?? [],
  'danger.heard': amendListeners['danger.heard'] ?? [],
  'danger.waits': amendListeners['danger.waits'] ?? [],
}

export async function openNoticeDesk(): Promise<NoticeDesk> {
  const desk = await openCaseDesk(listeners)
  const { home } = desk
  const jobs = async (): Promise<readonly QueuedJob[]> => {
    const { rows } = await home.house.ownerPool.query<QueuedJob & { id: string }>(`
      with gone as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
                    where t.id = j.task_id and t.identifier like 'staff-notices.%' returning j.id, t.identifier as task, j.payload)
      select * from gone order by id`)
    return rows
  }
  const run = async (some: readonly QueuedJob[]): Promise<void> => {
    for (const { task, payload } of some) await amendJobs.find((job) => job.task === task)?.run(home.house, payload)
  }
  const work = async (): Promise<void> => {
    await noteGivings.run(home.house, home.organizationId)
    await run(await jobs())
  }
  const tick = async (): Promise<void> => {
    await watchPromises.run(home.house, home.organizationId)
    await noteGivings.run(home.house, home.organizationId)
    await tellStaff.run(home.house, home.organizationId)
    await work()
  }
  const usual = { choices: {}, weekly: null, timeZone: 'Europe/Berlin', promisesAlways: true }
  return {
    ...desk,
    ...{ jobs, run, work, tick },
    tickLater: async (minutes = 1) => {
      home.clock.moveMinutes(minutes)
      await tick()
    },
    wants: async (staffId, to) => {
      await home.as(staff(staffId), (ctx) => changeNoticeSettings(ctx, { ...usual, ...to }))
    },
    answers: async (to, text = 'It still drips.', name = 'Mira Brandt') => {
      home.clock.moveTo(new Date(home.clock.now().getTime() + 1))
      const { messageId } = await write(home, desk.mailbox, { to, text, name })
      await count(home, messageId)
    },
    noted: (staffId) =>
      home.as('system', async ({ db }) => {
        const rows = await db
          .selectFrom('staff_notice')
          .select(['kind', 'case_id', 'state', 'bundle_id'])
          .where('staff_id', '=', staffId)
          .orderBy('at')
          .orderBy('notice_id')
          .execute()
        return rows.map((row) => ({
          ...{ kind: row.kind, caseId: row.case_id as CaseId, state: row.state, bundleId: row.bundle_id },
        }))
      }),
    deliveries: (staffId) =>
      home.as('system', ({ db }) =>
        db
          .selectFrom('notice_delivery')
          .select(['way', 'state', 'attempts', 'why'])
          .where('staff_id', '=', staffId)
          .orderBy('made_at')
          .orderBy('way')
          .execute(),
      ),
  }
}
