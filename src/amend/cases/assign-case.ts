// Handing a case to a colleague: with a summary from owner to owner, or by a lead from the pool. The customer is told.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { findStaff } from '../../platform/staff/staff.sql.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { commandCase } from './change-case.ts'
import type { CommandDone } from './case.schema.ts'

/** @throws Refusal('invalid') when the colleague does not work here */
export async function assignCase(
  ctx: Context,
  caseId: CaseId,
  to: { readonly version: number; readonly staffId: StaffId; readonly summary: string },
): Promise<CommandDone> {
  const colleague = await findStaff(ctx.db, to.staffId)
  if (!colleague || colleague.disabledAt)
    throw new Refusal('invalid', 'This colleague does not work here.', { '/staffId': 'works here no more' })
  const done = await commandCase(ctx, caseId, to.version, ({ current }) =>
    current.ownerStaffId === null
      ? { do: 'take', by: to.staffId }
      : { do: 'hand-over', from: current.ownerStaffId, to: to.staffId, summary: to.summary },
  )
  await recordAudit(ctx, 'case.assigned', { kind: 'case', id: caseId }, { to: to.staffId })
  return done
}
