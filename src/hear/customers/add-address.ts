// A further address of a customer, as they told it to somebody here: by telephone, in a letter. Unproved until they write from it.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId, IdentityId } from '../../shared/ids.ts'
import type { IdentityKey } from '../channels/address.rules.ts'
import { addIdentity } from './customer.sql.ts'
import { onePerson } from './person/person-link.sql.ts'
import { findCustomer } from './find-or-make-customer.ts'

/** Their identity with this address, made where nobody has it. @throws Refusal('conflict') where it is somebody else's */
export async function addAddress(ctx: Context, customerId: CustomerId, key: IdentityKey): Promise<IdentityId> {
  const identityId = ctx.newId<'identity'>()
  const { known } = await findCustomer(ctx, key)
  if (!known && (await addIdentity(ctx.db, ctx.organizationId, { identityId, customerId, key, at: ctx.now() })))
    return identityId
  const owner = known ?? (await findCustomer(ctx, key)).known
  const isTheirs = owner !== null && (await onePerson(ctx.db, customerId)).includes(owner.customerId)
  if (!isTheirs) throw new Refusal('conflict', 'This address is another customer’s here.')
  return owner.identityId
}
