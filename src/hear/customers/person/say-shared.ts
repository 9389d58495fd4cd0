// Somebody here says that several people write from an address, or that one does after all. It moves nothing and joins nobody.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { IdentityId } from '../../../shared/ids.ts'
import { noteInteraction } from '../note-interaction.ts'
import { hasIdentity, saveShared } from './shared-address.sql.ts'

/** Said again, it stays as it was said first. @throws Refusal('not-found') */
export async function sayShared(
  ctx: Context,
  identityId: IdentityId,
  { isShared, why }: { readonly isShared: boolean; readonly why: string },
): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only people say who writes from an address.')
  const customerId = await saveShared(ctx.db, identityId, { isShared, why, by: actor.staffId, at: ctx.now() })
  if (customerId === null) {
    if (await hasIdentity(ctx.db, identityId)) return
    throw new Refusal('not-found', 'There is no such address.')
  }
  const what = isShared ? 'shared' : 'of-one'
  noteInteraction(ctx, { customerId, kind: 'identity', details: { what } })
  await recordAudit(ctx, `address.${what}`, { kind: 'customer', id: customerId }, { identityId })
}
