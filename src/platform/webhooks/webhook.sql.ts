// Webhooks for programs: where events go, and with which secrets they are signed. Addresses and secrets are sealed.
import { sql } from 'kysely'
import type { Id, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { Database } from '../database/transaction.ts'
import type { EventKind } from './webhook.schema.ts'

export type WebhookId = Id<'webhook'>

export interface WebhookRow {
  readonly webhookId: WebhookId
  readonly host: string
  readonly kinds: readonly EventKind[]
  readonly madeAt: Date
  readonly offSince: Date | null
  readonly offWhy: string | null
  readonly failingSince: Date | null
  readonly waiting: number
  readonly failed: number
}

/** Oldest first. */
export async function webhooksOf(db: Database): Promise<readonly WebhookRow[]> {
  const { rows } = await sql<WebhookRow>`
    select w.webhook_id as "webhookId", w.host, w.kinds, w.made_at as "madeAt", w.off_since as "offSince", w.off_why as "offWhy",
      w.failing_since as "failingSince", count(d.*) filter (where d.state = 'waiting')::int as waiting, count(d.*) filter (where d.state = 'failed')::int as failed
    from webhook w left join webhook_delivery d on d.webhook_id = w.webhook_id and d.state <> 'sent'
    group by w.organization_id, w.webhook_id order by w.made_at, w.webhook_id`.execute(db)
  return rows
}

export async function addWebhook(
  db: Database,
  organizationId: OrganizationId,
  one: {
    readonly webhookId: WebhookId
    readonly url: Buffer
    readonly host: string
    readonly kinds: readonly EventKind[]
    readonly secret: Buffer
    readonly by: StaffId
    readonly at: Date
  },
): Promise<void> {
  await db
    .insertInto('webhook')
    .values({
      ...{ organization_id: organizationId, webhook_id: one.webhookId, url: one.url, host: one.host },
      ...{ kinds: [...one.kinds], secret: one.secret, made_by: one.by, made_at: one.at },
    })
    .execute()
}

/** False where there is none. */
export async function changeWebhook(
  db: Database,
  webhookId: WebhookId,
  to: Partial<{
    readonly url: Buffer
    readonly host: string
    readonly kinds: string[]
    readonly secret: Buffer
    readonly old_secret: Buffer | null
    readonly old_until: Date | null
    readonly off_since: Date | null
    readonly off_why: string | null
    readonly failing_since: Date | null
  }>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set(to)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** With everything it was ever owed. False where there is none. */
export async function deleteWebhook(db: Database, webhookId: WebhookId): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('webhook').where('webhook_id', '=', webhookId).executeTakeFirst()
  return numDeletedRows === 1n
}

export interface SealedWebhook {
  readonly url: Buffer
  readonly secret: Buffer
  readonly oldSecret: Buffer | null
  readonly isOff: boolean
  readonly failingSince: Date | null
}

/** What is sealed, for whoever posts; of two secrets the old one only until its time. Locked, where something is to be changed. */
export async function sealedWebhook(
  db: Database,
  webhookId: WebhookId,
  at: Date,
  isLocked = false,
): Promise<SealedWebhook | null> {
  const { rows } = await sql<SealedWebhook>`
    select w.url, w.secret, case when w.old_until > ${at} then w.old_secret end as "oldSecret", w.off_since is not null as "isOff",
      w.failing_since as "failingSince"
    from webhook w where w.webhook_id = ${webhookId} ${isLocked ? sql`for no key update` : sql``}`.execute(db)
  return rows[0] ?? null
}
