// Makes, changes, switches and removes webhooks for programs. Address and secret are sealed; the secret is shown once.
import { countAttempt } from '../access/attempt.sql.ts'
import { seal } from '../access/seal.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { type Context, withContext } from '../context/context.ts'
import type { House } from '../context/house.ts'
import { whyNotOutside } from '../outside/post-outside.ts'
import { Refusal } from '../../shared/errors.ts'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'
import { deliverTask, jobKey } from './deliver-webhook.ts'
import { type DeliveryId, owedAgain } from './delivery.sql.ts'
import { postEvent, type Posted } from './post-event.ts'
import { makeSecret } from './sign-delivery.ts'
import { oldSecretMs } from './webhook.rules.ts'
import type { EventKind } from './webhook.schema.ts'
import { addWebhook, changeWebhook, deleteWebhook, sealedWebhook, type WebhookId, webhooksOf } from './webhook.sql.ts'

const mostWebhooks = 20
const mostTestsAnHour = 20

const sealed = (ctx: Context, text: string): Buffer =>
  Buffer.from(seal(ctx.house.sealingKey, Buffer.from(text, 'utf8'), ctx.house.secrets))

function checked(ctx: Context, address: string): { readonly href: string; readonly host: string } {
  const fault = whyNotOutside(address, ctx.house.insideHosts)
  if (fault !== null) throw new Refusal('invalid', 'This cannot be a webhook.', { '/url': fault })
  const { href, host } = new URL(address)
  return { href, host }
}

/** @throws Refusal('invalid') for an address that can be none, Refusal('wrong-state') where there are too many */
export async function makeWebhook(
  ctx: Context,
  by: StaffId,
  { url, kinds }: { readonly url: string; readonly kinds: readonly EventKind[] },
): Promise<{ readonly webhookId: WebhookId; readonly secret: string }> {
  const { href, host } = checked(ctx, url)
  if ((await webhooksOf(ctx.db)).length >= mostWebhooks)
    throw new Refusal('wrong-state', `There are ${String(mostWebhooks)} webhooks already. Delete one of them first.`)
  const webhookId = ctx.newId<'webhook'>()
  const secret = makeSecret(ctx.house.secrets)
  await addWebhook(ctx.db, ctx.organizationId, {
    ...{ webhookId, url: sealed(ctx, href), host, kinds, secret: sealed(ctx, secret), by, at: ctx.now() },
  })
  await recordAudit(ctx, 'webhook.made', { kind: 'webhook', id: webhookId }, { host, kinds })
  return { webhookId, secret }
}

/** Null keeps the address. @throws Refusal('invalid'), Refusal('not-found') */
export async function setWebhookTo(
  ctx: Context,
  webhookId: WebhookId,
  { url, kinds }: { readonly url: string | null; readonly kinds: readonly EventKind[] },
): Promise<void> {
  const at = url === null ? null : checked(ctx, url)
  const to = at === null ? {} : { url: sealed(ctx, at.href), host: at.host }
  if (!(await changeWebhook(ctx.db, webhookId, { ...to, kinds: [...kinds] }))) throw noWebhook()
  await recordAudit(ctx, 'webhook.changed', { kind: 'webhook', id: webhookId }, { host: at?.host ?? null, kinds })
}

/** A new secret; the one there was signs beside it for a day. @throws Refusal('not-found') */
export async function renewSecret(ctx: Context, webhookId: WebhookId): Promise<string> {
  const before = await sealedWebhook(ctx.db, webhookId, ctx.now(), true)
  if (before === null) throw noWebhook()
  const secret = makeSecret(ctx.house.secrets)
  await changeWebhook(ctx.db, webhookId, {
    ...{ secret: sealed(ctx, secret), old_secret: before.secret },
    old_until: new Date(ctx.now().getTime() + oldSecretMs),
  })
  await recordAudit(ctx, 'webhook.secret-renewed', { kind: 'webhook', id: webhookId })
  return secret
}

/** Switched on, it gets what still waits; what happened while it was off was never owed to it. @throws Refusal('not-found') */
export async function switchWebhook(ctx: Context, webhookId: WebhookId, to: 'on' | 'off'): Promise<void> {
  const off =
    to === 'on'
      ? { off_since: null, off_why: null, failing_since: null }
      : { off_since: ctx.now(), off_why: 'It was switched off here.' }
  if (!(await changeWebhook(ctx.db, webhookId, off))) throw noWebhook()
  if (to === 'on') ctx.addJob(deliverTask, { webhookId }, jobKey(webhookId))
  await recordAudit(ctx, `webhook.${to}`, { kind: 'webhook', id: webhookId })
}

/** @throws Refusal('not-found') */
export async function forgetWebhook(ctx: Context, webhookId: WebhookId): Promise<void> {
  if (!(await deleteWebhook(ctx.db, webhookId))) throw noWebhook()
  await recordAudit(ctx, 'webhook.deleted', { kind: 'webhook', id: webhookId })
}

/** Sends again, under the identifier it had. Answers how many. @throws Refusal('not-found') where there is no such webhook or delivery */
export async function sendAgain(
  ctx: Context,
  webhookId: WebhookId,
  which: { readonly deliveryId: DeliveryId } | { readonly since: Date },
): Promise<number> {
  const count = await owedAgain(ctx.db, webhookId, which, ctx.now())
  if (count === 0 && 'deliveryId' in which) throw new Refusal('not-found', 'There is nothing to send again.')
  if (count === 0) await unlessNoWebhook(ctx, webhookId)
  if (count > 0) ctx.addJob(deliverTask, { webhookId }, jobKey(webhookId))
  return count
}

/** Posts an event that means nothing, outside any transaction. @throws Refusal('not-found'), Refusal('too-many') */
export async function tryWebhook(house: House, organizationId: OrganizationId, webhookId: WebhookId): Promise<Posted> {
  const who = { organizationId, actor: { kind: 'system', part: 'webhooks' } } as const
  const { to, id } = await withContext(house, who, async (ctx) => {
    const scope = { organizationId, scope: 'webhook-test', subject: webhookId }
    const isTooMany = (await countAttempt(ctx.db, scope, ctx.now(), 60)) > mostTestsAnHour
    return {
      to: isTooMany ? ('too-many' as const) : await sealedWebhook(ctx.db, webhookId, ctx.now()),
      id: ctx.newId(),
    }
  })
  if (to === 'too-many') throw new Refusal('too-many', 'That were many tests. Try again in an hour.')
  if (to === null) throw noWebhook()
  return postEvent(house, to, { id, kind: 'webhook.test', at: house.clock.now(), objectKind: 'test', objectId: null })
}

/** @throws Refusal('not-found') */
export async function unlessNoWebhook(ctx: Context, webhookId: WebhookId): Promise<void> {
  if ((await sealedWebhook(ctx.db, webhookId, ctx.now())) === null) throw noWebhook()
}

const noWebhook = (): Refusal => new Refusal('not-found', 'There is no such webhook.')
