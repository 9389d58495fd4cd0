// Customers that may be one person with somebody, as they are compared; and whom people said it is not.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CustomerId, OrganizationId, StaffId } from '../../../shared/ids.ts'
import { isShared } from './shared-address.rules.ts'
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
  coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', lower(i.value), 'sharedSaid', i.shared_said))
    from (select i.* from one_person(k.customer_id) p(id) join identity i on i.customer_id = p.id limit 60) i), '[]') as identities`

interface Found extends Omit<Candidate, 'emails' | 'phones' | 'handles'> {
  readonly identities: readonly {
    readonly kind: string
    readonly value: string
    readonly sharedSaid: boolean | null
  }[]
}

/** Phones by their last eight digits, handles without their network. What several people write from is left out: it weighs nothing. */
function comparable({ identities, ...found }: Found): Candidate {
  const own = (kind: string): readonly string[] =>
    identities
      .filter((one) => one.kind === kind && !isShared(one.kind, one.value, one.sharedSaid))
      .map(({ value }) => value)
  return {
    ...{ ...found, emails: own('email') },
    phones: own('phone').map((value) => value.replace(/\D/g, '').slice(-8)),
    handles: own('handle').map((value) => value.split('@')[0] ?? ''),
  }
}

/** The customer, and those worth comparing with them, at most `most` of each sort, without those of whom somebody said that they are two: as such, by
 * taking a link back, or because one writes for the other. Nobody for no customer of this company, or one that was erased. */
export async function candidatesFor(db: Database, customerId: CustomerId, most: number): Promise<readonly Candidate[]> {
  const pair = sql`least(k.customer_id, ${customerId}::uuid), greatest(k.customer_id, ${customerId}::uuid)`
  const { rows } = await sql<Found>`
    select ${compared} from person_candidates(${customerId}, ${most}) found join customer k on k.customer_id = found.customer_id
    where not exists (select from person_refusal r where (r.one_customer_id, r.other_customer_id) = (${pair}))
      and not exists (select from person_link l where l.revoked_at is not null
        and (least(l.one_customer_id, l.other_customer_id), greatest(l.one_customer_id, l.other_customer_id)) = (${pair}))
      and not exists (select from representation r where r.ended_at is null
        and (least(r.customer_id, r.by_customer_id), greatest(r.customer_id, r.by_customer_id)) = (${pair}))`.execute(
    db,
  )
  return rows.map(comparable)
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
