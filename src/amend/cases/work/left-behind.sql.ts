// Cases whose owner, or whoever is on duty for them, left or is away.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { isNotAbout } from '../about-asker.sql.ts'

export const reads = ['absence', 'staff'] as const

/** The open cases `c` of somebody: as owner while open, or on duty while nobody owns them. Each half has its index. */
const theirs = (staffId: RawBuilder<unknown>, columns: RawBuilder<unknown>, and: RawBuilder<unknown>) => sql`
  (select ${columns} from cases c where c.owner_staff_id = ${staffId} and c.state not in ('resolved', 'rejected', 'closed', 'merged') and ${and})
  union all
  (select ${columns} from cases c where c.owner_staff_id is null and c.state in ('received', 'acknowledged') and c.duty_staff_id = ${staffId} and ${and})`

/** Cases that somebody who left or is away still answers for, from one of them on. */
export async function casesLeftBehind(
  db: Database,
  staffId: StaffId,
  after: CaseId | null,
  most: number,
): Promise<readonly CaseId[]> {
  const from = sql`c.case_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid`
  const { rows } = await sql<{ case_id: CaseId }>`
    ${theirs(sql`${staffId}`, sql`c.case_id`, from)} order by case_id limit ${sql.lit(most)}`.execute(db)
  return rows.map((row) => row.case_id)
}

export interface WhoLeft {
  readonly staffId: StaffId
  /** Until when they are away; null for who works here no more. */
  readonly awayUntil: Date | null
}

/** Who left, or is away at `now`, with since when. */
const gone = (now: Date) => sql`
  select s.staff_id, case when s.disabled_at is null then a.away_until end as away_until, coalesce(s.disabled_at, a.away_from) as since
  from staff s left join absence a on a.staff_id = s.staff_id and a.away_from <= ${now} and a.away_until > ${now}
  where s.disabled_at is not null or a.staff_id is not null`

/** People who left, or are away at `now`, and still answer for cases. */
export async function whoLeftCases(db: Database, now: Date, most: number): Promise<readonly WhoLeft[]> {
  const { rows } = await sql<WhoLeft>`
    select g.staff_id as "staffId", g.away_until as "awayUntil" from (${gone(now)}) g
    where exists (${theirs(sql`g.staff_id`, sql``, sql`true`)}) limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** Cases that have stayed with somebody who left or went away before an instant: nobody is left to cover them. Without those about one person,
 * counted up to `most`. */
export async function countUncovered(
  db: Database,
  now: Date,
  before: Date,
  except: StaffId,
  most: number,
): Promise<number> {
  const seen = sql`g.since <= ${before} and ${isNotAbout(except, 'c')}`
  const { rows } = await sql<{ cases: number }>`
    with g as materialized (${gone(now)})
    select count(*) as cases from (
      (select from g join cases c on c.owner_staff_id = g.staff_id and c.state not in ('resolved', 'rejected', 'closed', 'merged')
       where ${seen} limit ${sql.lit(most)})
      union all
      (select from cases c join g on g.staff_id = c.duty_staff_id
       where c.owner_staff_id is null and c.state in ('received', 'acknowledged') and ${seen} limit ${sql.lit(most)})
      limit ${sql.lit(most)}) few`.execute(db)
  return rows[0]?.cases ?? 0
}
