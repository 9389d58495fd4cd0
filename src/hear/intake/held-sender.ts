// Who a record in quarantine says it is from, and which files lie beside it: read from its head without parsing what may be hostile.
import { emailIdentity } from '../channels/address.rules.ts'
import { readAddresses } from '../channels/mail/read-addresses.ts'
import { readSubmission } from '../channels/submission.ts'
import type { HeldRecord } from './quarantine.sql.ts'

/** The address as it identifies, or null where none can be made out. Of several authors, the first, as when a mail is read. */
export function senderOfHeld(held: HeldRecord): string | null {
  const said = held.mediaType.includes('rfc822')
    ? fromField(held.head)
    : (submissionOf(held)?.inbound.author?.value ?? '')
  return emailIdentity(said)?.value ?? null
}

export function filesOfHeld(held: HeldRecord): readonly Buffer[] {
  if (held.mediaType.includes('rfc822')) return []
  return (submissionOf(held)?.files ?? []).map((file) => Buffer.from(file.sha256, 'hex'))
}

function fromField(head: Buffer): string {
  const fields = head.toString('utf8').split(/\r?\n\r?\n/, 1)[0] ?? ''
  const from = fields
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .find((line) => /^from:/i.test(line))
  return from === undefined ? '' : (readAddresses([from.slice(5)])[0]?.address ?? '')
}

function submissionOf({ head, receivedAt }: HeldRecord) {
  try {
    return readSubmission({ bytes: head, receivedAt, key: '' })
  } catch {
    return null
  }
}
