// Secrets and signatures of Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over identifier, time and body.
import { createHmac } from 'node:crypto'
import type { Random } from '../../shared/random.ts'

const prefix = 'whsec_'

/** 32 bytes in base64, as receivers configure it. */
export const makeSecret = (random: Random): string => `${prefix}${Buffer.from(random.bytes(32)).toString('base64')}`

/**
 * The three headers of a delivery.
 * @param secrets every secret that is valid, the newest first: each signs
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const sign = (secret: string): string =>
    `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64')}`
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map(sign).join(' ') }
}
