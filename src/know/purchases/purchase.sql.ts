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
