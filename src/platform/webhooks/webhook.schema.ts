// Webhooks for programs as they stand on the wire.
import { z } from 'zod'
import { idOf, instant } from '../../shared/wire.schema.ts'

/** What programs can ask for: facts about cases. An event names its case and nothing of what was said. */
export const eventKind = z.enum([
  'case.opened',
  'case.changed',
  'case.resolved',
  'customer.answered',
  'outside.answered',
  'message.sent',
  'message.bounced',
  'promise.broken',
  'danger.heard',
])
export type EventKind = z.output<typeof eventKind>
const kinds = z.array(eventKind).min(1).max(eventKind.options.length)

export const webhook = z.object({
  webhookId: idOf<'webhook'>(),
  /** The address itself may be a secret, and is never shown again. */
  host: z.string(),
  kinds: z.array(eventKind),
  madeAt: instant,
  off: z.object({ since: instant, why: z.string() }).nullable(),
  failingSince: instant.nullable(),
  waiting: z.int(),
  failed: z.int(),
})
export const webhooks = z.object({ webhooks: z.array(webhook) })
export const newWebhook = z.strictObject({ url: z.string().trim().min(1).max(2000), kinds })
/** Null keeps the address. */
export const changedWebhook = z.strictObject({ url: z.string().trim().min(1).max(2000).nullable(), kinds })
/** The secret is shown once. */
export const madeWebhook = z.object({ webhookId: idOf<'webhook'>(), secret: z.string() })
export const tried = z.object({ ok: z.boolean(), words: z.string() })
export const replayFrom = z.strictObject({ since: instant })
export const replayed = z.object({ count: z.int() })

export const delivery = z.object({
  deliveryId: idOf<'delivery'>(),
  kind: z.string(),
  objectId: z.string().nullable(),
  at: instant,
  state: z.enum(['waiting', 'sent', 'failed']),
  tries: z.int(),
  dueAt: instant,
  triedAt: instant.nullable(),
  status: z.int().nullable(),
  answer: z.string().nullable(),
})
/** The newest first. `next`: where the following page begins. */
export const deliveries = z.object({ deliveries: z.array(delivery), next: z.string().nullable() })
export const deliveriesAsked = z.strictObject({ after: z.string().max(100).optional() })

export type Webhook = z.output<typeof webhook>
export type Delivery = z.output<typeof delivery>
