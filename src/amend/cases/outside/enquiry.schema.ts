// Enquiries as they stand on the wire: what is asked outside, and who was asked.
import { z } from 'zod'
import { idOf, instant } from '../../../shared/wire.schema.ts'

/** `until`: the case waits for them until then; null where it does not wait. `fileIds`: new ones, or ones that stand in the case. */
export const askOutside = z.object({
  version: z.int().min(1),
  address: z.string().trim().min(1).max(320),
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(100_000),
  fileIds: z.array(idOf<'file'>()).max(10),
  until: instant.nullable(),
})

export const enquiryView = z.object({
  conversationId: idOf<'conversation'>(),
  customerId: idOf<'customer'>(),
  name: z.string(),
  address: z.string(),
  askedAt: instant,
  dueAt: instant.nullable(),
  state: z.enum(['asked', 'late', 'answered', 'returned']),
  answeredAt: instant.nullable(),
})
export const enquiries = z.object({ enquiries: z.array(enquiryView) })

export type EnquiryView = z.output<typeof enquiryView>
export type AskOutside = z.output<typeof askOutside>
