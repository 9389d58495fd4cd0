// What can become of a letter of ours.
import { z } from 'zod'

/** `held`: no mailbox is connected that it could leave by. `queued`: it leaves by itself. */
export const letterState = z.enum(['held', 'queued', 'sending', 'sent', 'refused', 'bounced', 'cancelled'])
export type LetterState = z.output<typeof letterState>
