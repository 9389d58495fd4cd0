// What is owed to webhooks: made by the trigger of migration 0044 when something is announced, claimed by whoever sends, and kept with what came of it.
import { sql } from 'kysely'
import type { Id } from '../../shared/ids.ts'
import type { Database } from '../database/transaction.ts'
import type { WebhookId } from './webhook.sql.ts'

export type DeliveryId = Id<'delivery'>

export interface DeliveryRow {
  readonly deliveryId: DeliveryId
  readonly kind: string
  readonly objectKind: string
  readonly objectId: string | null
  readonly at: Date
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly tries: number
  readonly dueAt: Date
  readonly triedAt: Date | null
  readonly status: number | null
  readonly answer: string | null
}

const columns = sql`d.delivery_id as "deliveryId", d.kind, d.object_kind as "objectKind", d.object_id as "objectId", d.at, d.state, d.tries,
  d.due_at as "dueAt", d.tried_at as "triedAt", d.status, d.answer`

/** The next that is due, which nobody else takes until `until`; null where none is. Its try is counted: a sender that dies has made it. */
export async function claimDelivery(
  db: Database,
  webhookId: WebhookId,
  at: Date,
  until: Date,
): Promise<DeliveryRow | null> {
  const { rows } = await sql<DeliveryRow>`
    update webhook_delivery d set tries = d.tries + 1, due_at = ${until}, tried_at = ${at}
    where d.delivery_id = (
      select x.delivery_id from webhook_delivery x
      where x.webhook_id = ${webhookId} and x.state = 'waiting' and x.due_at <= ${at}
      order by x.due_at, x.delivery_id limit 1 for update skip locked)
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}

export async function settleDelivery(
  db: Database,
  deliveryId: DeliveryId,
  to: {
    readonly state: DeliveryRow['state']
    readonly dueAt: Date
    readonly status: number | null
    readonly answer: string | null
  },
): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({ state: to.state, due_at: to.dueAt, status: to.status, answer: to.answer })
    .where('delivery_id', '=', deliveryId)
    .execute()
}

/** The newest first, from behind a place on. */
export async function deliveriesOf(
  db: Database,
  webhookId: WebhookId,
  behind: { readonly at: string; readonly deliveryId: string } | null,
  most: number,
): Promise<readonly (DeliveryRow & { readonly placedAt: string })[]> {
  const { rows } = await sql<DeliveryRow & { placedAt: string }>`
    select ${columns}, d.at::text as "placedAt" from webhook_delivery d
    where d.webhook_id = ${webhookId}
      and (d.at, d.delivery_id) < (${behind?.at ?? 'infinity'}::timestamptz, ${behind?.deliveryId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
    order by d.at desc, d.delivery_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** Has what was sent or failed sent again: one delivery, or all from an instant on. Answers how many. */
export async function owedAgain(
  db: Database,
  webhookId: WebhookId,
  which: { readonly deliveryId: DeliveryId } | { readonly since: Date },
  at: Date,
): Promise<number> {
  const those = 'since' in which ? sql`d.at >= ${which.since}` : sql`d.delivery_id = ${which.deliveryId}`
  const { numAffectedRows } = await sql`
    update webhook_delivery d set state = 'waiting', tries = 0, due_at = ${at}
    where d.webhook_id = ${webhookId} and d.state <> 'waiting' and ${those}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Webhooks that something is due for. */
export async function webhooksWithDue(db: Database, at: Date): Promise<readonly WebhookId[]> {
  const { rows } = await sql<{ webhookId: WebhookId }>`
    select w.webhook_id as "webhookId" from webhook w
    where w.off_since is null
      and exists (select from webhook_delivery d where d.webhook_id = w.webhook_id and d.state = 'waiting' and d.due_at <= ${at})`.execute(
    db,
  )
  return rows.map((row) => row.webhookId)
}

/** Forgets deliveries from before an instant, at most `most` of them; answers how many. */
export async function forgetDeliveriesBefore(db: Database, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from webhook_delivery where ctid = any (array(select ctid from webhook_delivery where at < ${before} limit ${sql.lit(most)}))`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0n)
}
