// Cases in one line each, as lists show them: the newest word, the promise due next, the pauses its clock needs. One statement a list.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { PoolId, StaffId } from '../../../shared/ids.ts'
import type { KeptPromise } from '../../promises/promise.rules.ts'
import { promiseOf, type PromiseRow } from '../../promises/promise.sql.ts'
import { pausesOf, type PauseRow } from '../../promises/pause.sql.ts'
import type { Pause } from '../../promises/pauses.rules.ts'
import { isNotAbout } from '../about-asker.sql.ts'
import type { CaseLine } from '../case.schema.ts'

export const reads = ['customer', 'promise', 'pool', 'pool_member', 'clock_pause', 'organization'] as const

/** A line before its clock is read. */
export interface LineRow extends Omit<CaseLine, 'last' | 'promise' | 'receivedAt' | 'dangerAt'> {
  readonly receivedAt: Date
  readonly dangerAt: Date | null
  readonly nextDueAt: Date | null
  readonly poolId: PoolId
  readonly ownerStaffId: StaffId | null
  readonly floorVersion: number
  readonly version: number
  readonly last: { readonly direction: 'in' | 'out'; readonly at: Date; readonly text: string }
  readonly promise: KeptPromise | null
  readonly pauses: readonly Pause[]
}

type PromiseColumns = Omit<PromiseRow, 'kind' | 'promise_id' | 'case_id'>

interface Row extends Omit<LineRow, 'last' | 'promise' | 'pauses'>, PromiseColumns {
  readonly lastDirection: 'in' | 'out'
  readonly lastAt: Date
  readonly lastText: string
  /** Null where nothing is owed; then the promise's other columns are null too. */
  readonly promise_id: string | null
  readonly promise_kind: string
  readonly pauseRows: readonly PauseRow[] | null
}

/** As literals: a statement prepared for any state could not use the index of what waits. */
const isUntaken = sql`owner_staff_id is null and state in ('received', 'acknowledged')`

/** What tells of danger comes first, the longest waiting in front; then the rest in its order. Each half by an index of its own. */
const dangerFirst = (cases: RawBuilder<unknown>, order: RawBuilder<unknown>, most: number): RawBuilder<unknown> => sql`
  select * from (
    (select * from cases where danger_at is not null and ${cases} order by danger_at limit ${sql.lit(most)})
    union all
    (select * from cases where danger_at is null and ${cases} order by ${order} limit ${sql.lit(most)})) w
  order by w.danger_at, w.next_due_at, w.received_at, w.case_id limit ${sql.lit(most)}`

/** A person's own cases that are not over, the next promise first. */
export const linesOfOwner = (db: Database, staffId: StaffId, most: number): Promise<readonly LineRow[]> =>
  lines(
    db,
    dangerFirst(
      sql`owner_staff_id = ${staffId} and state not in ('resolved', 'rejected', 'closed', 'merged')`,
      sql`next_due_at, case_id`,
      most,
    ),
  )

/** What waits in each pool of a person in the order of work, `most` of each, without what is about them. */
export const linesWaiting = (db: Database, staffId: StaffId, most: number): Promise<readonly LineRow[]> =>
  lines(
    db,
    sql`select w.* from (select pool_id from pool_member where staff_id = ${staffId} and left_at is null limit 50) b
        cross join lateral (${dangerFirst(
          sql`pool_id = b.pool_id and ${isUntaken} and ${isNotAbout(staffId, 'cases')}`,
          sql`next_due_at, received_at, case_id`,
          most,
        )}) w`,
  )

/** As `linesOfOwner`, for a lead. */
export const linesForLead = (db: Database, owner: StaffId, me: StaffId, most: number): Promise<readonly LineRow[]> =>
  lines(
    db,
    dangerFirst(
      sql`owner_staff_id = ${owner} and state not in ('resolved', 'rejected', 'closed', 'merged') and ${isNotAbout(me, 'cases')}`,
      sql`next_due_at, case_id`,
      most,
    ),
  )

/** What nobody has taken, in any pool, the next promise first. */
export const linesUntaken = (db: Database, me: StaffId, most: number): Promise<readonly LineRow[]> =>
  lines(
    db,
    sql`select w.* from pool p cross join lateral (${dangerFirst(
      sql`pool_id = p.pool_id and ${isUntaken} and ${isNotAbout(me, 'cases')}`,
      sql`next_due_at, received_at, case_id`,
      most,
    )}) w
        order by w.danger_at, w.next_due_at, w.received_at, w.case_id limit ${sql.lit(most)}`,
  )

/** What owes something before an instant, of everybody, the first due in front. */
export const linesAtRisk = (db: Database, me: StaffId, before: Date, most: number): Promise<readonly LineRow[]> =>
  lines(
    db,
    sql`select * from cases where next_due_at is not null and next_due_at < ${before} and ${isNotAbout(me, 'cases')}
        order by next_due_at, case_id limit ${sql.lit(most)}`,
  )

async function lines(db: Database, picked: RawBuilder<unknown>): Promise<readonly LineRow[]> {
  const { rows } = await sql<Row>`
    select c.case_id as "caseId", o.case_prefix || '-' || c.number as number, c.kind, c.state, c.matter,
      jsonb_build_object('customerId', c.customer_id, 'name', k.name) as customer, c.channel,
      c.received_at as "receivedAt", c.danger_at as "dangerAt", c.next_due_at as "nextDueAt", c.is_reopened as reopened, c.pool_id as "poolId",
      c.owner_staff_id as "ownerStaffId", c.floor_version as "floorVersion", c.version,
      c.last_direction as "lastDirection", c.last_heard_at as "lastAt", c.last_text as "lastText",
      p.promise_id, p.kind as promise_kind, p.about, p.source, p.made_at, p.made_by, p.due_at, p.unpaused_due_at, p.status, p.settled_at, p.broken_at, p.owed_until, p.carried_at, p.carried_due_at,
      (select jsonb_agg(jsonb_build_object('started_at', z.started_at, 'ended_at', z.ended_at, 'reason', z.reason))
       from clock_pause z where z.case_id = c.case_id) as "pauseRows"
    from (${picked}) c
    join organization o on o.organization_id = c.organization_id
    join customer k on k.customer_id = c.customer_id
    left join lateral (
      select q.* from promise q where q.case_id = c.case_id and q.owed_until is null order by q.due_at limit 1) p on true
    order by c.danger_at, c.next_due_at, c.received_at, c.case_id`.execute(db)
  return rows.map(lineOf)
}

function lineOf(row: Row): LineRow {
  const { lastDirection, lastAt, lastText, pauseRows, promise_id } = row
  const last = { direction: lastDirection, at: lastAt, text: lastText }
  const pauses = pausesOf(pauseRows)
  const promise =
    promise_id === null ? null : promiseOf({ ...row, promise_id, case_id: row.caseId, kind: row.promise_kind })
  return { ...row, last, pauses, promise }
}
