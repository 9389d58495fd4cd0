// Releases a record from quarantine: a person says who wrote it and whether a person or a machine did, and it is read again.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { actorId } from '../../platform/context/actor.rules.ts'
import { Refusal } from '../../shared/errors.ts'
import type { RawId } from '../../shared/ids.ts'
import { releaseRaw } from './quarantine.sql.ts'

/** @throws Refusal('not-found') when it is not in quarantine (perhaps somebody was faster) */
export async function releaseFromQuarantine(
  ctx: Context,
  rawId: RawId,
  how: { readonly as: 'human' | 'machine'; readonly senderAddress: string | null },
): Promise<void> {
  const by = actorId(ctx.actor)
  if (ctx.actor.kind !== 'staff' || by === null)
    throw new Refusal('not-allowed', 'Only a person releases from quarantine.')
  const isReleased = await releaseRaw(
    ctx.db,
    ctx.organizationId,
    rawId,
    { ...how, by, at: ctx.now().toISOString() },
    ctx.now(),
  )
  if (!isReleased)
    throw new Refusal('not-found', 'This record is not in quarantine. Perhaps somebody released it already.')
  await recordAudit(
    ctx,
    'quarantine.released',
    { kind: 'raw', id: rawId },
    { as: how.as, withSender: how.senderAddress !== null },
  )
  ctx.wakeAfter('raw')
}
