// Who gets a copy of an answer: each address is checked, and whoever has it takes part in the conversation from then on.
import { emailIdentity } from '../../../hear/channels/address.rules.ts'
import { isPlainAddress } from '../../../hear/channels/mail/read-addresses.ts'
import { addParticipants } from '../../../hear/conversations/conversation.sql.ts'
import { findCustomer, findOrMakeCustomer } from '../../../hear/customers/find-or-make-customer.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { IdentityId } from '../../../shared/ids.ts'
import { addressesAround } from './around-case.sql.ts'
import type { KeptCase } from '../case-columns.ts'
import { whyNotCopy } from '../outside/enquiry.rules.ts'
import { whoActs } from '../work/take-case.ts'

/** The addresses as they identify, each once. @throws Refusal('invalid') for one that gets none, with the reason */
export async function copiesTo(
  ctx: Context,
  { caseId, conversationId }: KeptCase,
  typed: readonly string[],
): Promise<readonly string[]> {
  if (typed.length === 0) return []
  const around = await addressesAround(ctx.db, caseId)
  const copies = new Map<string, IdentityId>()
  for (const address of typed) {
    const key = isPlainAddress(address) ? emailIdentity(address) : null
    const why = key ? whyNotCopy(key.value, around) : `${address} is no e-mail address that we can write to.`
    if (key === null || why !== null) throw new Refusal('invalid', why ?? '')
    const { known } = await findCustomer(ctx, key)
    const { identityId } = await findOrMakeCustomer(ctx, { key, display: undefined, isVerified: false }, known)
    copies.set(key.value, identityId)
  }
  const by = { staffId: whoActs(ctx), at: ctx.now() }
  await addParticipants(ctx.db, ctx.organizationId, conversationId, [...copies.values()], by)
  return [...copies.keys()]
}
