// What a transaction announces: the jobs it causes, and what open screens are told. Written just before its commit.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export interface NewJob {
  readonly task: string
  /** Identifiers only; always with organizationId. */
  readonly payload: Readonly<Record<string, string>>
  /** A later job with the same key replaces this one while it waits. */
  readonly key?: string
}

export interface NewLiveEvent {
  readonly kind: string
  readonly objectKind: string
  readonly objectId: string | null
}

/** Adds jobs for the organization of this transaction; another organization's payload is refused by the database. */
export async function addJobs(db: Database, jobs: readonly NewJob[]): Promise<void> {
  await sql`select add_jobs(${JSON.stringify(jobs)}::jsonb)`.execute(db)
}

export async function addLiveEvents(
  db: Database,
  organizationId: OrganizationId,
  at: Date,
  events: readonly NewLiveEvent[],
): Promise<void> {
  await db
    .insertInto('live_event')
    .values(
      events.map((event) => ({
        organization_id: organizationId,
        at,
        kind: event.kind,
        object_kind: event.objectKind,
        object_id: event.objectId,
      })),
    )
    .execute()
}

/** Forgets events from before an instant, at most `most` of them; answers how many. */
export async function forgetLiveEventsBefore(db: Database, before: Date, most: number): Promise<number> {
  const result = await sql`
    delete from live_event where ctid = any (array(select ctid from live_event where at < ${before} limit ${sql.lit(most)}))`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}
