// One try to bring a bundle to its person: taken, sent outside any transaction, settled. Asked twice it goes once; a crash in between may send it
// again, by mail under the same Message-ID.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { mailNotice, type MailToSend, prepareMail } from './mail-notice.ts'
import { noticeWords, type NoticeWords } from './notice-words.rules.ts'
import {
  type Delivery,
  type DeliveryName,
  postponeDelivery,
  settleDelivery,
  takeDelivery,
} from './notice-delivery.sql.ts'
import { clearWebhook, countFailure, noticeSetting } from './notice-setting.sql.ts'
import { openWebhook, type Posted, postFrom } from './post-webhook.ts'
import { isUrgent, mostFailures, mostTries, nextTryMs } from './staff-notice.rules.ts'
import { linesOfBundle, settleNotices } from './staff-notice.sql.ts'

/** Longer than any try takes. */
const handsOffMs = 3 * 60_000

interface Webhook {
  readonly sealed: Buffer
  readonly url: string
}

interface Taken {
  readonly delivery: Delivery
  readonly words: NoticeWords
  readonly by: { readonly mail: MailToSend } | { readonly webhook: Webhook }
}

type Ended = { readonly state: 'failed' | 'dropped'; readonly why: string }

export async function deliverNotice(house: House, organizationId: OrganizationId, name: DeliveryName): Promise<void> {
  const who = { organizationId, actor: { kind: 'system', part: 'staff-notices' } } as const
  const taken = await withContext(house, who, (ctx) => take(ctx, name))
  if (!taken) return
  const posted =
    'mail' in taken.by
      ? await mailNotice(house, taken.by.mail, taken.words, name.bundleId)
      : await postFrom(house, taken.by.webhook.url, [taken.words.title, ...taken.words.lines].join('\n'))
  await withContext(house, who, (ctx) => settle(ctx, taken, posted))
}

/** Null where there is nothing to try: it is not due, or has come to its end. */
async function take(ctx: Context, name: DeliveryName): Promise<Taken | null> {
  const delivery = await takeDelivery(ctx.db, name, ctx.now(), new Date(ctx.now().getTime() + handsOffMs))
  if (!delivery) return null
  const prepared = await prepare(ctx, delivery)
  if (!('state' in prepared)) return prepared
  await settleDelivery(ctx.db, name, prepared.state, prepared.why, ctx.now())
  await settleNotices(ctx.db, name.bundleId)
  return null
}

async function prepare(ctx: Context, delivery: Delivery): Promise<Taken | Ended> {
  const setting = await noticeSetting(ctx.db, delivery.staffId)
  const lines = await linesOfBundle(ctx.db, delivery.bundleId)
  if (!setting || setting.isDisabled || lines.length === 0)
    return { state: 'dropped', why: 'There is nobody left to tell.' }
  const words = noticeWords(delivery.kind, lines, setting.timeZone, ctx.house.publicUrl)
  if (delivery.way === 'mail') {
    const mail = await prepareMail(ctx, delivery.staffId, setting.email, isUrgent(delivery.kind))
    return typeof mail === 'string' ? { state: 'failed', why: mail } : { delivery, words, by: { mail } }
  }
  if (setting.webhook?.offAt !== null) return { state: 'failed', why: 'The webhook is switched off.' }
  const sealed = setting.webhook.url
  try {
    return { delivery, words, by: { webhook: { sealed, url: openWebhook(ctx.house, sealed) } } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { state: 'failed', why: 'The address of the webhook cannot be opened with this key file.' }
  }
}

async function settle(ctx: Context, { delivery, by }: Taken, posted: Posted): Promise<void> {
  const { staffId, attempts } = delivery
  if ('webhook' in by) {
    const { sealed } = by.webhook
    if (posted.kind === 'sent') await clearWebhook(ctx.db, staffId, sealed)
    else {
      const failure = { url: sealed, why: posted.why, isForGood: posted.kind === 'gone', most: mostFailures }
      await countFailure(ctx.db, staffId, failure, ctx.now())
    }
  }
  if (posted.kind === 'retry' && attempts < mostTries) {
    const dueAt = new Date(ctx.now().getTime() + nextTryMs(attempts, ctx.house.random.next()))
    await postponeDelivery(ctx.db, delivery, dueAt, posted.why)
    return
  }
  const isSent = posted.kind === 'sent'
  await settleDelivery(ctx.db, delivery, isSent ? 'sent' : 'failed', isSent ? null : posted.why, ctx.now())
  await settleNotices(ctx.db, delivery.bundleId)
}
