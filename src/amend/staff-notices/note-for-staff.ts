// Notes what people are to be told, once for each cause. Telling comes later: what happens within a minute goes together.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { isTold, type NoticeKind, waysFor } from './staff-notice.rules.ts'
import { addNotices, type CaseOfNotice, casesOfNotices, type NewNotice } from './staff-notice.sql.ts'

export interface ToNote {
  readonly kind: NoticeKind
  readonly caseId: CaseId
  readonly sourceId: string
  /** Null: whoever answers for the case. */
  readonly to: StaffId | null
  readonly by: StaffId | null
  /** As in `Happening`; what is noted happened then, otherwise now. */
  readonly since: Date | null
  /** Null: when the next promise of the case is due. */
  readonly dueAt: Date | null
}

export async function noteForStaff(ctx: Context, happened: readonly ToNote[]): Promise<void> {
  if (happened.length === 0) return
  const found = await casesOfNotices(ctx.db, happened)
  const notices = happened.flatMap((one, index) => noticeOf(ctx, one, found.get(index)))
  for (const noticedStaffId of await addNotices(ctx.db, ctx.organizationId, notices))
    ctx.emit({ kind: 'staff.noticed', noticedStaffId })
}

function noticeOf(ctx: Context, one: ToNote, found: CaseOfNotice | undefined): readonly NewNotice[] {
  const { kind, caseId, sourceId, by, since } = one
  if (!found || !isTold({ ...found, kind, by, since })) return []
  const state = waysFor(kind, found.choices).length > 0 ? 'waiting' : 'sent'
  const when = { at: since ?? ctx.now(), dueAt: one.dueAt ?? found.nextDueAt }
  return [{ noticeId: ctx.newId<'notice'>(), staffId: found.to, kind, caseId, sourceId, state, ...when }]
}
