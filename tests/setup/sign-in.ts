// A session for a person of a test house, without their password.
import { addApiKey } from '../../src/platform/staff/api-key.sql.ts'
import { keyPrefixes } from '../../src/platform/staff/caller.api.ts'
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

/** A key for programs of a test house. */
export async function makeKeyFor(
  desk: Pick<TestHouse, 'house' | 'organizationId'>,
  madeBy: StaffId,
  opens: 'complaints' | 'objects' = 'complaints',
): Promise<string> {
  const { token, hash } = makeToken(desk.organizationId, desk.house.secrets, keyPrefixes[opens])
  const who = { organizationId: desk.organizationId, actor: { kind: 'system', part: 'test' } } as const
  await withContext(desk.house, who, (ctx) =>
    addApiKey(ctx.db, {
      opens,
      organizationId: desk.organizationId,
      apiKeyId: ctx.newId<'api-key'>(),
      name: 'Test',
      tokenHash: hash,
      madeBy,
      madeAt: ctx.now(),
    }),
  )
  return token
}
