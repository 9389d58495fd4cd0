// People in lists, and the parts of a person's page, each a statement of its own so that each can be asked for alone.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ConversationId, CustomerId, CaseId, StaffId } from '../../shared/ids.ts'
import type { CasesOfPerson, KnownOfPerson, PurchasesOfPerson, RecentPeople, WordOfMouth } from './people.schema.ts'

// prettier-ignore
export const reads = ['cases', 'conversation', 'customer', 'identity', 'interaction', 'organization', 'promise', 'purchase', 'referral', 'refund'] as const

/** Where a page ended. */
export interface Place {
  readonly at: Date
  readonly id: string
}

const before = (
  at: 'c.last_message_at' | 'c.received_at' | 'p.at',
  id: string,
  place: Place | null,
): RawBuilder<boolean> =>
  place === null ? sql`true` : sql`(${sql.ref(at)}, ${sql.ref(id)}) < (${place.at}::timestamptz, ${place.id}::uuid)`

type Recent = Omit<RecentPeople['people'][number], 'at'> & {
  readonly at: Date
  readonly conversationId: ConversationId
}

/** People by when we last spoke with them, each once. What they complained about is told without cases about whoever asks. */
export async function recentPeople(
  db: Database,
  me: StaffId,
  place: Place | null,
  most: number,
): Promise<readonly Recent[]> {
  const { rows } = await sql<Recent>`
    select c.customer_id as "customerId", c.name, coalesce(i.raw_value, '') as address, c.last_message_at as at, c.conversation_id as "conversationId",
      coalesce(x.matter, '') as matter,
      (select count(*) from (select from cases o where o.customer_id in (select one_person(c.customer_id)) and o.state not in ('resolved', 'rejected', 'closed', 'merged')
        and not ${me}::uuid = any (o.about_staff_ids) limit 100) few) as "openCases"
    from (
      select c.*, k.name from conversation c join customer k on k.customer_id = c.customer_id and k.erased_at is null
      where not c.is_outside and ${before('c.last_message_at', 'c.conversation_id', place)}
        and not exists (select from conversation d where d.customer_id in (select one_person(c.customer_id)) and not d.is_outside
          and (d.last_message_at, d.conversation_id) > (c.last_message_at, c.conversation_id))
      order by c.last_message_at desc, c.conversation_id desc limit ${sql.lit(most)}) c
    left join lateral (select i.raw_value from identity i where i.customer_id = c.customer_id order by i.first_seen_at, i.identity_id limit 1) i on true
    left join lateral (select x.matter from cases x where x.customer_id in (select one_person(c.customer_id)) and not ${me}::uuid = any (x.about_staff_ids)
      order by x.received_at desc limit 1) x on true
    order by c.last_message_at desc, c.conversation_id desc`.execute(db)
  return rows
}

export const isPerson = async (db: Database, customerId: CustomerId): Promise<boolean> =>
  (await db.selectFrom('customer').select('customer_id').where('customer_id', '=', customerId).executeTakeFirst()) !==
  undefined

type CaseOf = Omit<CasesOfPerson['cases'][number], 'receivedAt' | 'promise'> & {
  readonly caseId: CaseId
  readonly receivedAt: Date
  readonly promise: { readonly kind: never; readonly about: string; readonly dueAt: string } | null
}

/** A person's cases with what is owed next, the newest first; none about whoever asks. */
export async function casesOfPerson(
  db: Database,
  customerId: CustomerId,
  me: StaffId,
  place: Place | null,
  most: number,
): Promise<readonly CaseOf[]> {
  const { rows } = await sql<CaseOf>`
    select c.case_id as "caseId", o.case_prefix || '-' || c.number as number, c.state, c.matter, c.received_at as "receivedAt",
      (select jsonb_build_object('kind', p.kind, 'about', p.about, 'dueAt', p.due_at) from promise p
       where p.case_id = c.case_id and p.owed_until is null order by p.due_at limit 1) as promise
    from (select * from cases c where c.customer_id in (select one_person(${customerId})) and not ${me}::uuid = any (c.about_staff_ids)
            and ${before('c.received_at', 'c.case_id', place)}
          order by c.received_at desc, c.case_id desc limit ${sql.lit(most)}) c
    join organization o on o.organization_id = c.organization_id
    order by c.received_at desc, c.case_id desc`.execute(db)
  return rows
}

type PurchaseOf = Omit<PurchasesOfPerson['purchases'][number], 'at'> & { readonly at: Date }

/** What a person bought, the newest first, with what of it was given back. */
export async function purchasesOfPerson(
  db: Database,
  customerId: CustomerId,
  place: Place | null,
  most: number,
): Promise<readonly PurchaseOf[]> {
  const { rows } = await sql<PurchaseOf>`
    select p.purchase_id as "purchaseId", p.at, trim_scale(p.amount)::text as amount, p.currency, p.items,
      (select trim_scale(sum(r.amount))::text from refund r where r.purchase_id = p.purchase_id) as "givenBack"
    from (select * from purchase p where p.customer_id in (select one_person(${customerId})) and ${before('p.at', 'p.purchase_id', place)}
          order by p.at desc, p.purchase_id desc limit ${sql.lit(most)}) p
    order by p.at desc, p.purchase_id desc`.execute(db)
  return rows
}

type Told = Omit<WordOfMouth['referrals'][number], 'at'> & { readonly at: Date }

/** Whom a person brought, and by whom they came, the newest first (at most so many each). */
export async function wordOfMouthOf(db: Database, customerId: CustomerId, most: number): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select r.direction, k.customer_id as "customerId", k.name, r.at, r.how from (
      (select 'brought' as direction, r.to_customer_id as other, r.at, r.how from referral r where r.from_customer_id in (select one_person(${customerId})) order by r.at desc limit ${sql.lit(most)})
      union all
      (select 'came-by', r.from_customer_id, r.at, r.how from referral r where r.to_customer_id in (select one_person(${customerId})) order by r.at desc limit ${sql.lit(most)})) r
    join customer k on k.customer_id = r.other
    order by r.at desc`.execute(db)
  return rows
}

type Known = Omit<KnownOfPerson['known'][number], 'since' | 'latest'> & {
  readonly since: Date
  readonly latest: Date | null
}

/** What is known of a person and since when; what is not known is left out. Counted without cases about whoever asks. */
export async function knownOfPerson(db: Database, customerId: CustomerId, me: StaffId): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select * from (
      select 1 as place, 'first-seen' as what, min(k.first_seen_at) as since, null::timestamptz as latest, null::bigint as count from customer k where k.customer_id in (select one_person(${customerId}))
      union all select 2, 'address-proved', min(i.verified_at), null, null from identity i where i.customer_id in (select one_person(${customerId})) and i.verified_at is not null
      union all select 3, 'complained', min(c.received_at), max(c.received_at), count(*) from cases c
        where c.customer_id in (select one_person(${customerId})) and not ${me}::uuid = any (c.about_staff_ids)
      union all select 4, 'bought', min(p.at), max(p.at), count(*) from purchase p where p.customer_id in (select one_person(${customerId}))
      union all select 5, 'given-back', min(r.at), max(r.at), count(*) from purchase p join refund r on r.purchase_id = p.purchase_id where p.customer_id in (select one_person(${customerId}))
      union all select 6, 'visited', min(v.at), max(v.at), count(*) from (
        select n.at from interaction n where n.customer_id in (select one_person(${customerId})) and n.kind = 'visit' order by n.at desc limit 1000) v
      union all select 7, 'brought', min(r.at), max(r.at), count(*) from referral r where r.from_customer_id in (select one_person(${customerId}))
      union all select 8, 'came-by', min(r.at), null, null from referral r where r.to_customer_id in (select one_person(${customerId}))) known
    where since is not null order by place`.execute(db)
  return rows.map(({ what, since, latest, count }) => ({ what, since, latest, count }))
}
