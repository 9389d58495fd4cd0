// A second person has seen the document: the claim becomes a purchase or a referral like any other, once, under its own identifier.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { addManyInteractions } from '../../hear/customers/brought-people.sql.ts'
import type { NewInteraction } from '../../hear/customers/interaction.sql.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId, Id } from '../../shared/ids.ts'
import { addPurchases } from '../purchases/purchase.sql.ts'
import { addReferrals } from '../word-of-mouth/referral.sql.ts'
import { whyNotVerified } from './evidence.rules.ts'
import type { EvidenceList } from './evidence.schema.ts'
import { type EvidenceId, type EvidenceRow, lockEvidence, saveVerified } from './evidence.sql.ts'
import { seeEvidence } from './see-evidence.ts'
import { whoSays } from './type-evidence.ts'

/** @throws Refusal('not-found'), Refusal('wrong-state') with the reason, also for whoever typed it */
export async function verifyEvidence(ctx: Context, evidenceId: EvidenceId, document: string): Promise<EvidenceList> {
  const by = whoSays(ctx)
  const found = await lockEvidence(ctx.db, evidenceId)
  if (!found) throw new Refusal('not-found', 'There is no such evidence.')
  const why = whyNotVerified(found, by)
  if (why !== null) throw new Refusal('wrong-state', why)
  await saveVerified(ctx.db, evidenceId, { by, at: ctx.now(), document })
  await becomeRecord(ctx, found)
  await recordAudit(ctx, 'evidence.verified', { kind: 'customer', id: found.customerId }, { evidenceId })
  return seeEvidence(ctx, found.customerId)
}

/** Without the words: they are a colleague's, may name anybody, and go with the claim once their person is erased. A record stays. */
async function becomeRecord(ctx: Context, one: EvidenceRow): Promise<void> {
  const { customerId, at, amount, currency, toldBy } = one
  const id: Id<string> = one.evidenceId
  if (amount !== null && currency !== null) {
    const purchase = { purchaseId: id as Id<'purchase'>, customerId, at, amount, currency, items: [] }
    await addPurchases(ctx.db, ctx.organizationId, [purchase])
    await tell(ctx, [entry(id, customerId, at, 'purchase', { amount, currency, what: '' })])
  } else if (toldBy !== null) {
    const referral = { referralId: id as Id<'referral'>, from: toldBy, to: customerId, at, how: '' }
    await addReferrals(ctx.db, ctx.organizationId, [referral])
    await tell(ctx, [
      entry(id, toldBy, at, 'referral', { what: 'told', how: '' }),
      entry(id, customerId, at, 'referral', { what: 'came', how: '' }),
    ])
  }
}

const entry = (
  id: Id<string>,
  customerId: CustomerId,
  at: Date,
  kind: 'purchase' | 'referral',
  details: NewInteraction['details'],
): NewInteraction => ({
  ...{ interactionId: id as Id<'interaction'>, customerId, at, kind, details, messageId: null, caseId: null },
})

const tell = (ctx: Context, entries: readonly NewInteraction[]): Promise<void> =>
  addManyInteractions(ctx.db, ctx.organizationId, entries)
