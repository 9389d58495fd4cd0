// The answer of a command that has nothing more to say.
import { z } from 'zod'

export const done = z.object({ done: z.literal(true) })
