// A complaint of another desk as it is brought along: what was said there, by whom, and whether it ended. No step of it was taken here.
import { z } from 'zod'
import { sourceId, time, words } from './history.schema.ts'

const text = words(20_000)

/** Something that was said after the first message. */
const saidThere = z.strictObject({
  at: time,
  /** The customer's number, or that of somebody else there; null where it was the desk. */
  author: sourceId.nullable(),
  /** What its writer was called there; empty where nobody says. */
  name: z.string().trim().max(150),
  text,
  /** Not for the customer. */
  isInternal: z.boolean(),
})

export const complaintLine = z.strictObject({
  kind: z.literal('complaint'),
  id: sourceId,
  customer: sourceId,
  channel: z.enum(['mail', 'form', 'api']),
  subject: z.string().trim().max(500),
  at: time,
  text,
  said: z.array(saidThere).max(2000),
  /** Null while it is open. */
  endedAt: time.nullable(),
  /** What else is known of it, a sentence each. Words and no figures: nothing here counts them. */
  remarks: z.array(words(1000)).max(20),
})

export type ComplaintLine = z.output<typeof complaintLine>
export type SaidThere = ComplaintLine['said'][number]
