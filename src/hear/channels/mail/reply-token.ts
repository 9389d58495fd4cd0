// The keyed part of the addresses we write from. Whoever answers a letter carries the token; nobody can guess or make one.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../../shared/errors.ts'

/** Secrets of one organization; the first makes tokens, all of them (two while rotating) are accepted. */
export interface ReplyKeys {
  /** Keeps organizations apart that share a secret: a token of one is none in another. */
  readonly scope: string
  readonly secrets: readonly Uint8Array[]
}

/** `case`: an answer to a letter. `bounce`: the network's report that a letter did not arrive. */
export type TokenKind = 'case' | 'bounce'

export interface ReplyToken {
  readonly kind: TokenKind
  /** What it refers to: short, lower case, as the number of a case. */
  readonly reference: string
  readonly token: string
}

const letters: Readonly<Record<TokenKind, string>> = { case: 'c', bounce: 'b' }
const shape = /\+([cb])([a-z0-9]{1,20})\.([0-9a-f]{32})$/

/** 128 bits of HMAC-SHA256 as 32 lower-case hex characters: some servers fold the case of a local part. */
function tokenFor(kind: TokenKind, reference: string, scope: string, secret: Uint8Array): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([scope, kind, reference]))
    .digest('hex')
    .slice(0, 32)
}

/**
 * `support@shop.test` and `42` make `support+c42.<token>@shop.test`.
 * Throws `Refusal('invalid')` if the local part would pass 64 characters (RFC 5321), the reference is not short and
 * lower case, or a secret has fewer than 16 bytes.
 */
export function makeReplyAddress(address: string, kind: TokenKind, reference: string, keys: ReplyKeys): string {
  const secret = keys.secrets[0]
  if (secret === undefined || secret.length < 16)
    throw new Refusal('invalid', 'The key for reply addresses is missing or too short.')
  if (!/^[a-z0-9]{1,20}$/.test(reference))
    throw new Refusal('invalid', 'The reference of a reply address has up to 20 lower-case letters and digits.')
  const at = address.lastIndexOf('@')
  const local = `${address.slice(0, at)}+${letters[kind]}${reference}.${tokenFor(kind, reference, keys.scope, secret)}`
  if (at < 1 || local.length > 64) {
    throw new Refusal(
      'invalid',
      `The address ${address} is too long before its @ to carry a reply token: 64 characters with the token at most.`,
    )
  }
  return local + address.slice(at)
}

/** Every token-shaped ending in some addresses, in their order, without doubles. None of them is verified yet. */
export function findTokens(addresses: readonly string[]): readonly ReplyToken[] {
  const found = new Map<string, ReplyToken>()
  for (const address of addresses.slice(0, 1000)) {
    const local = address.slice(0, address.lastIndexOf('@')).slice(-64).toLowerCase()
    const match = shape.exec(local)
    if (match === null) continue
    const [whole, letter, reference = '', token = ''] = match
    found.set(whole, { kind: letter === 'b' ? 'bounce' : 'case', reference, token })
  }
  return [...found.values()]
}

/** Whether we made this token. Compares against every key in constant time and without stopping early. */
export function verifyToken(found: ReplyToken, keys: ReplyKeys): boolean {
  const given = Buffer.from(found.token, 'latin1')
  let matches = 0
  for (const secret of keys.secrets) {
    if (secret.length < 16) continue
    const right = Buffer.from(tokenFor(found.kind, found.reference, keys.scope, secret), 'latin1')
    matches += given.length === right.length && timingSafeEqual(given, right) ? 1 : 0
  }
  return matches > 0
}
