// A customer's part of the tables of cases and promises: handing out what is there, and erasing the words.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId } from '../../shared/ids.ts'

export const reads = ['promise', 'clock_pause'] as const

const most = 10_000

/** Blanks every word in cases, their history and drafts; figures and times stay. */
export async function eraseCasesOf(db: Database, customerId: CustomerId): Promise<void> {
  await sql`select erase_cases_of(${customerId})`.execute(db)
}

/** Every case of a customer (at most 10,000). */
export async function caseIdsOf(db: Database, customerId: CustomerId): Promise<readonly CaseId[]> {
  const rows = await db
    .selectFrom('cases')
    .select('case_id')
    .where('customer_id', '=', customerId)
    .limit(most)
    .execute()
  return rows.map((row) => row.case_id as CaseId)
}

export async function casesOf(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  return db
    .selectFrom('cases')
    .select(['number', 'kind', 'state', 'matter', 'received_at', 'acknowledged_at', 'first_answered_at'])
    .select(['final_answered_at', 'finding', 'resolved_at', 'rejection', 'reopenings', 'closed_at'])
    .where('customer_id', '=', customerId)
    .limit(most)
    .execute()
}

export async function eventsOf(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.number, e.at, e.kind from cases c join case_event e on e.case_id = c.case_id
    where c.customer_id = ${customerId} order by e.at limit ${sql.lit(most)}`.execute(db)
  return rows
}

export async function promisesTo(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.number, p.kind, p.about, p.made_at, p.due_at, p.status, p.settled_at from cases c join promise p on p.case_id = c.case_id
    where c.customer_id = ${customerId} order by p.made_at limit ${sql.lit(most)}`.execute(db)
  return rows
}

export async function pausesFor(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.number, z.reason, z.started_at, z.ended_at from cases c join clock_pause z on z.case_id = c.case_id
    where c.customer_id = ${customerId} order by z.started_at limit ${sql.lit(most)}`.execute(db)
  return rows
}

export async function draftsTo(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.number, d.text, d.saved_at from cases c join draft d on d.case_id = c.case_id
    where c.customer_id = ${customerId} order by d.saved_at limit ${sql.lit(most)}`.execute(db)
  return rows
}
