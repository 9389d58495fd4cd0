// What the queue does not see by itself: which workers live, and which jobs may be tried at once.
// A living worker holds a lock of PostgreSQL's on its name, which ends with its connection.
import type { PoolClient } from 'pg'

// The lock's second key, so that no other advisory lock of ours has the same one.
const seed = 4_100_419

/** Says that a worker lives, for as long as this connection does. */
export async function holdLife(client: PoolClient, worker: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtextextended($1, $2))', [worker, seed])
}

/** Workers other than this one that have jobs in hand and do not live. */
export async function deadWorkers(client: PoolClient, self: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ worker: string }>(
    `with holders as materialized (
       select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null and locked_by <> $1)
     select worker from holders where pg_try_advisory_xact_lock(hashtextextended(worker, $2))`,
    [self, seed],
  )
  return rows.map((row) => row.worker)
}

/** Gives the jobs of dead workers to whoever comes next. */
export async function freeJobsOf(client: PoolClient, workers: readonly string[]): Promise<void> {
  await client.query('select graphile_worker.force_unlock_workers($1::text[])', [[...workers]])
}

/** Jobs whose last failure begins with these words may be tried at once, and have that try again. */
export async function giveBackFailed(client: PoolClient, words: string): Promise<void> {
  await client.query(
    `update graphile_worker._private_jobs
     set attempts = greatest(attempts - 1, 0), run_at = created_at, last_error = null
     where locked_at is null and starts_with(last_error, $1)`,
    [words],
  )
}
