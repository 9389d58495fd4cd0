// Adding jobs in the transaction that causes them, and looking after those that failed for good.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'

export interface NewJob {
  readonly task: string
  /** Identifiers only; always with organizationId. */
  readonly payload: Readonly<Record<string, string>>
  /** A later job with the same key replaces this one while it waits. */
  readonly key?: string
}

export interface FailedJob {
  readonly jobId: string
  readonly task: string
  readonly attempts: number
  readonly lastError: string | null
  readonly failedAt: Date
}

/** Adds jobs for the organization of this transaction; another organization's payload is refused by the database. */
export async function addJobs(db: Database, jobs: readonly NewJob[]): Promise<void> {
  await sql`select add_jobs(${JSON.stringify(jobs)}::jsonb)`.execute(db)
}

/** Jobs that used up their tries, newest first (at most `most`). */
export async function failedJobs(db: Database, most: number): Promise<readonly FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select job_id as "jobId", task, attempts, last_error as "lastError", failed_at as "failedAt" from failed_jobs(${most})`.execute(
    db,
  )
  return rows
}

/** Gives a failed job another round of tries. False when there is none of that id here. */
export async function replayJob(db: Database, jobId: string): Promise<boolean> {
  const { rows } = await sql<{ replayed: boolean }>`select replay_job(${jobId}) as replayed`.execute(db)
  return rows[0]?.replayed ?? false
}
