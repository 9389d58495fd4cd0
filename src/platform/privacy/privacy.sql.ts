// What the platform itself keeps that touches a customer.
import type { Database } from '../database/transaction.ts'
import type { CustomerId } from '../../shared/ids.ts'

export const reads = ['decision'] as const

export async function decisionsAbout(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  return db
    .selectFrom('decision')
    .select(['at', 'kind', 'chosen', 'alternatives', 'inputs', 'reason', 'policy_version'])
    .where('customer_id', '=', customerId)
    .orderBy('at')
    .limit(10_000)
    .execute()
}
