// Notes what somebody is to be told, once for each cause. Telling comes later: what happens within a minute goes together.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { isTold, type NoticeKind } from './staff-notice.rules.ts'
import { addNotice, caseOfNotice } from './staff-notice.sql.ts'

export interface ToNote {
  readonly kind: NoticeKind
  readonly caseId: CaseId
  readonly sourceId: string
  /** Null: whoever answers for the case. */
  readonly to: StaffId | null
  readonly by: StaffId | null
  /** As in `Happening`. */
  readonly since: Date | null
  /** Null: when the next promise of the case is due. */
  readonly dueAt: Date | null
}

export async function noteForStaff(
  ctx: Context,
  { kind, caseId, sourceId, to, by, since, dueAt }: ToNote,
): Promise<void> {
  const found = await caseOfNotice(ctx.db, caseId, to)
  if (!found || !isTold({ ...found, by, since })) return
  const state = (found.choices[kind] ?? []).length > 0 ? 'waiting' : 'sent'
  const notice = { noticeId: ctx.newId<'notice'>(), staffId: found.to, kind, caseId, sourceId, state } as const
  const isNew = await addNotice(ctx.db, ctx.organizationId, { ...notice, dueAt: dueAt ?? found.nextDueAt }, ctx.now())
  if (isNew) ctx.emit({ kind: 'staff.noticed', noticedStaffId: found.to })
}
