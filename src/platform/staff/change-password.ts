// Changing one's own password: the old one is asked for, and every other session of the person ends.
import { countAttempt } from '../access/attempt.sql.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Actor } from '../context/actor.rules.ts'
import { type Context, withContext } from '../context/context.ts'
import type { House } from '../context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import { endSessionsOf } from './session.sql.ts'
import { findStaff, passwordHashOf, setPasswordHash } from './staff.sql.ts'

const triesAnHour = 10

/** Checks the old password and hashes the new one, outside any transaction: both take long on purpose. A wrong try is counted for good.
 * @throws Refusal('invalid') when the old one is wrong or the new one poor, Refusal('too-many') after ten tries an hour */
export async function prepareNewPassword(
  house: House,
  who: { readonly organizationId: OrganizationId; readonly actor: Actor },
  staffId: StaffId,
  given: { current: string; next: string },
): Promise<string> {
  const { tries, person, known } = await withContext(house, who, async (ctx) => ({
    tries: await countAttempt(
      ctx.db,
      { organizationId: ctx.organizationId, scope: 'password', subject: staffId },
      ctx.now(),
      60,
    ),
    person: await findStaff(ctx.db, staffId),
    known: await passwordHashOf(ctx.db, staffId),
  }))
  if (tries > triesAnHour)
    throw new Refusal('too-many', 'Too many tries within this hour. Wait until the next full hour.')
  if (!person || known === null || !(await isPassword(known, given.current)))
    throw new Refusal('invalid', 'The current password is not right.', { '/current': 'not right' })
  checkPassword(given.next, [person.name, person.email])
  return hashPassword(given.next)
}

/** Sets the password of the person themselves and ends their other sessions. */
export async function changePassword(
  ctx: Context,
  staffId: StaffId,
  passwordHash: string,
  keep: Buffer | null,
): Promise<void> {
  await setPasswordHash(ctx.db, staffId, passwordHash)
  await endSessionsOf(ctx.db, staffId, ctx.now(), keep)
  ctx.forgetCallers()
  await recordAudit(ctx, 'staff.changed-password', { kind: 'staff', id: staffId })
}
