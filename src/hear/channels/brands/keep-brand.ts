// Makes, renames and forgets brands, and says which channel is whose. Each has a web form of its own from the beginning.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import { isStillNamed } from '../../../platform/database/database-errors.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { ChannelId } from '../../../shared/ids.ts'
import { addChannel } from '../channel.sql.ts'
import { type BrandId, brandsOf, deleteBrand, mostBrands, saveBrand, setBrandOfChannel } from './brand.sql.ts'

/** A new one where no identifier is given. Letters written from then on say the new name.
 * @throws Refusal('not-found'), Refusal('wrong-state') where the name is taken or there are too many */
export async function keepBrand(ctx: Context, brandId: BrandId | null, name: string): Promise<BrandId> {
  const known = await brandsOf(ctx.db)
  if (brandId !== null && !known.some((one) => one.brandId === brandId)) throw noBrand()
  if (known.some((one) => one.name === name && one.brandId !== brandId))
    throw new Refusal('wrong-state', 'There is a brand of this name already.')
  if (brandId === null && known.length >= mostBrands)
    throw new Refusal('wrong-state', `There are ${String(mostBrands)} brands already.`)
  const kept = brandId ?? ctx.newId<'brand'>()
  await saveBrand(ctx.db, ctx.organizationId, { brandId: kept, name }, ctx.now())
  if (brandId === null) await addForm(ctx, kept)
  await recordAudit(ctx, 'brand.changed', { kind: 'brand', id: kept }, { name })
  return kept
}

async function addForm(ctx: Context, brandId: BrandId): Promise<void> {
  const channelId = ctx.newId<'channel'>()
  const form = { channelId, kind: 'form', name: 'Web form', config: {}, secret: null, state: 'working' } as const
  await addChannel(ctx.db, ctx.organizationId, form, ctx.now())
  await setBrandOfChannel(ctx.db, channelId, brandId)
}

/** @throws Refusal('not-found'), Refusal('wrong-state') where a mailbox or a case is of this brand */
export async function forgetBrand(ctx: Context, brandId: BrandId): Promise<void> {
  const isGone = await deleteBrand(ctx.db, brandId, ctx.now()).catch((error: unknown) => {
    if (isStillNamed(error))
      throw new Refusal('wrong-state', 'Mailboxes or cases are of this brand. Rename it instead.')
    throw error
  })
  if (!isGone) throw noBrand()
  await recordAudit(ctx, 'brand.deleted', { kind: 'brand', id: brandId }, {})
}

/** What comes in there from now on is of this brand; null: of the company itself.
 * @throws Refusal('not-found') */
export async function giveChannelBrand(ctx: Context, channelId: ChannelId, brandId: BrandId | null): Promise<void> {
  const isThere = brandId === null || (await brandsOf(ctx.db)).some((one) => one.brandId === brandId)
  if (!isThere) throw noBrand()
  if (!(await setBrandOfChannel(ctx.db, channelId, brandId)))
    throw new Refusal('not-found', 'There is no such channel.')
  await recordAudit(ctx, 'channel.changed', { kind: 'channel', id: channelId }, { brandId })
}

const noBrand = () => new Refusal('not-found', 'There is no such brand.')
