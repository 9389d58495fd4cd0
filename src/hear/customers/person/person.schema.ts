// People and what joins them, as they stand on the wire.
import { z } from 'zod'
import { idOf, instant } from '../../../shared/wire.schema.ts'

const words = z.string().trim().min(1).max(1000)
const customerId = idOf<'customer'>()

/** Live links among those that are one person. */
export const personLinks = z.object({
  links: z.array(
    z.object({
      linkId: idOf<'link'>(),
      ends: z.array(z.object({ customerId, name: z.string() })),
      evidence: z.string(),
      by: z.string(),
      at: instant,
    }),
  ),
})

const somebody = z.object({
  customerId,
  name: z.string(),
  identities: z.array(
    z.object({ kind: z.string(), value: z.string(), isVerified: z.boolean(), isShared: z.boolean() }),
  ),
})
/** `wall`: what tells the two apart; `mayPass`: whether whoever asks may say that they are one all the same. */
export const linkPreview = z.object({
  one: somebody,
  other: somebody,
  isOne: z.boolean(),
  wall: z
    .enum(['two-customer-numbers', 'two-proved-addresses', 'address-of-several', 'writes-for-the-other'])
    .nullable(),
  mayPass: z.boolean(),
})

/** Who may be the same person, likeliest first; a probability from 0 to 1, and what speaks for it. */
export const suggestions = z.object({
  suggestions: z.array(
    z.object({
      customerId,
      name: z.string(),
      address: z.string(),
      probability: z.number(),
      reasons: z.array(
        z.enum([
          'same-rare-name',
          'same-name',
          'nearly-same-name',
          'same-mailbox-name',
          'nearly-same-mailbox-name',
          'same-phone',
          'same-handle',
        ]),
      ),
    }),
  ),
})
export const refusalBody = z.strictObject({ other: customerId })
export type Suggestions = z.output<typeof suggestions>

/** `evidence`: how whoever says so knows. */
export const linkBody = z.strictObject({ other: customerId, evidence: words })
/** `isShared`: whether several people write from it. `why`: how whoever says so knows. */
export const sharedBody = z.strictObject({ isShared: z.boolean(), why: words })
export const separateBody = z.strictObject({ linkId: idOf<'link'>(), why: words })

export type PersonLinks = z.output<typeof personLinks>
export type LinkPreview = z.output<typeof linkPreview>
