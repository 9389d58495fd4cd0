// Counts tries within fixed windows, in the database so that every process sees them.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export interface AttemptKey {
  readonly organizationId: OrganizationId
  readonly scope: string
  readonly subject: string
}

const windowStart = (now: Date, minutes: number): Date =>
  new Date(Math.floor(now.getTime() / (minutes * 60_000)) * minutes * 60_000)

/** Counts one more try in the current window of `minutes` and answers how many there were, this one included. */
export async function countAttempt(db: Database, key: AttemptKey, now: Date, minutes: number): Promise<number> {
  const row = await db
    .insertInto('attempt')
    .values({
      organization_id: key.organizationId,
      scope: key.scope,
      subject: key.subject,
      window_start: windowStart(now, minutes),
      count: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'scope', 'subject', 'window_start'])
        .doUpdateSet((eb) => ({ count: eb('attempt.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count
}

/** How many tries there were in the current window. */
export async function attemptsSoFar(db: Database, key: AttemptKey, now: Date, minutes: number): Promise<number> {
  const row = await db
    .selectFrom('attempt')
    .select('count')
    .where('scope', '=', key.scope)
    .where('subject', '=', key.subject)
    .where('window_start', '=', windowStart(now, minutes))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Takes one try back, e.g. because it succeeded. */
export async function uncountAttempt(db: Database, key: AttemptKey, now: Date, minutes: number): Promise<void> {
  await db
    .updateTable('attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('scope', '=', key.scope)
    .where('subject', '=', key.subject)
    .where('window_start', '=', windowStart(now, minutes))
    .execute()
}

/** Forgets windows that began before an instant, at most `most` of them; answers how many. */
export async function forgetAttemptsBefore(db: Database, before: Date, most: number): Promise<number> {
  const result = await sql`
    delete from attempt where ctid = any (array(select ctid from attempt where window_start < ${before} limit ${sql.lit(most)}))`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}
