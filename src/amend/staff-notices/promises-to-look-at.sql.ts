// Promises of which somebody may have to be told that little of their time is left.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import { pausesOf, type PauseRow } from '../promises/pause.sql.ts'
import type { Pause } from '../promises/pauses.rules.ts'
import type { KeptPromise } from '../promises/promise.rules.ts'
import { promiseOf, type PromiseRow } from '../promises/promise.sql.ts'

export const reads = ['promise', 'cases', 'clock_pause'] as const

export interface WatchedPromise extends KeptPromise {
  /** The version of the floor its clock counts by: the one it comes from, or its case's. */
  readonly floorVersion: number
  /** Every pause of its case. */
  readonly pauses: readonly Pause[]
}

type Row = PromiseRow & { readonly floorVersion: number; readonly pauseRows: readonly PauseRow[] | null }

const columns = sql`
  p.promise_id, p.case_id, p.kind, p.about, p.source, p.made_at, p.made_by, p.due_at, p.unpaused_due_at, p.status, p.settled_at, p.broken_at, p.owed_until, p.carried_at, p.carried_due_at,
  coalesce(substring(p.source from '^floor:([0-9]{1,9})$')::integer, c.floor_version) as "floorVersion",
  (select jsonb_agg(jsonb_build_object('started_at', z.started_at, 'ended_at', z.ended_at, 'reason', z.reason))
   from clock_pause z where z.case_id = p.case_id) as "pauseRows"`

const watchedOf = (row: Row): WatchedPromise => ({
  ...promiseOf(row),
  floorVersion: row.floorVersion,
  pauses: pausesOf(row.pauseRows),
})

/** Promises to look at now of which whoever answers for the case was not told: open ones, and those that broke within the last day, while the desk
 * was away (at most `most`, those to look at first in front). */
export async function toLookAt(db: Database, now: Date, most: number): Promise<readonly WatchedPromise[]> {
  const { rows } = await sql<Row>`
    select ${columns} from promise p join cases c on c.case_id = p.case_id
    where p.watch_at <= ${now} and p.owed_until is null and (p.status = 'open' or p.broken_at > ${now}::timestamptz - interval '1 day')
      and not exists (select from staff_notice n where n.staff_id = coalesce(c.owner_staff_id, c.duty_staff_id)
        and n.kind = 'promise-due' and n.source_id = p.promise_id)
    order by p.watch_at, p.promise_id limit ${sql.lit(most)}`.execute(db)
  return rows.map(watchedOf)
}
