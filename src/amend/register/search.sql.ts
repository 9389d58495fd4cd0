// Search over people and cases. The statements are functions of the database (migration 0005), which says why.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId, IdentityId, StaffId } from '../../shared/ids.ts'
import { type Asker, isAboutSomebody, isNotAbout, isTalkAbout } from '../cases/about-asker.sql.ts'
import type { PersonView, SearchFound } from './search.schema.ts'

export const reads = ['customer', 'identity', 'cases', 'organization', 'staff'] as const

/** People whose name or address begins with, contains or nearly is what was typed. */
export async function searchPeople(
  db: Database,
  asker: Asker,
  typed: string,
  most: number,
): Promise<SearchFound['people']> {
  const { rows } = await sql<SearchFound['people'][number] & { readonly personId: string }>`
    select customer_id as "customerId", name, address,
      coalesce((select k.person_id from customer k where k.customer_id = found.customer_id), customer_id) as "personId",
      greatest(0, open_cases - (select count(*) from cases c where ${isAboutSomebody('c')} and c.customer_id = found.customer_id
        and c.state not in ('resolved', 'rejected', 'closed', 'merged') and ${asker}::uuid = any (c.about_staff_ids))) as "openCases"
    from search_people(${typed}, ${most}) with ordinality as found(customer_id, name, address, open_cases, n) order by n`.execute(
    db,
  )
  return oncePerPerson(rows)
}

/** The first of each person, with the open cases of all that were found of them. */
function oncePerPerson(
  found: readonly (SearchFound['people'][number] & { readonly personId: string })[],
): SearchFound['people'] {
  const people = Map.groupBy(found, ({ personId }) => personId)
  return [...people.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { customerId, name, address } = first
    return [{ customerId, name, address, openCases: same.reduce((sum, one) => sum + one.openCases, 0) }]
  })
}

/** So many more are looked for at most, where some are about whoever asks: each costs its excerpt. */
const hiddenAtMost = 10

export interface FoundCase extends Omit<SearchFound['cases'][number], 'at'> {
  readonly at: Date
}

/** Cases by number, words, the people found or nearly their matter; the newest word first. */
export async function searchCases(
  db: Database,
  asker: Asker,
  typed: string,
  most: number,
  people: readonly CustomerId[],
): Promise<readonly FoundCase[]> {
  const { rows } = await sql<FoundCase>`
    select found.case_id as "caseId", o.case_prefix || '-' || found.number as number, customer_name as "customerName", found.matter, found.state, at,
      case when ${isTalkAbout(asker, sql`c.conversation_id`)} then '' else snippet end as snippet
    from search_cases(${typed}, ${most}::integer + (select least(${hiddenAtMost}, count(*))::integer from cases a
        where ${isAboutSomebody('a')} and not ${isNotAbout(asker, 'a')}), ${[...people]}::uuid[]) with ordinality as found(case_id, number, customer_name, matter, state, at, snippet, n)
    cross join lateral (select * from cases c where c.case_id = found.case_id and ${isNotAbout(asker, 'c')} offset 0) c
    cross join organization o order by n limit ${sql.lit(most)}`.execute(db)
  return rows
}

export interface PersonRow {
  readonly customerId: CustomerId
  readonly name: string
  readonly firstSeenAt: Date
  readonly identities: readonly (Omit<
    PersonView['identities'][number],
    'verifiedAt' | 'badSince' | 'isShared' | 'maySayOtherwise' | 'sharedSaid'
  > & {
    readonly identityId: IdentityId
    readonly verifiedAt: string | null
    readonly badSince: string | null
    readonly shared: {
      readonly isShared: boolean
      readonly byId: StaffId
      readonly by: string
      readonly at: string
      readonly why: string
    } | null
  })[]
  readonly cases: readonly (Omit<PersonView['cases'][number], 'receivedAt'> & {
    readonly caseId: CaseId
    readonly receivedAt: string
  })[]
}

/** A person with their addresses (at most 50) and newest cases (at most 100); null where there is none. */
export async function personOf(db: Database, asker: Asker, customerId: CustomerId): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    select k.customer_id as "customerId", k.name,
      (select min(p.first_seen_at) from customer p where p.customer_id in (select one_person(k.customer_id))) as "firstSeenAt",
      coalesce((select jsonb_agg(jsonb_build_object('identityId', i.identity_id, 'kind', i.kind, 'value', i.raw_value,
          'verifiedAt', i.verified_at, 'badSince', i.bad_since, 'shared', case when i.shared_said is not null then jsonb_build_object('isShared', i.shared_said,
            'byId', i.shared_by, 'by', (select s.name from staff s where s.staff_id = i.shared_by), 'at', i.shared_at, 'why', i.shared_why) end) order by i.first_seen_at)
        from (select * from identity i where i.customer_id in (select one_person(k.customer_id)) order by i.first_seen_at limit 50) i), '[]') as identities,
      coalesce((select jsonb_agg(jsonb_build_object('caseId', c.case_id, 'number', o.case_prefix || '-' || c.number, 'kind', c.kind,
          'state', c.state, 'matter', c.matter, 'receivedAt', c.received_at) order by c.received_at desc)
        from (select * from cases c where c.customer_id in (select one_person(k.customer_id)) and ${isNotAbout(asker, 'c')} order by c.received_at desc limit 100) c), '[]') as cases
    from customer k join organization o on o.organization_id = k.organization_id
    where k.customer_id = ${customerId}`.execute(db)
  return rows[0] ?? null
}
