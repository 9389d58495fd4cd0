// Handing a case to a colleague: with a summary from owner to owner, or by a lead from the pool. The customer is told.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { findStaff } from '../../../platform/staff/staff.sql.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { awayUntil, whoIsAway } from '../../calendars/absence.sql.ts'
import { nameFromRoster } from '../../calendars/pool.sql.ts'
import { changeLocked, doneOr409, lockForChange, unlessSameVersion } from '../change-case.ts'
import type { CaseCommand } from '../rules/case-commands.rules.ts'
import type { CommandDone } from '../case.schema.ts'
import type { Case } from '../case.rules.ts'

export interface Assigning {
  readonly version: number
  /** Null: whoever is next on the roster of its pool. A case that was taken has an owner at every moment, so none goes back to nobody. */
  readonly staffId: StaffId | null
  readonly summary: string
}

/** @throws Refusal('invalid') when the colleague does not work here or is away, Refusal('wrong-state') when it cannot be theirs, or nobody is left */
export async function assignCase(
  ctx: Context,
  caseId: CaseId,
  { version, staffId, summary }: Assigning,
): Promise<CommandDone> {
  if (staffId !== null) await unlessGone(ctx, staffId)
  const locked = await lockForChange(ctx, caseId)
  unlessSameVersion(locked.kept, version)
  const { current } = locked.kept
  const to = staffId ?? (await nextFor(ctx, current))
  const done = doneOr409(await changeLocked(ctx, locked, commandOf(current, to, staffId === null, summary)))
  await recordAudit(ctx, 'case.assigned', { kind: 'case', id: caseId }, { to })
  return done
}

/** Whom the roster names answers for a case that nobody has taken; whom a person names takes it. */
function commandOf(current: Case, to: StaffId, byRoster: boolean, summary: string): CaseCommand {
  if (current.ownerStaffId !== null) return { do: 'hand-over', from: current.ownerStaffId, to, summary }
  return byRoster ? { do: 'name-duty', staffId: to } : { do: 'take', by: to }
}

async function unlessGone(ctx: Context, staffId: StaffId): Promise<void> {
  const colleague = await findStaff(ctx.db, staffId)
  if (!colleague || colleague.disabledAt)
    throw new Refusal('invalid', 'This colleague does not work here.', { '/staffId': 'works here no more' })
  if ((await awayUntil(ctx.db, staffId, ctx.now())) !== null)
    throw new Refusal('invalid', 'This colleague is away. Name somebody who is here.', { '/staffId': 'is away' })
}

async function nextFor(ctx: Context, { poolId, aboutStaffIds, ownerStaffId, dutyStaffId }: Case): Promise<StaffId> {
  const away = (await whoIsAway(ctx.db, ctx.now())).map(({ staffId }) => staffId)
  const leaveOut = [...aboutStaffIds, ...away, ownerStaffId ?? dutyStaffId]
  const next = await nameFromRoster(ctx.db, poolId, leaveOut, ctx.now())
  if (next === null) throw new Refusal('wrong-state', 'Nobody else is left on the roster of its pool.')
  return next
}
