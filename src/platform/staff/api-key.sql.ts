// Keys for programs.
import type { Database } from '../database/transaction.ts'
import type { ApiKeyId, OrganizationId, StaffId } from '../../shared/ids.ts'

/** What a key lets a program do: one thing only. */
export type KeyDoor = 'complaints' | 'events' | 'objects'

/** Use is noted at most this often, so that a busy key does not write a row a request. */
const noteUseAfterMs = 10 * 60_000

export async function addApiKey(
  db: Database,
  key: {
    organizationId: OrganizationId
    apiKeyId: ApiKeyId
    name: string
    tokenHash: Buffer
    madeBy: string
    madeAt: Date
    opens: KeyDoor
  },
): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      organization_id: key.organizationId,
      api_key_id: key.apiKeyId,
      name: key.name,
      token_hash: key.tokenHash,
      made_by: key.madeBy,
      made_at: key.madeAt,
      opens: key.opens,
    })
    .execute()
}

export async function listApiKeys(db: Database) {
  return db
    .selectFrom('api_key')
    .select(['api_key_id', 'name', 'made_at', 'used_at', 'revoked_at', 'opens'])
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute()
}

/** False when there is no such key, or it is revoked already. */
export async function revokeApiKey(db: Database, apiKeyId: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('api_key_id', '=', apiKeyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface LiveKey {
  readonly apiKeyId: ApiKeyId
  readonly madeBy: StaffId
}

/** The key of this token if it was not revoked; notes its use. */
export async function findLiveApiKey(
  db: Database,
  tokenHash: Buffer,
  now: Date,
  opens: KeyDoor,
): Promise<LiveKey | null> {
  const row = await db
    .selectFrom('api_key')
    .select(['api_key_id', 'used_at', 'made_by'])
    .where('token_hash', '=', tokenHash)
    .where('opens', '=', opens)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  if (!row.used_at || now.getTime() - row.used_at.getTime() > noteUseAfterMs)
    await db.updateTable('api_key').set({ used_at: now }).where('api_key_id', '=', row.api_key_id).execute()
  return { apiKeyId: row.api_key_id as ApiKeyId, madeBy: row.made_by as StaffId }
}
