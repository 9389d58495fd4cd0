// Shapes of requests and answers about the quarantine: what came in and could not become a message by itself.
import { z } from 'zod'

const time = z.iso.datetime()

export const quarantineQuery = z.object({ before: z.string().max(100).optional() })
export const quarantinedRecord = z.object({
  rawId: z.string(),
  receivedAt: time,
  channelName: z.string(),
  reason: z.string(),
  size: z.number(),
  sender: z.string().nullable(),
  subject: z.string().nullable(),
})
export type QuarantinedRecord = z.output<typeof quarantinedRecord>
export const quarantineList = z.object({ records: z.array(quarantinedRecord), earlier: z.string().nullable() })
export const rawParams = z.object({ rawId: z.uuid() })
/** How a person says a record is to be read: who wrote it (where it does not say), and whether a person or a machine did. */
export const releaseBody = z.strictObject({
  as: z.enum(['human', 'machine']),
  senderAddress: z.string().trim().max(254).pipe(z.email()).nullable(),
})
export type ReleaseBody = z.output<typeof releaseBody>
export const released = z.object({ done: z.literal(true) })
