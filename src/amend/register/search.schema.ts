// Search and a person's page as they stand on the wire.
import { z } from 'zod'
import { caseState } from '../cases/case-state.schema.ts'
import { idOf, instant } from '../../shared/wire.schema.ts'

export const searchQuery = z.object({
  q: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})
export const searchFound = z.object({
  people: z.array(
    z.object({ customerId: idOf<'customer'>(), name: z.string(), address: z.string(), openCases: z.int() }),
  ),
  cases: z.array(
    z.object({
      caseId: idOf<'case'>(),
      number: z.string(),
      customerName: z.string(),
      matter: z.string(),
      state: caseState,
      at: instant,
      snippet: z.string(),
    }),
  ),
})

/** A person: the addresses they write from and their cases, newest first. Whether they bought is not said: nothing tells the desk of purchases. */
export const personView = z.object({
  customerId: idOf<'customer'>(),
  name: z.string(),
  firstSeenAt: instant,
  identities: z.array(
    z.object({
      identityId: idOf<'identity'>(),
      kind: z.enum(['email', 'phone', 'handle', 'external']),
      value: z.string(),
      verifiedAt: instant.nullable(),
      badSince: instant.nullable(),
      /** Several people write from it: by its name, or as somebody here said. */
      isShared: z.boolean(),
      /** Whether whoever asks may say the contrary. */
      maySayOtherwise: z.boolean(),
      sharedSaid: z.object({ by: z.string(), at: instant, why: z.string() }).nullable(),
    }),
  ),
  cases: z.array(
    z.object({
      caseId: idOf<'case'>(),
      number: z.string(),
      kind: z.enum(['complaint', 'request']),
      state: caseState,
      matter: z.string(),
      receivedAt: instant,
    }),
  ),
})

export type SearchFound = z.output<typeof searchFound>
export type PersonView = z.output<typeof personView>
