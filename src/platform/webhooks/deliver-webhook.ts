// Sends what is owed to one webhook, one after the other: claimed first, posted outside any transaction, then settled. A crash in between sends it again
// under the same identifier.
import type { Context } from '../context/context.ts'
import { withContext } from '../context/context.ts'
import type { House } from '../context/house.ts'
import type { Job, TickPart } from '../jobs/job.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { claimDelivery, type DeliveryRow, settleDelivery, webhooksWithDue } from './delivery.sql.ts'
import { type Posted, postEvent } from './post-event.ts'
import { longestFailing, waitAfter } from './webhook.rules.ts'
import { changeWebhook, type SealedWebhook, sealedWebhook, type WebhookId } from './webhook.sql.ts'

export const deliverTask = 'deliver-webhook'
export const jobKey = (webhookId: WebhookId): string => `webhook:${webhookId}`

/** Nobody else sends a delivery for so long: longer than a post can take. */
const leaseMs = 60_000
/** A receiver that fails so often in a row is left alone until the next minute; and none keeps a worker longer than this. */
const mostFailures = 3
const longestRoundMs = 20_000

/** One round: until nothing is due, the receiver fails, or the time is over. */
export async function deliverWebhook(
  house: House,
  organizationId: OrganizationId,
  webhookId: WebhookId,
): Promise<void> {
  const who = { organizationId, actor: { kind: 'system', part: 'webhooks' } } as const
  const end = house.clock.now().getTime() + longestRoundMs
  for (let failures = 0; failures < mostFailures;) {
    if (house.clock.now().getTime() >= end) {
      await withContext(house, who, (ctx) => {
        ctx.addJob(deliverTask, { webhookId }, jobKey(webhookId))
        return Promise.resolve()
      })
      return
    }
    const next = await withContext(house, who, (ctx) => claimNext(ctx, webhookId))
    if (next === null) return
    const { deliveryId, kind, at, objectKind, objectId } = next.delivery
    const posted = await postEvent(house, next.to, { id: deliveryId, kind, at, objectKind, objectId })
    failures = posted.came === 'sent' ? 0 : failures + 1
    await withContext(house, who, (ctx) => settle(ctx, webhookId, next.delivery, posted))
  }
}

async function claimNext(
  ctx: Context,
  webhookId: WebhookId,
): Promise<{ readonly to: SealedWebhook; readonly delivery: DeliveryRow } | null> {
  const to = await sealedWebhook(ctx.db, webhookId, ctx.now())
  if (to === null || to.isOff) return null
  const delivery = await claimDelivery(ctx.db, webhookId, ctx.now(), new Date(ctx.now().getTime() + leaseMs))
  return delivery === null ? null : { to, delivery }
}

async function settle(
  ctx: Context,
  webhookId: WebhookId,
  { deliveryId, tries }: DeliveryRow,
  { came, status, words, secondsAsked }: Posted,
): Promise<void> {
  const now = ctx.now()
  const told = { status, answer: words }
  const to = await sealedWebhook(ctx.db, webhookId, now, true)
  // It was deleted meanwhile, and all that was owed with it.
  if (to === null) return
  if (came === 'sent') {
    await settleDelivery(ctx.db, deliveryId, { state: 'sent', dueAt: now, ...told })
    if (to.failingSince !== null) await changeWebhook(ctx.db, webhookId, { failing_since: null })
    return
  }
  const wait = waitAfter(tries, ctx.house.random.next(), secondsAsked)
  const state = wait === null ? 'failed' : 'waiting'
  await settleDelivery(ctx.db, deliveryId, { state, dueAt: new Date(now.getTime() + (wait ?? 0)), ...told })
  const since = to.failingSince ?? now
  const isOver = now.getTime() - since.getTime() >= longestFailing
  await changeWebhook(ctx.db, webhookId, {
    failing_since: since,
    ...(came === 'gone' || isOver
      ? { off_since: now, off_why: came === 'gone' ? 'It answered 410: nothing is taken there any more.' : words }
      : {}),
  })
}

export const deliverWebhookJob: Job = {
  task: deliverTask,
  run: async (house, { organizationId, webhookId }) => {
    if (webhookId !== undefined) await deliverWebhook(house, organizationId, webhookId as WebhookId)
  },
}

/** What is due to be tried again. */
export const retryWebhooks: TickPart = {
  name: 'webhooks',
  run: (house, organizationId) =>
    withContext(house, { organizationId, actor: { kind: 'system', part: 'webhooks' } }, async (ctx) => {
      for (const webhookId of await webhooksWithDue(ctx.db, ctx.now()))
        ctx.addJob(deliverTask, { webhookId }, jobKey(webhookId))
    }),
}
