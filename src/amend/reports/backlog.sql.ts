// How long cases were open, as few rows as their steps allow: what a backlog is counted from.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import { type AskedCases, isOfAsked, startsOf } from './asked-cases.sql.ts'
import type { OpenStretch } from './backlog.rules.ts'

/** What was open at the first of these ends or later, put together where it was open at the same of them. */
export async function openStretches(
  db: Database,
  asked: AskedCases,
  ends: readonly Date[],
  oldAt: readonly Date[],
): Promise<readonly OpenStretch[]> {
  const last = ends.at(-1)
  const { rows } = await sql<OpenStretch>`
    select width_bucket(s.opened_at, ${startsOf(ends)}) as opened, width_bucket(s.received_at, ${startsOf(oldAt)}) as old,
      width_bucket(s.ended_at, ${startsOf(ends)}) as ended, count(*)::integer as cases
    from case_span s where s.ended_at >= ${ends[0]} and s.opened_at < ${last} and ${isOfAsked(sql`s.case_id`, asked)} group by 1, 2, 3`.execute(
    db,
  )
  return rows
}

/** Cases open at `end`, by when they were received: 0 before the first of `starts`, 1 before the second, and so on. */
export async function openByAge(
  db: Database,
  asked: AskedCases,
  end: Date,
  starts: readonly Date[],
): Promise<readonly { readonly age: number; readonly cases: number }[]> {
  const { rows } = await sql<{ age: number; cases: number }>`
    select width_bucket(s.received_at, ${startsOf(starts)}) as age, count(*)::integer as cases
    from case_span s where s.ended_at >= ${end} and s.opened_at < ${end} and ${isOfAsked(sql`s.case_id`, asked)} group by 1`.execute(
    db,
  )
  return rows
}
