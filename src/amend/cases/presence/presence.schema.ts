// Presence in a case as it stands on the wire.
import { z } from 'zod'
import { idOf } from '../../../shared/wire.schema.ts'

const doing = z.enum(['replying', 'noting', 'reading'])

/** `screen` tells the pages of one person apart. `doing` is null when the case is left. */
export const bePresent = z.object({
  screen: z.string().regex(/^[0-9a-z]{1,40}$/, 'is not the name of a screen'),
  doing: doing.nullable(),
})
export const othersPresent = z.object({
  others: z.array(z.object({ staffId: idOf<'staff'>(), name: z.string(), doing })),
})

export type Present = z.output<typeof othersPresent>['others'][number]
export type Presenting = z.output<typeof bePresent>
