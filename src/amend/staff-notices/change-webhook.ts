// A person's own webhook: set, tried, switched on again, removed. Its address is a secret and is never shown again.
import { countAttempt } from '../../platform/access/attempt.sql.ts'
import { recordAudit } from '../../platform/audit/record-audit.ts'
import { type Context, withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { whyNotOutside } from '../../platform/outside/post-outside.ts'
import { Refusal } from '../../shared/errors.ts'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'
import { say } from '../../shared/say.ts'
import { whoActs } from '../cases/work/take-case.ts'
import { clearWebhook, countFailure, noticeSetting, saveWebhook } from './notice-setting.sql.ts'
import { openWebhook, type Posted, postFrom, sealWebhook } from './post-webhook.ts'
import { mostFailures } from './staff-notice.rules.ts'

const mostTestsAnHour = 20

/** @throws Refusal('invalid') for an address that can be none */
export async function setWebhook(ctx: Context, address: string): Promise<void> {
  const fault = whyNotOutside(address, ctx.house.insideHosts)
  if (fault !== null) throw new Refusal('invalid', 'This cannot be a webhook.', { '/url': fault })
  const { hostname: host, href } = new URL(address)
  await saveWebhook(ctx.db, ctx.organizationId, whoActs(ctx), { url: sealWebhook(ctx.house, href), host })
  await recordAudit(ctx, 'webhook.set', { kind: 'staff', id: whoActs(ctx) }, { host })
}

/** @throws Refusal('not-found') where there is none */
export async function removeWebhook(ctx: Context): Promise<void> {
  if (!(await clearWebhook(ctx.db, whoActs(ctx), null))) throw noWebhook()
  await saveWebhook(ctx.db, ctx.organizationId, whoActs(ctx), null)
  await recordAudit(ctx, 'webhook.removed', { kind: 'staff', id: whoActs(ctx) })
}

/** @throws Refusal('not-found') where there is none */
export async function switchWebhookOn(ctx: Context): Promise<void> {
  if (!(await clearWebhook(ctx.db, whoActs(ctx), null))) throw noWebhook()
}

const noWebhook = (): Refusal => new Refusal('not-found', 'There is no webhook yet.')

export interface Tried {
  readonly sealed: Buffer
  readonly posted: Posted
}

/** Sends a test, outside any transaction. @throws Refusal('not-found') where there is no webhook, Refusal('too-many') */
export async function tryWebhook(house: House, organizationId: OrganizationId, staffId: StaffId): Promise<Tried> {
  const who = { organizationId, actor: { kind: 'system', part: 'staff-notices' } } as const
  const sealed = await withContext(house, who, async (ctx) => {
    const scope = { organizationId, scope: 'webhook-test', subject: staffId }
    if ((await countAttempt(ctx.db, scope, ctx.now(), 60)) > mostTestsAnHour) return 'too-many'
    return (await noticeSetting(ctx.db, staffId))?.webhook?.url ?? null
  })
  if (sealed === 'too-many') throw new Refusal('too-many', 'That were many tests. Try again in an hour.')
  if (sealed === null) throw noWebhook()
  return { sealed, posted: await postFrom(house, openWebhook(house, sealed), say('notice.test')) }
}

/** Keeps how a test went: what works is on from now on. */
export async function noteTest(ctx: Context, { sealed, posted }: Tried): Promise<{ ok: boolean; words: string }> {
  const staffId = whoActs(ctx)
  if (posted.kind === 'sent') {
    await clearWebhook(ctx.db, staffId, sealed)
    return { ok: true, words: '' }
  }
  const failure = { url: sealed, why: posted.why, isForGood: posted.kind === 'gone', most: mostFailures }
  await countFailure(ctx.db, staffId, failure, ctx.now())
  return { ok: false, words: posted.why }
}
