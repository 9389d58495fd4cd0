// Raw bytes → what they say, by the kind of channel. Hostile bytes are parsed in a child; our own JSON here.
import { submissionType, readSubmission } from '../channels/submission.ts'
import type { ParseOutcome, ParsePool } from './parse-pool.ts'
import type { ClaimedRaw } from './raw.sql.ts'
import type { Parsed } from './reading.ts'

/** `again`: it may have been the machine's fault, so it gets one more try, alone. */
export type ParseAnswer =
  | { readonly kind: 'parsed'; readonly parsed: Parsed }
  | { readonly kind: 'unreadable'; readonly words: string }
  | { readonly kind: 'again' }

export async function parseRaw(pool: ParsePool, raw: ClaimedRaw): Promise<ParseAnswer> {
  if (raw.bytes.length === 0) return { kind: 'unreadable', words: 'It is empty: there is nothing to read.' }
  if (raw.mediaType === submissionType) return parseSubmission(raw)
  const outcome = await pool.parse('mail', raw)
  if (outcome.kind === 'parsed')
    return { kind: 'parsed', parsed: { inbound: outcome.inbound, kept: [], suspicion: null } }
  return isWorthAnotherTry(outcome, raw) ? { kind: 'again' } : { kind: 'unreadable', words: outcome.words }
}

const isWorthAnotherTry = (outcome: Extract<ParseOutcome, { kind: 'failed' }>, raw: ClaimedRaw): boolean =>
  ['crash', 'memory', 'late'].includes(outcome.reason) && raw.failures === 0

function parseSubmission(raw: ClaimedRaw): ParseAnswer {
  try {
    const { inbound, files, isSuspect } = readSubmission(raw)
    const kept = files.map((file) => ({
      name: file.name,
      mediaType: file.mediaType,
      sha256: Buffer.from(file.sha256, 'hex'),
      size: file.size,
    }))
    const suspicion = isSuspect ? 'A field of the form that people do not see was filled in, as programs do.' : null
    return { kind: 'parsed', parsed: { inbound, kept, suspicion } }
  } catch {
    return { kind: 'unreadable', words: 'The stored record is damaged and cannot be read.' }
  }
}
