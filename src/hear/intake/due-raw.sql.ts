// What is due to be read, over all organizations: asked by the reader's polling as amends_owner.
import type { Pool } from 'pg'
import type { OrganizationId, RawId } from '../../shared/ids.ts'

export interface DueRaw {
  readonly organizationId: OrganizationId
  readonly rawId: RawId
}

export async function dueRaws(ownerPool: Pool, at: Date, most: number): Promise<readonly DueRaw[]> {
  const { rows } = await ownerPool.query<DueRaw>({
    name: 'due_raws',
    text: 'select organization_id as "organizationId", raw_id as "rawId" from due_unread_raws($1, $2)',
    values: [at, most],
  })
  return rows
}

/** Whatever a reader that died had in hand is due at once: only where no other process reads. */
export async function endAllReadings(ownerPool: Pool, at: Date): Promise<void> {
  await ownerPool.query('update unread_raw set due_at = $1 where due_at > $1 and attempts > 0', [at])
}
