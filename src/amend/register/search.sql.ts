// Search over people and cases. The statements are functions of the database (migration 0005), which says why.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId, IdentityId } from '../../shared/ids.ts'
import type { PersonView, SearchFound } from './search.schema.ts'

export const reads = ['customer', 'identity', 'cases', 'organization'] as const

/** People whose name or address begins with, contains or nearly is what was typed. */
export async function searchPeople(db: Database, typed: string, most: number): Promise<SearchFound['people']> {
  const { rows } = await sql<SearchFound['people'][number]>`
    select customer_id as "customerId", name, address, open_cases as "openCases" from search_people(${typed}, ${most})`.execute(
    db,
  )
  return rows
}

export interface FoundCase extends Omit<SearchFound['cases'][number], 'at'> {
  readonly at: Date
}

/** Cases by number, words, the people found or nearly their matter; the newest word first. */
export async function searchCases(
  db: Database,
  typed: string,
  most: number,
  people: readonly CustomerId[],
): Promise<readonly FoundCase[]> {
  const { rows } = await sql<FoundCase>`
    select case_id as "caseId", o.case_prefix || '-' || number as number, customer_name as "customerName", matter, state, at, snippet
    from search_cases(${typed}, ${most}, ${[...people]}::uuid[]) with ordinality as found(case_id, number, customer_name, matter, state, at, snippet, n)
    cross join organization o order by n`.execute(db)
  return rows
}

export interface PersonRow {
  readonly customerId: CustomerId
  readonly name: string
  readonly firstSeenAt: Date
  readonly identities: readonly (Omit<PersonView['identities'][number], 'verifiedAt' | 'badSince'> & {
    readonly identityId: IdentityId
    readonly verifiedAt: string | null
    readonly badSince: string | null
  })[]
  readonly cases: readonly (Omit<PersonView['cases'][number], 'receivedAt'> & {
    readonly caseId: CaseId
    readonly receivedAt: string
  })[]
}

/** A person with their addresses (at most 50) and newest cases (at most 100); null where there is none. */
export async function personOf(db: Database, customerId: CustomerId): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    select k.customer_id as "customerId", k.name, k.first_seen_at as "firstSeenAt",
      coalesce((select jsonb_agg(jsonb_build_object('identityId', i.identity_id, 'kind', i.kind, 'value', i.raw_value,
          'verifiedAt', i.verified_at, 'badSince', i.bad_since) order by i.first_seen_at)
        from (select * from identity i where i.customer_id = k.customer_id order by i.first_seen_at limit 50) i), '[]') as identities,
      coalesce((select jsonb_agg(jsonb_build_object('caseId', c.case_id, 'number', o.case_prefix || '-' || c.number, 'kind', c.kind,
          'state', c.state, 'matter', c.matter, 'receivedAt', c.received_at) order by c.received_at desc)
        from (select * from cases c where c.customer_id = k.customer_id order by c.received_at desc limit 100) c), '[]') as cases
    from customer k join organization o on o.organization_id = k.organization_id
    where k.customer_id = ${customerId}`.execute(db)
  return rows[0] ?? null
}
