// What each person has on their hands, and what they did.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { StaffId } from '../../shared/ids.ts'
import { type AskedCases, isAsked, isOfAsked, type Span } from './asked-cases.sql.ts'

export const reads = ['cases', 'staff'] as const

export interface HandlerRow {
  readonly staffId: StaffId
  readonly name: string
  readonly isHere: boolean
}

/** Everybody who works or worked here, by name (at most 500). */
export async function everybodyByName(db: Database): Promise<readonly HandlerRow[]> {
  const { rows } = await sql<HandlerRow>`
    select staff_id as "staffId", name, disabled_at is null as "isHere" from staff order by name, staff_id limit 500`.execute(
    db,
  )
  return rows
}

/** Cases open, and cases with something late, by owner; null stands for those that nobody owns. */
export async function loadByOwner(
  db: Database,
  asked: AskedCases,
  at: Date,
): Promise<readonly { readonly staffId: StaffId | null; readonly open: number; readonly late: number }[]> {
  const { rows } = await sql<{ staffId: StaffId | null; open: number; late: number }>`
    select "staffId", sum(open)::integer as open, sum(late)::integer as late from (
      select c.owner_staff_id as "staffId", count(*) as open, 0 as late from cases c
      where c.state not in ('resolved', 'rejected', 'closed', 'merged') and ${isAsked(asked)} group by 1
      union all
      select c.owner_staff_id, 0, count(*) from cases c where c.next_due_at < ${at} and ${isAsked(asked)} group by 1) each
    group by 1`.execute(db)
  return rows
}

/** How many cases each person took, answered and ended, each case once. */
export async function deedsByPerson(
  db: Database,
  asked: AskedCases,
  span: Span,
): Promise<
  readonly { readonly staffId: StaffId | null; readonly did: 'taken' | 'answered' | 'ended'; readonly cases: number }[]
> {
  const { rows } = await sql<{ staffId: StaffId | null; did: 'taken' | 'answered' | 'ended'; cases: number }>`
    select staff_id as "staffId", kind as did, count(*)::integer as cases from (
      select d.staff_id, d.kind, d.case_id from case_deed d
      where d.at >= ${span.from} and d.at < ${span.before} and ${isOfAsked(sql`d.case_id`, asked)} group by 1, 2, 3) once
    group by 1, 2`.execute(db)
  return rows
}
