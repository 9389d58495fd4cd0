// What the platform itself keeps that touches a customer.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import type { CustomerId } from '../../shared/ids.ts'

export const reads = ['decision'] as const

/** Waits until what is being read is read, and lets nothing be read before this transaction ends: no word slips in behind an erasing. */
export async function holdReading(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_organization()::text, 44))`.execute(db)
}

export async function decisionsAbout(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  return db
    .selectFrom('decision')
    .select(['at', 'kind', 'chosen', 'alternatives', 'inputs', 'reason', 'policy_version'])
    .where('customer_id', '=', customerId)
    .orderBy('at')
    .limit(10_000)
    .execute()
}
