// Building blocks of a company.
import type { Database } from '../../../platform/database/transaction.ts'
import type { Id, OrganizationId, StaffId } from '../../../shared/ids.ts'
import type { Block } from './block.schema.ts'

export type BlockId = Id<'block'>

/** More than this nobody finds anything in. */
export const mostBlocks = 200

export async function blocksOf(db: Database): Promise<readonly Block[]> {
  const rows = await db
    .selectFrom('building_block')
    .select(['block_id', 'name', 'text'])
    .orderBy('name')
    .limit(mostBlocks)
    .execute()
  return rows.map(({ block_id, name, text }) => ({ blockId: block_id as BlockId, name, text }))
}

/** Adds it, or gives the one of this identifier another name and text. */
export async function saveBlock(
  db: Database,
  organizationId: OrganizationId,
  { blockId, name, text }: Block,
  by: { readonly staffId: StaffId; readonly at: Date },
): Promise<void> {
  const values = { name, text, changed_by: by.staffId, changed_at: by.at }
  await db
    .insertInto('building_block')
    .values({ organization_id: organizationId, block_id: blockId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'block_id']).doUpdateSet(values))
    .execute()
}

/** False where there is none any more. */
export async function deleteBlock(db: Database, blockId: BlockId): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('building_block').where('block_id', '=', blockId).executeTakeFirst()
  return numDeletedRows === 1n
}
