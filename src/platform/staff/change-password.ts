// Changing one's own password: the old one is asked for, and every other session of the person ends.
import { countAttempt } from '../access/attempt.sql.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import { endSessionsOf } from './session.sql.ts'
import { findStaff, passwordHashOf, setPasswordHash } from './staff.sql.ts'

/** Changes the password of the person themselves.
 * @throws Refusal('invalid') when the old one is wrong or the new one poor, Refusal('too-many') after ten tries an hour */
export async function changePassword(
  ctx: Context,
  staffId: StaffId,
  given: { current: string; next: string },
  keep: Buffer | null,
): Promise<void> {
  const tries = await countAttempt(
    ctx.db,
    { organizationId: ctx.organizationId, scope: 'password', subject: staffId },
    ctx.now(),
    60,
  )
  if (tries > 10) throw new Refusal('too-many', 'Too many tries within this hour. Wait until the next full hour.')
  const person = await findStaff(ctx.db, staffId)
  const known = await passwordHashOf(ctx.db, staffId)
  if (!person || known === null || !(await isPassword(known, given.current)))
    throw new Refusal('invalid', 'The current password is not right.', { '/current': 'not right' })
  checkPassword(given.next, [person.name, person.email])
  await setPasswordHash(ctx.db, staffId, await hashPassword(given.next))
  await endSessionsOf(ctx.db, staffId, ctx.now(), keep)
  await recordAudit(ctx, 'staff.changed-password', { kind: 'staff', id: staffId })
}
