// The promises of a case with what their clocks are read by. One statement.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId } from '../../shared/ids.ts'
import { pausesOf, type PauseRow } from '../promises/pause.sql.ts'
import type { Pause } from '../promises/pauses.rules.ts'
import { type CasePromise, promiseOf, type PromiseRow } from '../promises/promise.sql.ts'

export const reads = ['promise', 'clock_pause'] as const

export interface ClockedPromise extends CasePromise {
  /** The version of the floor its clock counts by: the one it comes from, or its case's. */
  readonly floorVersion: number
  /** Every pause of its case. */
  readonly pauses: readonly Pause[]
}

/** Every promise of a case with what its clock is read by, in the order they are due (at most 500). */
export async function clockedPromises(db: Database, caseId: CaseId): Promise<readonly ClockedPromise[]> {
  const { rows } = await sql<
    Omit<ClockedPromise, 'pauses'> & PromiseRow & { readonly pauseRows: readonly PauseRow[] | null }
  >`
    select p.promise_id, p.case_id, p.kind, p.about, p.source, p.made_at, p.made_by, p.due_at, p.unpaused_due_at, p.status, p.settled_at,
      p.broken_at, p.owed_until, p.carried_at, p.carried_due_at, p.instead_of as "insteadOf", coalesce(substring(p.source from '^floor:([0-9]{1,9})$')::integer, c.floor_version) as "floorVersion",
      (select jsonb_agg(jsonb_build_object('started_at', z.started_at, 'ended_at', z.ended_at, 'reason', z.reason))
       from clock_pause z where z.case_id = ${caseId}) as "pauseRows"
    from promise p join cases c on c.case_id = p.case_id
    where p.case_id = ${caseId} order by p.due_at, p.promise_id limit 500`.execute(db)
  return rows.map((row) => ({
    ...promiseOf(row),
    insteadOf: row.insteadOf,
    floorVersion: row.floorVersion,
    pauses: pausesOf(row.pauseRows),
  }))
}
