// Figures of the desk. Every count stops somewhere: a screen needs to know "a lot", not how many exactly.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { StaffId } from '../../shared/ids.ts'
import { isAboutSomebody, isMessageAbout, isNotAbout } from '../cases/about-asker.sql.ts'
import { mostCounted } from './desk.schema.ts'

export const reads = ['pool_member', 'cases', 'promise', 'message', 'disposition', 'staff'] as const

export interface OwnCounts {
  readonly mineOpen: number
  readonly waiting: number
}

export interface CompanyCounts {
  readonly toConfirm: number
  readonly quarantined: number
  readonly keptToday: number
  readonly openToday: number
  readonly atRisk: number
  readonly broken: number
}

export interface Span {
  readonly dayStart: Date
  readonly dayEnd: Date
  readonly now: Date
  /** Promises due before this are at risk. */
  readonly soon: Date
}

/** A person's own open cases, and what waits in their pools: counted up to `mostCounted` each, which then means "or more". */
export async function ownCounts(db: Database, staffId: StaffId): Promise<OwnCounts> {
  const { rows } = await sql<OwnCounts>`
    select
      (select count(*) from (select from cases c where c.owner_staff_id = ${staffId} and c.state not in ('resolved', 'rejected', 'closed', 'merged')
        limit ${sql.lit(mostCounted)}) few) as "mineOpen",
      (select count(*) from (select from pool_member b join cases c on c.pool_id = b.pool_id
        where b.staff_id = ${staffId} and b.left_at is null and c.owner_staff_id is null and c.state in ('received', 'acknowledged') and ${isNotAbout(staffId, 'c')}
        limit ${sql.lit(mostCounted)}) few) as waiting`.execute(db)
  return theRow(rows)
}

/** The same for everybody of a company, counted as far. */
export async function companyCounts(db: Database, span: Span): Promise<CompanyCounts> {
  const { rows } = await sql<CompanyCounts>`
    select
      (select count(*) from (select from message where standing = 'to-confirm' limit ${sql.lit(mostCounted)}) few) as "toConfirm",
      (select count(*) from (select from disposition where kind = 'quarantine' limit ${sql.lit(mostCounted)}) few) as quarantined,
      (select count(*) from (select from promise where status = 'kept' and settled_at >= ${span.dayStart} and settled_at < ${span.dayEnd}
        limit ${sql.lit(mostCounted)}) few) as "keptToday",
      (select count(*) from (select from promise where status = 'open' and due_at < ${span.dayEnd} limit ${sql.lit(mostCounted)}) few) as "openToday",
      (select count(*) from (select from promise where status = 'open' and due_at < ${span.soon} limit ${sql.lit(mostCounted)}) few) as "atRisk",
      (select count(*) from (
        (select from promise where status = 'broken' and owed_until is null limit ${sql.lit(mostCounted)})
        union all (select from promise where status = 'open' and due_at < ${span.now} limit ${sql.lit(mostCounted)})
        limit ${sql.lit(mostCounted)}) few) as broken`.execute(db)
  return theRow(rows)
}

/** How much of these figures is about whoever asks: it is taken off theirs. The figures themselves are the same for everybody. */
export async function countsAbout(db: Database, me: StaffId, span: Span): Promise<CompanyCounts> {
  const { rows } = await sql<CompanyCounts>`
    with mine as materialized (
      select case_id, conversation_id from cases where ${isAboutSomebody('cases')} and ${me}::uuid = any (about_staff_ids))
    select 0 as quarantined,
      (select count(*) from message m where m.standing = 'to-confirm' and m.conversation_id in (select conversation_id from mine)
        and ${isMessageAbout(me, 'm')}) as "toConfirm",
      coalesce(sum(p.kept), 0)::bigint as "keptToday", coalesce(sum(p.today), 0)::bigint as "openToday",
      coalesce(sum(p.soon), 0)::bigint as "atRisk", coalesce(sum(p.broken), 0)::bigint as broken
    from mine cross join lateral (
      select count(*) filter (where status = 'kept' and settled_at >= ${span.dayStart} and settled_at < ${span.dayEnd}) as kept,
        count(*) filter (where status = 'open' and due_at < ${span.dayEnd}) as today,
        count(*) filter (where status = 'open' and due_at < ${span.soon}) as soon,
        count(*) filter (where (status = 'broken' and owed_until is null) or (status = 'open' and due_at < ${span.now})) as broken
      from promise where case_id = mine.case_id) p`.execute(db)
  return theRow(rows)
}

function theRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (!row) throw new Error('a desk without figures')
  return row
}

/** Everybody who works here with the cases they have open (counted up to `mostCounted` each), but for those about whoever asks. */
export async function teamLoad(
  db: Database,
  me: StaffId,
): Promise<readonly { readonly staffId: StaffId; readonly name: string; readonly open: number }[]> {
  const { rows } = await sql<{ staffId: StaffId; name: string; open: number }>`
    with mine as materialized (
      select owner_staff_id, count(*) as open from cases where ${isAboutSomebody('cases')} and ${me}::uuid = any (about_staff_ids)
        and state not in ('resolved', 'rejected', 'closed', 'merged') group by owner_staff_id)
    select s.staff_id as "staffId", s.name, load.open - coalesce(mine.open, 0) as open
    from (select * from staff where disabled_at is null order by name limit 200) s
    left join mine on mine.owner_staff_id = s.staff_id
    cross join lateral (select count(*) as open from (select from cases c where c.owner_staff_id = s.staff_id
      and c.state not in ('resolved', 'rejected', 'closed', 'merged') limit ${sql.lit(mostCounted)} + coalesce(mine.open, 0)) few) load
    order by s.name, s.staff_id`.execute(db)
  return rows
}
