// Inviting a colleague: a single-use link, valid for 24 hours, shown once to the administrator who passes it on.
import { recordAudit } from '../audit/record-audit.ts'
import type { Role } from '../context/actor.rules.ts'
import type { Context } from '../context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { addInvite, revokeInvites } from './invite.sql.ts'
import { findStaffByEmail } from './staff.sql.ts'
import { makeToken } from './token.ts'

const validMs = 24 * 3_600_000
const invitePrefix = 'invite_'

/** Makes the link. An earlier open invite for the same address is revoked, so that one link works at a time. */
export async function invitePerson(
  ctx: Context,
  given: { email: string; role: Role },
): Promise<{ inviteId: string; url: string; expiresAt: Date }> {
  if (ctx.actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only a person can invite a person.')
  const known = await findStaffByEmail(ctx.db, given.email)
  if (known)
    throw new Refusal(
      'conflict',
      known.disabledAt ? 'This person worked here before and is disabled.' : 'This person works here already.',
    )
  await revokeInvites(ctx.db, { email: given.email }, ctx.now())
  const { token, hash } = makeToken(ctx.organizationId, ctx.house.secrets, invitePrefix)
  const invite = {
    inviteId: ctx.newId<'invite'>(),
    email: given.email,
    role: given.role,
    expiresAt: new Date(ctx.now().getTime() + validMs),
  }
  await addInvite(ctx.db, {
    ...invite,
    organizationId: ctx.organizationId,
    tokenHash: hash,
    invitedBy: ctx.actor.staffId,
    madeAt: ctx.now(),
  })
  await recordAudit(ctx, 'invite.made', { kind: 'invite', id: invite.inviteId }, { role: given.role })
  // The token stands behind the #, so that it is never sent to a server or written into its log by opening the link.
  return { inviteId: invite.inviteId, url: `${ctx.house.publicUrl}/join#${token}`, expiresAt: invite.expiresAt }
}

export { invitePrefix }
