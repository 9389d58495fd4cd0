// Saying that a colleague is away, and that they are back. Their cases are covered by the tick; what was covered stays where it is.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { findStaff } from '../../platform/staff/staff.sql.ts'
import { personOf } from '../../platform/staff/staff.api.ts'
import { Refusal } from '../../shared/errors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { removeAbsence, saveAbsence } from './absence.sql.ts'

/** Who is away for longer works here no more, or comes back to somebody else's cases. */
const longestMs = 366 * 86_400_000

/** @param from null: from now on
 * @throws Refusal('not-found') for nobody here, Refusal('invalid') for somebody who left or times that cannot be */
export async function sayAbsent(
  ctx: Context,
  staffId: StaffId,
  { from, until }: { readonly from: Date | null; readonly until: Date },
): Promise<void> {
  const person = await findStaff(ctx.db, staffId)
  if (!person) throw new Refusal('not-found', 'There is nobody here with this number.')
  if (person.disabledAt) throw new Refusal('invalid', 'This colleague does not work here any more.')
  const now = ctx.now()
  const begins = from ?? now
  if (until <= now || until <= begins) {
    const words = 'An absence ends after it begins, and after now.'
    throw new Refusal('invalid', words, { '/until': words })
  }
  if (until.getTime() - now.getTime() > longestMs) {
    const words = 'An absence ends within a year.'
    throw new Refusal('invalid', words, { '/until': words })
  }
  await saveAbsence(ctx.db, ctx.organizationId, { staffId, from: begins, until }, personOf(ctx), now)
  const times = { from: begins.toISOString(), until: until.toISOString() }
  await recordAudit(ctx, 'staff.absent', { kind: 'staff', id: staffId }, times)
  ctx.emit({ kind: 'staff.absence-changed', staffId })
}

/** @throws Refusal('not-found') for nobody here, Refusal('wrong-state') where nobody said that they are away */
export async function sayBack(ctx: Context, staffId: StaffId): Promise<void> {
  if (!(await findStaff(ctx.db, staffId))) throw new Refusal('not-found', 'There is nobody here with this number.')
  if (!(await removeAbsence(ctx.db, staffId, ctx.now())))
    throw new Refusal('wrong-state', 'Nobody said that they are away, or they are back already.')
  await recordAudit(ctx, 'staff.back', { kind: 'staff', id: staffId })
  ctx.emit({ kind: 'staff.absence-changed', staffId })
}
