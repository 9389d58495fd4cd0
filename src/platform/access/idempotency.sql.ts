// Answers kept under their Idempotency-Key, so that a request sent again is answered as the first time.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export interface AnswerToKeep {
  /** Whose key: one actor's keys are nothing to another's. */
  readonly holder: string
  readonly key: string
  readonly requestHash: Buffer
  readonly status: number
  readonly response: unknown
  readonly at: Date
}

/** Keeps the answer to a key. @throws when there is one already */
export async function keepAnswer(db: Database, organizationId: OrganizationId, one: AnswerToKeep): Promise<void> {
  await db
    .insertInto('idempotency_key')
    .values({
      organization_id: organizationId,
      holder: one.holder,
      key: one.key,
      request_hash: one.requestHash,
      started_at: one.at,
      finished_at: one.at,
      status: one.status,
      response: JSON.stringify(one.response),
    })
    .execute()
}

/** What was answered to a key before; null for nothing. Whoever asks the same at the same time waits until this transaction has ended. */
export async function answerKept(
  db: Database,
  organizationId: OrganizationId,
  holder: string,
  key: string,
): Promise<{ readonly requestHash: Buffer; readonly response: unknown } | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId}:${holder}:${key}`}, 42))`.execute(db)
  const row = await db
    .selectFrom('idempotency_key')
    .select(['request_hash', 'response'])
    .where('holder', '=', holder)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? { requestHash: row.request_hash, response: row.response } : null
}

/** Forgets answers from before an instant, at most `most` of them; answers how many. */
export async function forgetAnswersBefore(db: Database, before: Date, most: number): Promise<number> {
  const result = await sql`
    delete from idempotency_key where ctid = any (array(select ctid from idempotency_key where started_at < ${before} limit ${sql.lit(most)}))`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}
