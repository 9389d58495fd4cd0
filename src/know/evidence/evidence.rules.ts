// How much a piece of evidence that somebody typed weighs: nothing until somebody else has seen a document, or a record that came along says the same.

/** `claimed` weighs nothing. `recorded`: a record of our own says the same, and is what counts. `verified`: it has become a record. */
export type Standing = 'claimed' | 'recorded' | 'verified'

export interface TypedEvidence {
  readonly typedBy: string
  readonly verifiedBy: string | null
  /** Whether a purchase or referral that came along otherwise says the same. */
  readonly isRecorded: boolean
}

export const standingOf = ({ verifiedBy, isRecorded }: TypedEvidence): Standing =>
  verifiedBy !== null ? 'verified' : isRecorded ? 'recorded' : 'claimed'

/** Why this person cannot verify it, in a sentence; null where they can. */
export function whyNotVerified(one: TypedEvidence, by: string): string | null {
  if (one.verifiedBy !== null) return 'It is verified already.'
  if (one.isRecorded) return 'A record that came along says the same, and counts already.'
  return one.typedBy === by ? 'Whoever typed it cannot verify it. Ask a colleague to look at the document.' : null
}

/** Only a claim is taken back, and only by whoever typed it: what is verified is a record. */
export function whyNotTakenBack(one: TypedEvidence, by: string): string | null {
  if (one.verifiedBy !== null) return 'It is verified, so it stands.'
  return one.typedBy === by ? null : 'Only whoever typed it takes it back.'
}
