// A person's own notices as their pages list them.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { BundleId, CaseId, NoticeId, StaffId } from '../../shared/ids.ts'
import type { NoticeKind } from './staff-notice.rules.ts'

export const reads = ['cases', 'note_mention', 'organization'] as const

export interface ListedNotice {
  readonly noticeId: NoticeId
  readonly kind: NoticeKind
  readonly at: Date
  readonly caseId: CaseId
  readonly number: string
  readonly dueAt: Date | null
  readonly readAt: Date | null
  /** Where the browser shows it: with which others. */
  readonly bundleId: BundleId | null
}

/** The newest first. None of a case that is about the person, nor of a note that was taken back. */
export async function recentNotices(db: Database, staffId: StaffId, most: number): Promise<readonly ListedNotice[]> {
  const { rows } = await sql<ListedNotice>`
    select n.notice_id as "noticeId", n.kind, n.at, n.case_id as "caseId", o.case_prefix || '-' || c.number as number,
      n.due_at as "dueAt", n.read_at as "readAt",
      (select d.bundle_id from notice_delivery d where d.bundle_id = n.bundle_id and d.way = 'browser' and d.state = 'sent') as "bundleId"
    from staff_notice n join cases c on c.case_id = n.case_id join organization o on o.organization_id = c.organization_id
    where n.staff_id = ${staffId} and not n.staff_id = any (c.about_staff_ids)
      and (n.kind <> 'mentioned' or exists (select from note_mention m where m.note_id = n.source_id and m.staff_id = n.staff_id))
    order by n.at desc, n.notice_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}

export async function markRead(
  db: Database,
  staffId: StaffId,
  noticeIds: readonly NoticeId[],
  at: Date,
): Promise<void> {
  if (noticeIds.length === 0) return
  await db
    .updateTable('staff_notice')
    .set({ read_at: at })
    .where('staff_id', '=', staffId)
    .where('notice_id', 'in', [...noticeIds])
    .where('read_at', 'is', null)
    .execute()
}
