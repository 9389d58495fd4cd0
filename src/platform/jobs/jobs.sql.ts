// Jobs that failed for good: which they are, and another round of tries.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'

export interface FailedJob {
  readonly jobId: string
  readonly task: string
  readonly attempts: number
  readonly lastError: string | null
  readonly failedAt: Date
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
