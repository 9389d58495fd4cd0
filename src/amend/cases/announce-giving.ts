// Says that somebody else answers for a case from now on.
import type { Context } from '../../platform/context/context.ts'
import { colleagueActing } from '../../platform/context/actor.rules.ts'
import type { StaffId } from '../../shared/ids.ts'
import type { KeptCase } from './case-columns.ts'
import type { Case } from './case.rules.ts'

/** The owner; before the first taking, whoever is on duty. */
const answersFor = ({ ownerStaffId, dutyStaffId }: Pick<Case, 'ownerStaffId' | 'dutyStaffId'>): StaffId =>
  ownerStaffId ?? dutyStaffId

/** Whether somebody answers for it from now on who did not before, or not as its owner. */
export const isGiven = (before: Case, after: Case): boolean =>
  after.ownerStaffId !== before.ownerStaffId || answersFor(after) !== answersFor(before)

/** `kept` as it is from now on. */
export const announceGiving = (ctx: Context, { caseId, current }: KeptCase): void => {
  const byStaffId = colleagueActing(ctx.actor)
  ctx.emit({ kind: 'case.given', givingId: ctx.newId(), caseId, staffId: answersFor(current), byStaffId })
}
