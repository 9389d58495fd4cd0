// The keys reply addresses are made with, per organization and version.
import type { Database } from '../../platform/database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export interface ReplyKeyRow {
  readonly version: number
  readonly secret: Buffer
  readonly retiredAt: Date | null
}

/** What these keys are for, among those of a company. */
export const purpose = 'reply-token'

/** Newest first. */
export async function loadReplyKeys(db: Database): Promise<readonly ReplyKeyRow[]> {
  const rows = await db
    .selectFrom('organization_key')
    .select(['version', 'secret', 'retired_at'])
    .where('purpose', '=', purpose)
    .orderBy('version', 'desc')
    .limit(10)
    .execute()
  return rows.map((row) => ({ version: row.version, secret: row.secret, retiredAt: row.retired_at }))
}

/** Adds a key; nothing where another transaction added this version meanwhile. */
export async function addReplyKey(
  db: Database,
  organizationId: OrganizationId,
  version: number,
  secret: Uint8Array,
  at: Date,
): Promise<void> {
  await db
    .insertInto('organization_key')
    .values({ organization_id: organizationId, purpose, version, secret: Buffer.from(secret), made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function retireReplyKeysBefore(db: Database, version: number, at: Date): Promise<void> {
  await db
    .updateTable('organization_key')
    .set({ retired_at: at })
    .where('purpose', '=', purpose)
    .where('version', '<', version)
    .where('retired_at', 'is', null)
    .execute()
}
