// Somebody here types what they know of a customer, or takes it back. It is a claim: no record of it, nothing on the timeline, no figure.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId, StaffId } from '../../shared/ids.ts'
import { whyNotTakenBack } from './evidence.rules.ts'
import type { EvidenceList, NewEvidence } from './evidence.schema.ts'
import { addEvidence, type EvidenceId, isThere, lockEvidence, removeEvidence } from './evidence.sql.ts'
import { seeEvidence } from './see-evidence.ts'

/** @throws Refusal('not-found'), Refusal('invalid') for what lies ahead, and for who is to have brought themselves */
export async function typeEvidence(ctx: Context, customerId: CustomerId, one: NewEvidence): Promise<EvidenceList> {
  const by = whoSays(ctx)
  const people = one.kind === 'referral' ? [customerId, one.toldBy] : [customerId]
  for (const who of people)
    if (!(await isThere(ctx.db, who))) throw new Refusal('not-found', 'There is no such person.')
  if (one.kind === 'referral' && one.toldBy === customerId) throw new Refusal('invalid', 'Nobody brings themselves.')
  if (new Date(one.at) > ctx.now()) throw new Refusal('invalid', 'It lies in the future.')
  const evidenceId = ctx.newId<'evidence'>()
  await addEvidence(ctx.db, ctx.organizationId, { ...one, evidenceId, customerId, by }, ctx.now())
  await recordAudit(ctx, 'evidence.typed', { kind: 'customer', id: customerId }, { evidenceId, kind: one.kind })
  return seeEvidence(ctx, customerId)
}

/** @throws Refusal('not-found'), Refusal('wrong-state') with the reason */
export async function takeEvidenceBack(ctx: Context, evidenceId: EvidenceId): Promise<EvidenceList> {
  const by = whoSays(ctx)
  const found = await lockEvidence(ctx.db, evidenceId)
  if (!found) throw new Refusal('not-found', 'There is no such evidence.')
  const why = whyNotTakenBack(found, by)
  if (why !== null) throw new Refusal('wrong-state', why)
  await removeEvidence(ctx.db, evidenceId)
  await recordAudit(ctx, 'evidence.taken-back', { kind: 'customer', id: found.customerId }, { evidenceId })
  return seeEvidence(ctx, found.customerId)
}

/** @throws Refusal('not-allowed') */
export function whoSays({ actor }: Context): StaffId {
  if (actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only people say what they know.')
  return actor.staffId
}
