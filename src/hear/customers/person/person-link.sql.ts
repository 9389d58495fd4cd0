// Links between customers that are one person: made, taken back, and what follows from them.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CustomerId, Id, OrganizationId, StaffId } from '../../../shared/ids.ts'

export const reads = ['staff'] as const

export type LinkId = Id<'link'>

export interface PersonLink {
  readonly linkId: LinkId
  readonly one: CustomerId
  readonly other: CustomerId
  readonly evidence: string
  readonly by: StaffId
  readonly byName: string
  readonly at: Date
}

/** People are linked one after the other in a company: two links at once could make what neither alone may. */
export async function lockLinks(db: Database, organizationId: OrganizationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${organizationId}, 47))`.execute(db)
}

/** Every customer that is the same person as this one, itself first. */
export async function onePerson(db: Database, customerId: CustomerId): Promise<readonly CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`select one_person(${customerId}) as "customerId"`.execute(db)
  return rows.map((row) => row.customerId)
}

/** Live links among those that are one person with a customer, the earliest first. */
export async function linksOf(db: Database, customerId: CustomerId): Promise<readonly PersonLink[]> {
  const { rows } = await sql<PersonLink>`
    select l.link_id as "linkId", l.one_customer_id as one, l.other_customer_id as other, l.evidence, l.linked_by as by, s.name as "byName", l.linked_at as at
    from person_link l join staff s on s.staff_id = l.linked_by
    where l.revoked_at is null and l.one_customer_id in (select one_person(${customerId})) order by l.linked_at, l.link_id limit 100`.execute(
    db,
  )
  return rows
}

export async function addLink(
  db: Database,
  organizationId: OrganizationId,
  link: Omit<PersonLink, 'byName'>,
): Promise<void> {
  await db
    .insertInto('person_link')
    .values({
      ...{ organization_id: organizationId, link_id: link.linkId, one_customer_id: link.one },
      ...{ other_customer_id: link.other, evidence: link.evidence, linked_by: link.by, linked_at: link.at },
    })
    .execute()
}

/** Takes a live link back; whom it had joined, or null where it is not live. */
export async function revokeLink(
  db: Database,
  linkId: LinkId,
  by: { readonly staffId: StaffId; readonly at: Date; readonly why: string },
): Promise<Pick<PersonLink, 'one' | 'other'> | null> {
  const row = await db
    .updateTable('person_link')
    .set({ revoked_by: by.staffId, revoked_at: by.at, revoked_why: by.why })
    .where('link_id', '=', linkId)
    .where('revoked_at', 'is', null)
    .returning(['one_customer_id', 'other_customer_id'])
    .executeTakeFirst()
  return row ? { one: row.one_customer_id as CustomerId, other: row.other_customer_id as CustomerId } : null
}

/** Writes who is one person with this customer, by the live links: the one known longest stands for all. */
export async function savePerson(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    with recursive reached(id) as (
      select ${customerId}::uuid
      union
      select case when l.one_customer_id = r.id then l.other_customer_id else l.one_customer_id end
      from reached r join person_link l on l.revoked_at is null and r.id in (l.one_customer_id, l.other_customer_id)),
    longest as (
      select case when (select count(*) from reached) > 1 then c.customer_id end as id
      from customer c where c.customer_id in (select id from reached) order by c.first_seen_at, c.customer_id limit 1)
    update customer c set person_id = longest.id from longest
    where c.customer_id in (select id from reached) and c.person_id is distinct from longest.id`.execute(db)
}

/** What tells people apart, of all that is one person with a customer. */
export interface WhoItIs {
  readonly customerId: CustomerId
  readonly name: string
  readonly isErased: boolean
  /** `value` as it identifies, `shown` as it was first written. */
  readonly identities: readonly {
    readonly kind: string
    readonly value: string
    readonly shown: string
    readonly isVerified: boolean
    /** What somebody here said of whether several people write from it; null where nobody did. */
    readonly sharedSaid: boolean | null
  }[]
}

/** Null for no customer of this company. With the addresses (at most 50) of the whole person. */
export async function whoItIs(db: Database, customerId: CustomerId): Promise<WhoItIs | null> {
  const { rows } = await sql<WhoItIs>`
    select k.customer_id as "customerId", k.name, k.erased_at is not null as "isErased",
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'shown', i.raw_value, 'isVerified', i.verified_at is not null, 'sharedSaid', i.shared_said)
          order by i.first_seen_at, i.value)
        from (select * from identity i where i.customer_id in (select one_person(k.customer_id)) order by i.first_seen_at limit 50) i), '[]') as identities
    from customer k where k.customer_id = ${customerId}`.execute(db)
  return rows[0] ?? null
}
