// Whose word on the sender of a mail counts.
import type { ClaimedRaw } from './raw.sql.ts'

/** The server that the mailbox trusts; empty where it trusts none, and for what a stranger handed over: that may say anything of itself. */
export function trustedServerOf({ channelConfig, proof }: Pick<ClaimedRaw, 'channelConfig' | 'proof'>): string {
  const trusted = channelConfig['trustedAuthservId']
  return typeof trusted === 'string' && proof.kind !== 'none' ? trusted : ''
}
