// Shapes of the public JSON API: one complaint in, and what became of it. The OpenAPI document is made from these.
import { z } from 'zod'

const time = z.iso.datetime({ offset: true })

export const complaintBody = z.strictObject({
  from: z
    .strictObject({
      name: z.string().trim().max(200).default('').describe('The name of the person who complains.'),
      email: z.string().trim().max(254).pipe(z.email()).describe('Where they can be answered.'),
    })
    .describe('Who complains.'),
  subject: z.string().trim().max(500).default('').describe('One line; may be empty.'),
  text: z.string().trim().min(1).max(200_000).describe('The complaint, as plain text.'),
  occurredAt: time.nullish().describe('When they said it, if not now.'),
  externalId: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullish()
    .describe('Your own number of it; the same number with the same content is stored once.'),
  attachments: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(255),
        mediaType: z.string().trim().max(255).default('application/octet-stream'),
        base64: z.base64().max(14_000_000).describe('The bytes, base64. All attachments together: at most 10 MB.'),
      }),
    )
    .max(10)
    .default([]),
})
export type ComplaintBody = z.output<typeof complaintBody>

export const complaintTaken = z.object({
  rawId: z.uuid().describe('The identifier to ask with.'),
  status: z.enum(['stored', 'stored-before']).describe('stored-before: we had it already; nothing was added.'),
  statusUrl: z.string(),
})
export type ComplaintTaken = z.output<typeof complaintTaken>

export const complaintParams = z.object({ rawId: z.uuid() })
export const complaintStatus = z.object({
  rawId: z.string(),
  receivedAt: time,
  status: z.enum(['waiting', 'conversation', 'to-confirm', 'timeline', 'quarantine']),
  reason: z.string().nullable().describe('Why it was disposed of as it was, in words.'),
  caseNumber: z.string().nullable().describe('The number we and the customer speak of it by, once there is one.'),
})
export type ComplaintStatus = z.output<typeof complaintStatus>
