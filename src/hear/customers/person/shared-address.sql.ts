// What people here said of an address: that several write from it, or that one person does.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CustomerId, IdentityId, StaffId } from '../../../shared/ids.ts'

/** False where it was said already, or there is no such address of this company. The customer whose it is, where it was not. */
export async function saveShared(
  db: Database,
  identityId: IdentityId,
  said: { readonly isShared: boolean; readonly by: StaffId; readonly at: Date; readonly why: string },
): Promise<CustomerId | null> {
  const row = await db
    .updateTable('identity')
    .set({ shared_said: said.isShared, shared_by: said.by, shared_at: said.at, shared_why: said.why })
    .where('identity_id', '=', identityId)
    .where(sql<boolean>`shared_said is distinct from ${said.isShared}`)
    .where(sql<boolean>`value not like 'erased:%'`)
    .returning('customer_id')
    .executeTakeFirst()
  return row ? (row.customer_id as CustomerId) : null
}

/** Whether this company has such an address. */
export async function hasIdentity(db: Database, identityId: IdentityId): Promise<boolean> {
  const row = await db
    .selectFrom('identity')
    .select('identity_id')
    .where('identity_id', '=', identityId)
    .executeTakeFirst()
  return row !== undefined
}
