// The keyed part of links in our letters: which company, and what the page is about. Made when a letter leaves, and kept nowhere: whoever holds
// one was sent the letter. Nobody can guess or make one.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id, OrganizationId } from '../../shared/ids.ts'
import type { ReplyKeys } from '../channels/mail/reply-token.ts'

/** What a link opens; one kind never opens what another does. */
export type LinkKind = 'survey'

export interface LinkTarget {
  readonly kind: LinkKind
  readonly id: Id<string>
}

export interface SeenLink {
  readonly organizationId: OrganizationId
  readonly id: string
  readonly mac: Buffer
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** 128 bits of HMAC-SHA256. */
const macFor = (kind: LinkKind, id: string, scope: string, secret: Uint8Array): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify([scope, 'link', kind, id]))
    .digest()
    .subarray(0, 16)

/** 64 letters that stand in an address as they are. @throws Error without a key: a letter leaves with one */
export function makeLinkToken({ kind, id }: LinkTarget, { scope, secrets }: ReplyKeys): string {
  const [secret] = secrets
  if (!secret) throw new Error('there is no key to make a link with')
  return Buffer.concat([idBytes(scope), idBytes(id), macFor(kind, id, scope, secret)]).toString('base64url')
}

/** What a token says; null when it has not the shape of one of ours. Nothing of it is proved. */
export function readLinkToken(token: string): SeenLink | null {
  if (!/^[\w-]{64}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  return {
    organizationId: idText(bytes.subarray(0, 16)) as OrganizationId,
    id: idText(bytes.subarray(16, 32)),
    mac: bytes.subarray(32),
  }
}

/** Whether we made it, for this kind of page. Compares against every key in constant time and without stopping early. */
export function isLinkOf(kind: LinkKind, { id, mac }: SeenLink, { scope, secrets }: ReplyKeys): boolean {
  const matches = secrets.filter((secret) => timingSafeEqual(mac, macFor(kind, id, scope, secret)))
  return matches.length > 0
}
