// Who writes for whom: said, shown by a document, ended.
import { sql, type Updateable } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { Representation } from '../../../platform/database/types.ts'
import type { CustomerId, Id, OrganizationId, StaffId } from '../../../shared/ids.ts'
import type { RepresentationKind } from './representation.schema.ts'

export const reads = ['staff'] as const

export type RepresentationId = Id<'representation'>

export interface RepresentationRow {
  readonly representationId: RepresentationId
  /** Whom it is about, and who writes for them. */
  readonly customerId: CustomerId
  readonly byId: CustomerId
  readonly customerName: string
  readonly byName: string
  readonly customerAddress: string
  readonly byAddress: string
  readonly kind: RepresentationKind
  readonly evidence: string
  readonly saidBy: string
  readonly saidAt: Date
  readonly shownWhat: string | null
  readonly shownTo: string | null
  readonly shownAt: Date | null
}

const addressOf = (customer: 'r.customer_id' | 'r.by_customer_id') => sql`
  coalesce((select i.raw_value from identity i where i.customer_id = ${sql.ref(customer)} order by i.first_seen_at, i.identity_id limit 1), '')`

/** Those that hold of a person (all customers of whom somebody said that they are this one), the earliest first: at most 50. */
export async function representationsOf(db: Database, customerId: CustomerId): Promise<readonly RepresentationRow[]> {
  const { rows } = await sql<RepresentationRow>`
    select r.representation_id as "representationId", r.customer_id as "customerId", r.by_customer_id as "byId", k.name as "customerName", b.name as "byName",
      ${addressOf('r.customer_id')} as "customerAddress", ${addressOf('r.by_customer_id')} as "byAddress", r.kind, r.evidence,
      s.name as "saidBy", r.said_at as "saidAt", r.shown_what as "shownWhat", t.name as "shownTo", r.shown_at as "shownAt"
    from (select one_person(${customerId}) as id) p
    join lateral (
      select * from representation x where x.customer_id = p.id and x.ended_at is null
      union
      select * from representation x where x.by_customer_id = p.id and x.ended_at is null) r on true
    join customer k on k.customer_id = r.customer_id join customer b on b.customer_id = r.by_customer_id
    join staff s on s.staff_id = r.said_by left join staff t on t.staff_id = r.shown_to
    order by r.said_at, r.representation_id limit 50`.execute(db)
  return rows
}

/** Whether either of two persons writes for the other. */
export async function isBetween(db: Database, one: CustomerId, other: CustomerId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from representation r where r.ended_at is null and (
      r.customer_id in (select one_person(${one})) and r.by_customer_id in (select one_person(${other}))
      or r.customer_id in (select one_person(${other})) and r.by_customer_id in (select one_person(${one})))) as is`.execute(
    db,
  )
  return rows[0]?.is ?? false
}

/** Whether somebody speaks for a person who is a child or has died: their own address is not theirs to be asked at. */
export async function isSpokenFor(db: Database, customerId: CustomerId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from representation r where r.ended_at is null and r.kind in ('parent', 'estate')
      and r.customer_id in (select one_person(${customerId}))) as is`.execute(db)
  return rows[0]?.is ?? false
}

export interface NewRepresentation {
  readonly representationId: RepresentationId
  readonly customerId: CustomerId
  readonly byId: CustomerId
  readonly kind: RepresentationKind
  readonly evidence: string
  readonly saidBy: StaffId
  readonly at: Date
}

/** False where this one writes for that one already. */
export async function addRepresentation(
  db: Database,
  organizationId: OrganizationId,
  one: NewRepresentation,
): Promise<boolean> {
  const added = await db
    .insertInto('representation')
    .values({
      ...{ organization_id: organizationId, representation_id: one.representationId, customer_id: one.customerId },
      ...{ by_customer_id: one.byId, kind: one.kind, evidence: one.evidence, said_by: one.saidBy, said_at: one.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

interface Ends {
  readonly customerId: CustomerId
  readonly byId: CustomerId
}

/** Once only, and while it holds. Who it is between; null where it has ended, or a document was shown before. */
export const saveShown = (
  db: Database,
  representationId: RepresentationId,
  { what, to, at }: { readonly what: string; readonly to: StaffId; readonly at: Date },
): Promise<Ends | null> => saveOnce(db, representationId, 'shown_at', { shown_what: what, shown_to: to, shown_at: at })

/** Who it was between; null where it has ended. */
export const saveEnded = (
  db: Database,
  representationId: RepresentationId,
  { why, by, at }: { readonly why: string; readonly by: StaffId; readonly at: Date },
): Promise<Ends | null> => saveOnce(db, representationId, 'ended_at', { ended_why: why, ended_by: by, ended_at: at })

async function saveOnce(
  db: Database,
  representationId: RepresentationId,
  column: 'shown_at' | 'ended_at',
  values: Updateable<Representation>,
): Promise<Ends | null> {
  const row = await db
    .updateTable('representation')
    .set(values)
    .where('representation_id', '=', representationId)
    .where('ended_at', 'is', null)
    .where(column, 'is', null)
    .returning(['customer_id', 'by_customer_id'])
    .executeTakeFirst()
  return row ? { customerId: row.customer_id as CustomerId, byId: row.by_customer_id as CustomerId } : null
}

/** For somebody who is erased, at either end: what holds ends, and what somebody wrote of it, which may name them, goes. */
export async function endRepresentationsOf(db: Database, customerId: CustomerId, at: Date): Promise<void> {
  await sql`
    update representation set evidence = '', shown_what = case when shown_what is not null then '' end, ended_at = coalesce(ended_at, ${at}), ended_why = ''
    where ${customerId} in (customer_id, by_customer_id)`.execute(db)
}

export async function representationRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select case when r.customer_id = ${customerId} then 'spoken for' else 'speaks for another' end as as, r.kind, r.evidence, r.said_at, r.shown_what, r.shown_at, r.ended_why, r.ended_at
    from representation r where ${customerId} in (r.customer_id, r.by_customer_id) order by r.said_at limit 1000`.execute(
    db,
  )
  return rows
}
