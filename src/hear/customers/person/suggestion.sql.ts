// Customers that may be one person with somebody, as they are compared; and whom people said it is not.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CustomerId, OrganizationId, StaffId } from '../../../shared/ids.ts'
import type { Compared } from './suggest.rules.ts'

export interface Candidate extends Compared {
  readonly customerId: CustomerId
  readonly shownName: string
  readonly address: string
}

const mostCounted = 20_000

/** How many customers there are, up to 20,000. */
export async function countCustomers(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from customer limit ${sql.lit(mostCounted)}) few`.execute(db)
  return rows[0]?.count ?? 0
}

const compared = sql`
  k.customer_id as "customerId", k.name as "shownName", plain_text(k.name) as name,
  found.same_name as "sameName",
  coalesce((select i.raw_value from identity i where i.customer_id = k.customer_id order by i.first_seen_at, i.identity_id limit 1), '') as address,
  array(select lower(i.value) from one_person(k.customer_id) p(id) join identity i on i.customer_id = p.id where i.kind = 'email' limit 20) as emails,
  array(select right(regexp_replace(i.value, '\\D', '', 'g'), 8) from one_person(k.customer_id) p(id) join identity i on i.customer_id = p.id where i.kind = 'phone' limit 20) as phones,
  array(select lower(split_part(i.value, '@', 1)) from one_person(k.customer_id) p(id) join identity i on i.customer_id = p.id where i.kind = 'handle' limit 20) as handles`

/** The customer, and those worth comparing with them, at most `most` of each sort, without those of whom somebody said that they are two: as such, or by
 * taking a link back. Nobody for no customer of this company, or one that was erased. */
export async function candidatesFor(db: Database, customerId: CustomerId, most: number): Promise<readonly Candidate[]> {
  const pair = sql`least(k.customer_id, ${customerId}::uuid), greatest(k.customer_id, ${customerId}::uuid)`
  const { rows } = await sql<Candidate>`
    select ${compared} from person_candidates(${customerId}, ${most}) found join customer k on k.customer_id = found.customer_id
    where not exists (select from person_refusal r where (r.one_customer_id, r.other_customer_id) = (${pair}))
      and not exists (select from person_link l where l.revoked_at is not null
        and (least(l.one_customer_id, l.other_customer_id), greatest(l.one_customer_id, l.other_customer_id)) = (${pair}))`.execute(
    db,
  )
  return rows
}

/** Once is enough. */
export async function addRefusal(
  db: Database,
  organizationId: OrganizationId,
  [one, other]: readonly [CustomerId, CustomerId],
  by: { readonly staffId: StaffId; readonly at: Date },
): Promise<void> {
  const [first, second] = one < other ? [one, other] : [other, one]
  await db
    .insertInto('person_refusal')
    .values({
      ...{ organization_id: organizationId, one_customer_id: first, other_customer_id: second },
      ...{ refused_by: by.staffId, refused_at: by.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of one customer: it says nothing of anybody once they are gone. */
export async function removeRefusals(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    delete from person_refusal where one_customer_id = ${customerId} or other_customer_id = ${customerId}`.execute(db)
}

export async function refusalRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select r.refused_at as at from person_refusal r where ${customerId}::uuid in (r.one_customer_id, r.other_customer_id) limit 100`.execute(
    db,
  )
  return rows
}
