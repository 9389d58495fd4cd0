// Who takes part in the conversation with a customer, as it stands on the wire.
import { z } from 'zod'

/** `named`: the customer named them beside us; they have got nothing and see nothing, until somebody writes to them. */
export const participantView = z.object({
  address: z.string(),
  name: z.string(),
  standing: z.enum(['customer', 'confirmed', 'to-confirm', 'named']),
})
export const participants = z.object({ participants: z.array(participantView) })

export type ParticipantView = z.output<typeof participantView>
