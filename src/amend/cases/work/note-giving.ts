// Notes that somebody else answers for a case from now on. The tick tells them, many at once (staff-notices).
import type { Context } from '../../../platform/context/context.ts'
import { colleagueActing } from '../../../platform/context/actor.rules.ts'
import type { StaffId } from '../../../shared/ids.ts'
import type { KeptCase } from '../case-columns.ts'
import type { Case } from '../case.rules.ts'
import { addGiving } from './giving.sql.ts'

/** The owner; before the first taking, whoever is on duty. */
const answersFor = ({ ownerStaffId, dutyStaffId }: Pick<Case, 'ownerStaffId' | 'dutyStaffId'>): StaffId =>
  ownerStaffId ?? dutyStaffId

/** Whether somebody answers for it from now on who did not before, or not as its owner. */
export const isGiven = (before: Case, after: Case): boolean =>
  after.ownerStaffId !== before.ownerStaffId || answersFor(after) !== answersFor(before)

/** `kept` as it is from now on. */
export const noteGiving = (ctx: Context, { caseId, current }: KeptCase): void => {
  const giving = {
    givingId: ctx.newId<'giving'>(),
    caseId,
    staffId: answersFor(current),
    byStaffId: colleagueActing(ctx.actor),
  }
  ctx.lastly((db) => addGiving(db, ctx.organizationId, giving))
}
