// Letters to a customer come back: from now on they are written to at another address, which they told somebody here.
import { emailIdentity } from '../../../hear/channels/address.rules.ts'
import { isPlainAddress } from '../../../hear/channels/mail/read-addresses.ts'
import { addCustomerAddress } from '../../../hear/conversations/conversation.sql.ts'
import { addAddress } from '../../../hear/customers/add-address.ts'
import { noteInteraction } from '../../../hear/customers/note-interaction.ts'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { CommandDone } from '../case.schema.ts'
import { lockForChange } from '../change-case.ts'
import { whoActs } from '../work/take-case.ts'
import { addressesAround } from './around-case.sql.ts'
import { whyNotReach } from './reach.rules.ts'

/** The letter that came back is not sent again by itself: a person reads it and writes.
 * @throws Refusal('invalid') with the reason, Refusal('conflict') for an address of another customer */
export async function reachOtherwise(
  ctx: Context,
  caseId: CaseId,
  { address }: { readonly address: string },
): Promise<CommandDone> {
  const by = whoActs(ctx)
  const { kept } = await lockForChange(ctx, caseId)
  const key = isPlainAddress(address) ? emailIdentity(address) : null
  const why = key
    ? whyNotReach(key.value, await addressesAround(ctx.db, caseId))
    : 'This is no e-mail address that we can write to.'
  if (key === null || why !== null) throw new Refusal('invalid', why ?? '')
  const identityId = await addAddress(ctx, kept.customerId, key)
  const decided = { staffId: by, at: ctx.now() }
  await addCustomerAddress(ctx.db, ctx.organizationId, kept.conversationId, identityId, decided)
  noteInteraction(ctx, { customerId: kept.customerId, kind: 'case', caseId, details: { what: 'reach-otherwise' } })
  await recordAudit(ctx, 'case.reach-otherwise', { kind: 'case', id: caseId }, { identityId })
  ctx.emit({ kind: 'case.changed', caseId })
  return { version: kept.current.version, state: kept.current.state }
}
