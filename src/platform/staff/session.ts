// Starting and ending sessions: the cookie, how long it lasts, and what the pages learn about the person.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { findOrganization } from './organization.sql.ts'
import { addSession } from './session.sql.ts'
import { findStaff } from './staff.sql.ts'
import type { Me } from './staff.schema.ts'
import { makeToken, readToken } from './token.ts'

export const sessionCookie = 'amends_session'
const idleMs = 24 * 3_600_000
const longestMs = 14 * 24 * 3_600_000
/** `seen_at` is written at most this often. */
export const touchAfterMs = 5 * 60_000

export const idleSince = (now: Date): Date => new Date(now.getTime() - idleMs)

/** Signs a person in: a new session (never an old one's token) in a cookie that scripts cannot read. */
export async function startSession(ctx: Context, staffId: StaffId, reply: FastifyReply): Promise<Me> {
  const { token, hash } = makeToken(ctx.organizationId, ctx.house.secrets)
  const csrfToken = Buffer.from(ctx.house.secrets.bytes(24)).toString('base64url')
  const expiresAt = new Date(ctx.now().getTime() + longestMs)
  await addSession(ctx.db, {
    organizationId: ctx.organizationId,
    tokenHash: hash,
    staffId,
    csrfToken,
    startedAt: ctx.now(),
    expiresAt,
  })
  void reply.setCookie(sessionCookie, token, { ...cookieOptions(ctx), expires: expiresAt })
  return describeMe(ctx, staffId, csrfToken)
}

export function clearSessionCookie(ctx: Context, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, cookieOptions(ctx))
}

const cookieOptions = (ctx: Context) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: ctx.house.publicUrl.startsWith('https:'),
})

/** The hash of the session that a request carries, if it has the shape of one. */
export const sessionHashOf = (request: FastifyRequest): Buffer | null =>
  readToken(request.cookies[sessionCookie] ?? '')?.hash ?? null

/** What the pages need to know about the person in front of them. */
export async function describeMe(ctx: Context, staffId: StaffId, csrfToken: string): Promise<Me> {
  const [person, organization] = [await findStaff(ctx.db, staffId), await findOrganization(ctx.db)]
  if (!person || !organization) throw new Refusal('not-signed-in', 'This account is not here any more.')
  const { name, timeZone, casePrefix } = organization
  return {
    staffId,
    name: person.name,
    email: person.email,
    role: person.role,
    csrfToken,
    organization: { name, timeZone, casePrefix },
    now: ctx.now().toISOString(),
  }
}
