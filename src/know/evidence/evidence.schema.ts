// Typed evidence as it stands on the wire.
import { z } from 'zod'
import { idOf, instant } from '../../shared/wire.schema.ts'

const words = z.string().trim().min(1).max(300)
const time = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= '1970' && text < '9999', 'is a time from 1970 on')

export const typeEvidence = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('purchase'),
    words: words.describe('What was bought, and what says so: "3 machines, receipt seen".'),
    at: time,
    amount: z.string().regex(/^(?!0+(?:\.0+)?$)\d{1,12}(?:\.\d{1,4})?$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
  }),
  z.strictObject({
    kind: z.literal('referral'),
    words: words.describe('How one knows.'),
    at: time,
    toldBy: idOf<'customer'>().describe('Who is said to have told them of us.'),
  }),
])

export const verifyEvidence = z.strictObject({ document: words.describe('Which document shows it.') })

export const evidenceList = z.object({
  evidence: z.array(
    z.object({
      evidenceId: idOf<'evidence'>(),
      kind: z.enum(['purchase', 'referral']),
      words: z.string(),
      at: instant,
      amount: z.string().nullable(),
      currency: z.string().nullable(),
      toldBy: z.object({ customerId: idOf<'customer'>(), name: z.string() }).nullable(),
      typed: z.object({ name: z.string(), at: instant, isMe: z.boolean() }),
      /** `claimed`: no figure knows of it. `recorded`: a record that came along says the same. `verified`: it became a record. */
      standing: z.enum(['claimed', 'recorded', 'verified']),
      verified: z.object({ name: z.string(), at: instant, document: z.string() }).nullable(),
    }),
  ),
})

export type NewEvidence = z.output<typeof typeEvidence>
export type EvidenceList = z.output<typeof evidenceList>
