// What the guard says of a draft, as it stands on the wire. It warns; nothing of it forbids anything.
import { z } from 'zod'
import { idOf, instant } from '../../../shared/wire.schema.ts'

export const draftToCompare = z.object({ text: z.string().max(100_000) })

/** UTF-16 units [from, until) of a text. */
const place = z.object({ from: z.int(), until: z.int() })

/** A letter of which the draft repeats something. `author` is null where the desk wrote by itself; `channel` where it went. */
const receivedLetter = z.object({
  messageId: idOf<'message'>(),
  at: instant,
  author: z.object({ name: z.string(), isMe: z.boolean() }).nullable(),
  channel: z.string(),
  text: z.string(),
})

export const draftCompared = z.object({
  letters: z.array(receivedLetter),
  /** Passages of the draft that were received before, in their order; `letter` is a place in `letters`, `earlier` one in its text. */
  repeats: z.array(
    place.extend({ how: z.enum(['verbatim', 'reordered', 'reworded']), letter: z.int(), earlier: place }),
  ),
  /** What says something they have not received. */
  fresh: z.array(place),
  isMostlyReceived: z.boolean(),
  /** What it asks them for that they have told: which fact, what they told (empty for files), and when. */
  askedAgain: z.array(place.extend({ kind: z.string(), value: z.string(), at: instant })),
  /** What it promises with a due time that lies ahead: the sentence, and when it falls due by the company's clock. */
  promises: z.array(place.extend({ dueAt: instant })),
  /** Words that advertise; none are looked for where nobody complained. */
  promotions: z.array(place),
})
export type DraftCompared = z.output<typeof draftCompared>
