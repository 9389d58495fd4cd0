// Reads the machine part of a returned mail (RFC 3464): which letter, to whom, why, for good or for now.
import type { Attachment, DeliveryReport } from '../channel.ts'
import { canonicalAddress } from './read-addresses.ts'

const looked = 64 * 1024
const decode = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, looked))

/** From the parts of the report; null if it has no such part. The first failed recipient counts. */
export function readDeliveryReport(parts: readonly Attachment[]): DeliveryReport | null {
  const status = parts.find(
    (part) => part.mediaType === 'message/delivery-status' || part.mediaType === 'message/global-delivery-status',
  )
  if (status === undefined) return null
  const text = decode(status.bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
  const groups = text.split(/\n\n+/).map(fields)
  const failed =
    groups.find((group) => group.get('action')?.toLowerCase() === 'failed') ??
    groups.find((group) => group.has('final-recipient'))
  const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(failed?.get('status') ?? '')?.[0] ?? null
  const action = failed?.get('action')?.toLowerCase() ?? ''
  return {
    recipient: address(failed?.get('original-recipient')) ?? address(failed?.get('final-recipient')),
    status: code,
    isPermanent: action === 'failed' && code?.startsWith('4') !== true,
    envelopeId: groups[0]?.get('original-envelope-id')?.slice(0, 200) ?? null,
    originalMessageId: originalMessageId(parts),
  }
}

function fields(group: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const line of group.split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (name !== '' && !found.has(name)) found.set(name, line.slice(colon + 1).trim())
  }
  return found
}

/** `rfc822;anna@example.test` → the address. */
const address = (value: string | undefined): string | null =>
  value === undefined ? null : canonicalAddress(value.slice(value.indexOf(';') + 1).replace(/[<>]/g, ''))

function originalMessageId(parts: readonly Attachment[]): string | null {
  const original = parts.find((part) => part.mediaType === 'message/rfc822' || part.mediaType === 'text/rfc822-headers')
  if (original === undefined) return null
  const head = decode(original.bytes).replace(/\r\n?/g, '\n').split('\n\n', 1)[0] ?? ''
  return /^message-id:\s*(<[^<>\s]{1,990}>)/im.exec(head)?.[1] ?? null
}
