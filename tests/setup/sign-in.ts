// A session for a person of a test house, without their password.
import { addSession } from '../../src/platform/staff/session.sql.ts'
import { makeToken } from '../../src/platform/staff/token.ts'
import { withContext } from '../../src/platform/context/context.ts'
import type { OrganizationId, StaffId } from '../../src/shared/ids.ts'
import type { TestHouse } from './house.ts'

export interface SignedIn {
  readonly cookie: string
  readonly csrf: string
}

/** Signs `staffId` in, for a fortnight of the house's clock. */
export async function signInFor(
  desk: Pick<TestHouse, 'house' | 'organizationId'>,
  staffId: StaffId,
  organizationId: OrganizationId = desk.organizationId,
): Promise<SignedIn> {
  const { token, hash } = makeToken(organizationId, desk.house.secrets)
  const csrf = Buffer.from(desk.house.secrets.bytes(24)).toString('base64url')
  await withContext(desk.house, { organizationId, actor: { kind: 'system', part: 'test' } }, (ctx) =>
    addSession(ctx.db, {
      organizationId,
      tokenHash: hash,
      staffId,
      csrfToken: csrf,
      startedAt: ctx.now(),
      expiresAt: new Date(ctx.now().getTime() + 14 * 86_400_000),
    }),
  )
  return { cookie: `amends_session=${token}`, csrf }
}
