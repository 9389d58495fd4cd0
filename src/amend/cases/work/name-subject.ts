// A complaint turns out to be about a colleague: from this moment they neither own it nor stand for it, and cannot be given it.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { findStaff } from '../../../platform/staff/staff.sql.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { nameFromRoster } from '../../calendars/pool.sql.ts'
import { changeLocked, doneOr409, lockForChange, unlessSameVersion } from '../change-case.ts'
import type { CommandDone } from '../case.schema.ts'

/** Where the colleague answers for the case, the next on the roster does so instead, and the customer is told of a new owner.
 * @throws Refusal('invalid') for nobody here, Refusal('wrong-state') where nobody else is left */
export async function nameSubject(
  ctx: Context,
  caseId: CaseId,
  about: { readonly version: number; readonly staffId: StaffId },
): Promise<CommandDone> {
  const { staffId, version } = about
  if (!(await findStaff(ctx.db, staffId)))
    throw new Refusal('invalid', 'Nobody of this name works here.', { '/staffId': 'is nobody here' })
  const locked = await lockForChange(ctx, caseId)
  unlessSameVersion(locked.kept, version)
  const { ownerStaffId, dutyStaffId, poolId, aboutStaffIds } = locked.kept.current
  const isTheirs = (ownerStaffId ?? dutyStaffId) === staffId
  const instead = isTheirs ? await nameFromRoster(ctx.db, poolId, [...aboutStaffIds, staffId], ctx.now()) : null
  const done = doneOr409(await changeLocked(ctx, locked, { do: 'name-subject', staffId, instead }))
  await recordAudit(ctx, 'case.subject-named', { kind: 'case', id: caseId }, { staffId, instead })
  return done
}
