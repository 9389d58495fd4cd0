// What people here said of an address: that several write from it, or that one person does.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CustomerId, IdentityId, StaffId } from '../../../shared/ids.ts'
import type { SharedAddress } from './shared-address.rules.ts'

export interface LockedAddress extends SharedAddress {
  readonly customerId: CustomerId
}

/** An address under its lock; null where this company has none such, or it was erased. */
export async function lockAddress(db: Database, identityId: IdentityId): Promise<LockedAddress | null> {
  const { rows } = await sql<LockedAddress>`
    select i.customer_id as "customerId", i.kind, i.value,
      case when i.shared_said is not null then jsonb_build_object('isShared', i.shared_said, 'by', i.shared_by) end as said
    from identity i join customer k on k.customer_id = i.customer_id and k.erased_at is null
    where i.identity_id = ${identityId} for no key update of i`.execute(db)
  return rows[0] ?? null
}

export async function saveShared(
  db: Database,
  identityId: IdentityId,
  said: { readonly isShared: boolean; readonly by: StaffId; readonly at: Date; readonly why: string },
): Promise<void> {
  await db
    .updateTable('identity')
    .set({ shared_said: said.isShared, shared_by: said.by, shared_at: said.at, shared_why: said.why })
    .where('identity_id', '=', identityId)
    .execute()
}
