// Somebody here says that several people write from an address, or that one does after all. It moves nothing and joins nobody.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { IdentityId } from '../../../shared/ids.ts'
import { noteInteraction } from '../note-interaction.ts'
import { maySayOfOne } from './shared-address.rules.ts'
import { lockAddress, saveShared } from './shared-address.sql.ts'

/** Said again, it stays as it was said first. @throws Refusal('not-found'), Refusal('not-allowed') for a handler who would take a wall down */
export async function sayShared(
  ctx: Context,
  identityId: IdentityId,
  { isShared, why }: { readonly isShared: boolean; readonly why: string },
): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only people say who writes from an address.')
  const address = await lockAddress(ctx.db, identityId)
  if (!address) throw new Refusal('not-found', 'There is no such address.')
  if (address.said?.isShared === isShared) return
  if (!isShared && !maySayOfOne(address, actor))
    throw new Refusal('not-allowed', 'That one person writes from this address is for a lead to say.')
  await saveShared(ctx.db, identityId, { isShared, why, by: actor.staffId, at: ctx.now() })
  const what = isShared ? 'shared' : 'of-one'
  noteInteraction(ctx, { customerId: address.customerId, kind: 'identity', details: { what } })
  await recordAudit(ctx, `address.${what}`, { kind: 'customer', id: address.customerId }, { identityId })
}
