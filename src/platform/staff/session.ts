// Starting sessions: how long they last, and what the pages learn about the person.
import type { Context } from '../context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { latestLivePlace, placeWord } from '../http/live-events.sql.ts'
import { findOrganization } from './organization.sql.ts'
import { addSession } from './session.sql.ts'
import { findStaff } from './staff.sql.ts'
import type { Me } from './staff.schema.ts'
import { makeToken } from './token.ts'

const idleMs = 24 * 3_600_000
const longestMs = 14 * 24 * 3_600_000
/** `seen_at` is written at most this often. */
export const touchAfterMs = 5 * 60_000

export const idleSince = (now: Date): Date => new Date(now.getTime() - idleMs)

export interface StartedSession {
  readonly me: Me
  /** For the cookie; kept nowhere in clear. */
  readonly token: string
  readonly expiresAt: Date
}

/** Signs a person in: a new session, never an old one's token. */
export async function startSession(ctx: Context, staffId: StaffId): Promise<StartedSession> {
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
  return { me: await describeMe(ctx, staffId, csrfToken), token, expiresAt }
}

/** What the pages need to know about the person in front of them. */
export async function describeMe(ctx: Context, staffId: StaffId, csrfToken: string): Promise<Me> {
  const livePlace = placeWord(await latestLivePlace(ctx.db))
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
    livePlace,
  }
}
