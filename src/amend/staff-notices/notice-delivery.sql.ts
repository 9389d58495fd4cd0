// Bundles on their way: by which way, how often it was tried, and what became of it.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { BundleId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { NoticeKind, NoticeWay } from './staff-notice.rules.ts'

export interface DeliveryName {
  readonly bundleId: BundleId
  readonly way: NoticeWay
}

export interface Delivery extends DeliveryName {
  readonly staffId: StaffId
  readonly kind: NoticeKind
  /** This try included. */
  readonly attempts: number
}

export async function addDelivery(
  db: Database,
  organizationId: OrganizationId,
  one: Omit<Delivery, 'attempts'>,
  state: 'waiting' | 'sent',
  at: Date,
): Promise<void> {
  await db
    .insertInto('notice_delivery')
    .values({
      ...{ organization_id: organizationId, bundle_id: one.bundleId, way: one.way, staff_id: one.staffId },
      ...{ kind: one.kind, state, due_at: at, made_at: at, settled_at: state === 'sent' ? at : null },
    })
    .execute()
}

// A try takes seconds. What is due further ahead than any pause was written by a clock that had jumped.
const isDue = (at: Date) =>
  sql<boolean>`state = 'waiting' and (due_at <= ${at} or due_at > ${at}::timestamptz + interval '2 hours')`

/** What is to be tried now (at most `most`). */
export async function dueDeliveries(db: Database, at: Date, most: number): Promise<readonly DeliveryName[]> {
  const { rows } = await sql<DeliveryName>`
    select bundle_id as "bundleId", way from notice_delivery where ${isDue(at)} order by due_at, bundle_id limit ${sql.lit(most)}`.execute(
    db,
  )
  return rows
}

/** Takes a delivery for one try and hides it until `until`. Null when it is not due: settled, or in somebody's hands. */
export async function takeDelivery(
  db: Database,
  { bundleId, way }: DeliveryName,
  at: Date,
  until: Date,
): Promise<Delivery | null> {
  const { rows } = await sql<Delivery>`
    update notice_delivery set attempts = attempts + 1, due_at = ${until} where bundle_id = ${bundleId} and way = ${way} and ${isDue(at)}
    returning bundle_id as "bundleId", way, staff_id as "staffId", kind, attempts`.execute(db)
  return rows[0] ?? null
}

/** Ends a delivery, once. */
export async function settleDelivery(
  db: Database,
  { bundleId, way }: DeliveryName,
  state: 'sent' | 'failed' | 'dropped',
  why: string | null,
  at: Date,
): Promise<void> {
  await db
    .updateTable('notice_delivery')
    .set({ state, why: why?.slice(0, 500) ?? null, settled_at: at })
    .where('bundle_id', '=', bundleId)
    .where('way', '=', way)
    .where('state', '=', 'waiting')
    .execute()
}

export async function postponeDelivery(
  db: Database,
  { bundleId, way }: DeliveryName,
  dueAt: Date,
  why: string,
): Promise<void> {
  await db
    .updateTable('notice_delivery')
    .set({ due_at: dueAt, why: why.slice(0, 500) })
    .where('bundle_id', '=', bundleId)
    .where('way', '=', way)
    .where('state', '=', 'waiting')
    .execute()
}

/** How many mails this person was sent, or may have been, since an instant. */
export async function mailsSince(db: Database, staffId: StaffId, since: Date): Promise<number> {
  const { rows } = await sql<{ mails: number }>`
    select count(*)::integer as mails from notice_delivery
    where staff_id = ${staffId} and way = 'mail' and made_at > ${since} and attempts > 0 and state in ('waiting', 'sent')`.execute(
    db,
  )
  return rows[0]?.mails ?? 0
}

/** Forgets deliveries from before an instant, at most `most` of them; answers how many. */
export async function forgetDeliveriesBefore(db: Database, before: Date, most: number): Promise<number> {
  const result = await sql`
    delete from notice_delivery where ctid = any (array(select ctid from notice_delivery where made_at < ${before} limit ${sql.lit(most)}))`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}
