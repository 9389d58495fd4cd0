// What people bought and gave back.
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import { sql } from 'kysely'
import type { CustomerId, Id, OrganizationId } from '../../shared/ids.ts'

export type PurchaseId = Id<'purchase'>

export interface Purchase {
  readonly purchaseId: PurchaseId
  readonly customerId: CustomerId
  readonly at: Date
  /** A decimal number in text. */
  readonly amount: string
  readonly currency: string
  readonly items: readonly { readonly name: string; readonly quantity: number }[]
}

export interface Refund {
  readonly refundId: Id<'refund'>
  readonly purchaseId: PurchaseId
  readonly at: Date
  readonly amount: string
  readonly reason: string
}

export const addPurchases = (
  db: Database,
  organizationId: OrganizationId,
  purchases: readonly Purchase[],
): Promise<void> =>
  insertMany(
    db,
    'purchase',
    purchases.map((one) => ({
      ...{ organization_id: organizationId, purchase_id: one.purchaseId, customer_id: one.customerId },
      ...{ at: one.at, amount: one.amount, currency: one.currency, items: one.items },
    })),
  )

export const addRefunds = (db: Database, organizationId: OrganizationId, refunds: readonly Refund[]): Promise<void> =>
  insertMany(
    db,
    'refund',
    refunds.map((one) => ({
      ...{ organization_id: organizationId, refund_id: one.refundId, purchase_id: one.purchaseId },
      ...{ at: one.at, amount: one.amount, reason: one.reason },
    })),
  )

/** Whose these purchases are, and their currency. */
export async function buyersOf(
  db: Database,
  purchaseIds: readonly PurchaseId[],
): Promise<ReadonlyMap<PurchaseId, { readonly customerId: CustomerId; readonly currency: string }>> {
  const { rows } = await sql<{ purchaseId: PurchaseId; customerId: CustomerId; currency: string }>`
    select p.purchase_id as "purchaseId", p.customer_id as "customerId", p.currency
    from unnest(${[...purchaseIds]}::uuid[]) asked(purchase_id) join purchase p on p.purchase_id = asked.purchase_id`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.purchaseId, row]))
}

/** As it is written: with cents, and with more digits where there are more. */
const inCents = (column: string) =>
  sql.raw(`(case when scale(trim_scale(${column})) < 2 then round(${column}, 2) else trim_scale(${column}) end)::text`)

export async function findPurchases(db: Database, purchaseIds: readonly string[]): Promise<readonly Purchase[]> {
  const { rows } = await sql<Purchase>`
    select p.purchase_id as "purchaseId", p.customer_id as "customerId", p.at, ${inCents('p.amount')} as amount, p.currency, p.items
    from purchase p where p.purchase_id = any (${[...purchaseIds]}::uuid[])`.execute(db)
  return rows
}

export async function changePurchases(db: Database, purchases: readonly Purchase[]): Promise<void> {
  await sql`
    update purchase p set customer_id = n."customerId", at = n.at, amount = n.amount, currency = n.currency, items = n.items
    from jsonb_to_recordset(${JSON.stringify(purchases)}::jsonb)
      n("purchaseId" uuid, "customerId" uuid, at timestamptz, amount numeric, currency text, items jsonb)
    where p.purchase_id = n."purchaseId"`.execute(db)
}

/** Removes those that nothing was given back of; answers which. */
export async function removePurchases(db: Database, purchaseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select remove_unused('purchase', 'purchase_id', ${[...purchaseIds]}::uuid[]) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export async function findRefunds(db: Database, refundIds: readonly string[]): Promise<readonly Refund[]> {
  const { rows } = await sql<Refund>`
    select r.refund_id as "refundId", r.purchase_id as "purchaseId", r.at, ${inCents('r.amount')} as amount, r.reason
    from refund r where r.refund_id = any (${[...refundIds]}::uuid[])`.execute(db)
  return rows
}

export async function changeRefunds(db: Database, refunds: readonly Refund[]): Promise<void> {
  await sql`
    update refund r set purchase_id = n."purchaseId", at = n.at, amount = n.amount, reason = n.reason
    from jsonb_to_recordset(${JSON.stringify(refunds)}::jsonb)
      n("refundId" uuid, "purchaseId" uuid, at timestamptz, amount numeric, reason text)
    where r.refund_id = n."refundId"`.execute(db)
}

export async function removeRefunds(db: Database, refundIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select remove_unused('refund', 'refund_id', ${[...refundIds]}::uuid[]) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export const purchaseRows = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('purchase')
    .select(['purchase_id', 'at', 'amount', 'currency', 'items'])
    .where('customer_id', '=', customerId)
    .orderBy('at')
    .limit(10_000)
    .execute()

export const refundRows = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('refund')
    .innerJoin('purchase', (join) =>
      join
        .onRef('purchase.organization_id', '=', 'refund.organization_id')
        .onRef('purchase.purchase_id', '=', 'refund.purchase_id'),
    )
    .select(['refund_id', 'refund.purchase_id', 'refund.at', 'refund.amount', 'reason'])
    .where('customer_id', '=', customerId)
    .orderBy('refund.at')
    .limit(10_000)
    .execute()

/** Why something was given back may name a person; what it was worth names nobody. */
export async function blankRefundReasons(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update refund set reason = '' where purchase_id in (select p.purchase_id from purchase p where p.customer_id = ${customerId})`.execute(
    db,
  )
}
