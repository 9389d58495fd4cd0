// Shapes of what programs hand in as events, and of what the page shows of them. Each event is looked at by itself: a bad one spoils no other.
import { z } from 'zod'

/** Some programs name their JSON a form, or plain text. */
const asJson = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((body, ctx) => {
    if (typeof body !== 'string') return body
    try {
      return JSON.parse(body) as unknown
    } catch {
      ctx.addIssue('is no JSON')
      return z.NEVER
    }
  }, shape)

export const oneEvent = asJson(z.looseObject({}))
export const batchBody = asJson(z.looseObject({ batch: z.array(z.unknown()).max(5000) }))
export const received = z.object({ success: z.literal(true) })

export const eventFigures = z.object({
  counts: z.object({ waiting: z.int(), taken: z.int(), left: z.int(), bad: z.int() }),
  latest: z.array(
    z.object({ kind: z.string(), name: z.string(), at: z.iso.datetime(), state: z.string(), words: z.string() }),
  ),
})
