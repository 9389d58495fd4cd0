// Brands of a company, and which channel is whose.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { ChannelId, Id, OrganizationId } from '../../../shared/ids.ts'
import type { Brand } from './brand.schema.ts'

export type BrandId = Id<'brand'>

/** More than this nobody chooses from. */
export const mostBrands = 100

/** By name. */
export async function brandsOf(db: Database): Promise<readonly Brand[]> {
  const { rows } = await sql<Brand>`
    select b.brand_id as "brandId", b.name,
      (select h.channel_id from channel h where h.brand_id = b.brand_id and h.kind = 'form' order by h.made_at, h.channel_id limit 1) as "formId",
      coalesce((select jsonb_agg(jsonb_build_object('channelId', h.channel_id, 'name', h.name) order by h.made_at, h.channel_id)
        from channel h where h.brand_id = b.brand_id and h.kind = 'mail'), '[]') as mailboxes
    from brand b order by b.name limit ${sql.lit(mostBrands)}`.execute(db)
  return rows
}

/** Adds it, or gives the one of this identifier another name. */
export async function saveBrand(
  db: Database,
  organizationId: OrganizationId,
  { brandId, name }: Pick<Brand, 'brandId' | 'name'>,
  at: Date,
): Promise<void> {
  const values = { name, changed_at: at }
  await db
    .insertInto('brand')
    .values({ organization_id: organizationId, brand_id: brandId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'brand_id']).doUpdateSet(values))
    .execute()
}

/** Forgets a brand; its form is closed and is the company's again, so that its old address says so. False where there is none.
 * @throws where a mailbox or a case is of it (`isStillNamed`) */
export async function deleteBrand(db: Database, brandId: BrandId, at: Date): Promise<boolean> {
  await sql`
    update channel set brand_id = null, state = 'off', state_since = ${at}::timestamptz
    where brand_id = ${brandId} and kind = 'form'`.execute(db)
  const { numDeletedRows } = await db.deleteFrom('brand').where('brand_id', '=', brandId).executeTakeFirst()
  return numDeletedRows === 1n
}

/** False where there is no such channel. */
export async function setBrandOfChannel(db: Database, channelId: ChannelId, brandId: BrandId | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('channel')
    .set({ brand_id: brandId })
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The name under which the customers of a channel know us; null where that is the company's. */
export async function brandNameOf(db: Database, channelId: ChannelId): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select b.name from channel h join brand b on b.brand_id = h.brand_id where h.channel_id = ${channelId}`.execute(db)
  return rows[0]?.name ?? null
}
