// Secrets handed out once and kept only as their hash: session cookies, invites, API keys. Each names its organization in clear.
import { createHash, timingSafeEqual } from 'node:crypto'
import { isId, type OrganizationId } from '../../shared/ids.ts'
import type { Random } from '../../shared/random.ts'

export interface NewToken {
  /** What the holder gets: `<organization>.<256 bits>`. */
  readonly token: string
  readonly hash: Buffer
}

export interface SeenToken {
  readonly organizationId: OrganizationId
  readonly hash: Buffer
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A new secret of 256 bits for an organization. */
export function makeToken(organizationId: OrganizationId, secrets: Random, prefix = ''): NewToken {
  const token = `${prefix}${organizationId}.${Buffer.from(secrets.bytes(32)).toString('base64url')}`
  return { token, hash: hashToken(token) }
}

/** Reads a token's organization; null when it has not the shape of one of ours. The hash still has to be found. */
export function readToken(token: string, prefix = ''): SeenToken | null {
  if (!token.startsWith(prefix) || token.length > 200) return null
  const [organization, secret] = token.slice(prefix.length).split('.')
  if (organization === undefined || secret === undefined || !isId(organization) || !/^[\w-]{43}$/.test(secret))
    return null
  return { organizationId: organization as OrganizationId, hash: hashToken(token) }
}

/** Compares two short secrets in constant time. */
export function isSameSecret(left: string, right: string): boolean {
  const [a, b] = [hashToken(left), hashToken(right)]
  return timingSafeEqual(a, b)
}
