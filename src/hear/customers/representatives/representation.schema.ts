// Who writes for whom, as it stands on the wire.
import { z } from 'zod'
import { idOf, instant } from '../../../shared/wire.schema.ts'

const words = z.string().trim().min(1).max(1000)

export const representationKinds = ['lawyer', 'parent', 'carer', 'estate', 'other'] as const
export const representationKind = z.enum(representationKinds)

/** `shown`: the mandate as a document somebody here has seen; null where it was only said. `other`: the one at the other end. */
const representation = z.object({
  representationId: idOf<'representation'>(),
  other: z.object({ customerId: idOf<'customer'>(), name: z.string(), address: z.string() }),
  kind: representationKind,
  evidence: z.string(),
  by: z.string(),
  at: instant,
  shown: z.object({ what: z.string(), to: z.string(), at: instant }).nullable(),
})

/** Those that hold, the earliest first. `writesFor`: whom this person writes for; `spokenForBy`: who writes for them. */
export const representations = z.object({
  writesFor: z.array(representation),
  spokenForBy: z.array(representation),
})

export const newRepresentative = z.strictObject({ by: idOf<'customer'>(), kind: representationKind, evidence: words })
export const mandateShown = z.strictObject({ what: words })
export const representationEnded = z.strictObject({ why: words })

export type RepresentationKind = z.output<typeof representationKind>
export type Representations = z.output<typeof representations>
export type Representation = z.output<typeof representation>
