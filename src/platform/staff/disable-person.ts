// Disabling a colleague: every session ends now, invites they made stop, and their open cases get another owner.
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { endSessionsOf } from './session.sql.ts'
import { countAdministrators, disableStaff, findStaff } from './staff.sql.ts'

/** Disables a person. Their open cases go to `successorId`, or to the pool's next person where none is named.
 * @throws Refusal('wrong-state') for the last administrator, Refusal('not-found') for nobody here */
export async function disablePerson(ctx: Context, staffId: StaffId, successorId: StaffId | null): Promise<void> {
  const administrators = await countAdministrators(ctx.db)
  const person = await findStaff(ctx.db, staffId)
  if (!person) throw new Refusal('not-found', 'There is nobody here with this number.')
  if (person.role === 'administrator' && !person.disabledAt && administrators < 2)
    throw new Refusal('wrong-state', 'This is the last administrator. Invite another one first; nothing was changed.')
  await checkSuccessor(ctx, staffId, successorId)
  if (!(await disableStaff(ctx.db, staffId, ctx.now())))
    throw new Refusal('wrong-state', 'This person is disabled already.')
  await endSessionsOf(ctx.db, staffId, ctx.now(), null)
  ctx.forgetCallers()
  await recordAudit(ctx, 'staff.disabled', { kind: 'staff', id: staffId }, { successorId })
  ctx.emit({ kind: 'staff.disabled', staffId, successorId })
}

async function checkSuccessor(ctx: Context, staffId: StaffId, successorId: StaffId | null): Promise<void> {
  if (successorId === null) return
  const successor = successorId === staffId ? null : await findStaff(ctx.db, successorId)
  if (!successor || successor.disabledAt)
    throw new Refusal('invalid', 'The successor has to be a colleague who works here.', {
      '/successorId': 'works here no more',
    })
}
