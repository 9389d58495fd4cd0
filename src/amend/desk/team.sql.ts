// How much each person has before them, counted up to `mostCounted`. Cases about whoever asks are in no figure.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { StaffId } from '../../shared/ids.ts'
import { isNotAbout } from '../cases/about-asker.sql.ts'
import { mostCounted } from './desk.schema.ts'
import type { Span } from './desk.sql.ts'

export const reads = ['cases', 'pool', 'staff'] as const

export interface Load {
  readonly open: number
  readonly late: number
  readonly dueToday: number
}

export interface PersonLoad extends Load {
  readonly staffId: StaffId
  readonly name: string
}

type Today = Pick<Span, 'now' | 'dayEnd'>

/** Counts over the first of some cases, the next due in front. */
const counts = (some: RawBuilder<unknown>, me: StaffId, { now, dayEnd }: Today) => sql`
  select count(*) as open, count(*) filter (where next_due_at < ${now}) as late,
    count(*) filter (where next_due_at >= ${now} and next_due_at < ${dayEnd}) as "dueToday"
  from (select c.next_due_at from cases c where ${some} and ${isNotAbout(me, 'c')}
    order by c.next_due_at limit ${sql.lit(mostCounted)}) few`

/** Everybody who works here (at most 200), by name. */
export async function loadOfEach(db: Database, me: StaffId, today: Today): Promise<readonly PersonLoad[]> {
  const theirs = sql`c.owner_staff_id = s.staff_id and c.state not in ('resolved', 'rejected', 'closed', 'merged')`
  const { rows } = await sql<PersonLoad>`
    select s.staff_id as "staffId", s.name, load.*
    from (select * from staff where disabled_at is null order by name limit 200) s
    cross join lateral (${counts(theirs, me, today)}) load order by s.name, s.staff_id`.execute(db)
  return rows
}

/** Of what nobody has taken. */
export async function loadUntaken(db: Database, me: StaffId, today: Today): Promise<Load> {
  const waiting = sql`c.owner_staff_id is null and c.state in ('received', 'acknowledged')`
  const { rows } = await sql<Load>`
    select coalesce(sum(open), 0)::bigint as open, coalesce(sum(late), 0)::bigint as late, coalesce(sum("dueToday"), 0)::bigint as "dueToday"
    from pool p cross join lateral (${counts(sql`c.pool_id = p.pool_id and ${waiting}`, me, today)}) load`.execute(db)
  return rows[0] ?? { open: 0, late: 0, dueToday: 0 }
}
