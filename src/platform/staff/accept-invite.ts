// Joining by an invite: looked at first (no use is made of it), then accepted once with a name and a password.
import { recordAudit } from '../audit/record-audit.ts'
import type { Role } from '../context/actor.rules.ts'
import { type Context, withContext } from '../context/context.ts'
import type { House } from '../context/house.ts'
import { isDuplicate } from '../database/database-errors.ts'
import { Refusal } from '../../shared/errors.ts'
import { findUsableInvite, type Invite, markInviteUsed } from './invite.sql.ts'
import { invitePrefix } from './invite-person.ts'
import { findOrganization } from './organization.sql.ts'
import { checkPassword, hashPassword } from './password.ts'
import { type StartedSession, startSession } from './session.ts'
import { addStaff } from './staff.sql.ts'
import { readToken } from './token.ts'

const gone = (): Refusal =>
  new Refusal('expired', 'This invite was used, revoked or is older than a day. Ask for a new one; it takes a minute.')

/** What the invite is for, so that the page can greet the right person. */
export async function lookAtInvite(
  house: House,
  token: string,
): Promise<{ email: string; role: Role; organization: string }> {
  return withInvite(house, token, async (ctx, invite) => {
    const organization = await findOrganization(ctx.db)
    return { email: invite.email, role: invite.role, organization: organization?.name ?? '' }
  })
}

/** Makes the person, uses the invite up, and signs them in.
 * @throws Refusal('expired') for an invite that cannot be used any more, Refusal('invalid') for a poor password */
export async function acceptInvite(
  house: House,
  given: { token: string; name: string; password: string },
): Promise<StartedSession> {
  const seen = await lookAtInvite(house, given.token)
  checkPassword(given.password, [given.name, seen.email, seen.organization])
  const passwordHash = await hashPassword(given.password) // outside the transaction: it takes long on purpose
  return withInvite(house, given.token, async (ctx, invite) => {
    const staffId = ctx.newId<'staff'>()
    await markInviteUsed(ctx.db, invite.inviteId, ctx.now())
    await addStaff(ctx.db, {
      organizationId: ctx.organizationId,
      staffId,
      name: given.name,
      email: invite.email,
      role: invite.role,
      passwordHash,
      joinedAt: ctx.now(),
    }).catch((error: unknown) => {
      throw isDuplicate(error) ? gone() : error
    })
    await recordAudit(
      ctx,
      'staff.joined',
      { kind: 'staff', id: staffId },
      { role: invite.role, inviteId: invite.inviteId },
    )
    ctx.emit({ kind: 'staff.joined', staffId })
    return startSession(ctx, staffId)
  })
}

async function withInvite<Result>(
  house: House,
  token: string,
  work: (ctx: Context, invite: Invite) => Promise<Result>,
): Promise<Result> {
  const seen = readToken(token, invitePrefix)
  if (!seen) throw gone()
  return withContext(
    house,
    { organizationId: seen.organizationId, actor: { kind: 'system', part: 'invite' } },
    async (ctx) => {
      const invite = await findUsableInvite(ctx.db, seen.hash, ctx.now())
      if (!invite) throw gone()
      return work(ctx, invite)
    },
  )
}
