// Finds the customer an address belongs to, or makes one. Two at the same moment get the same customer: the unique key decides.
import type { Context } from '../../platform/context/context.ts'
import {
  addPerson,
  type KnownIdentity,
  markGood,
  markVerified,
  whoHasAddress,
  type WhoHasAddress,
} from './customer.sql.ts'
import { erasedHash } from './erased-hash.ts'
import { type IdentityKey } from '../channels/address.rules.ts'
import { nameFor } from './customer-name.rules.ts'

/** Only looks: who has the address, and whether a person with it was erased. */
export const findCustomer = (ctx: Context, key: IdentityKey): Promise<WhoHasAddress> =>
  whoHasAddress(ctx.db, key, erasedHash(ctx.organizationId, key))

export interface Newcomer {
  readonly key: IdentityKey
  readonly display: string | undefined
  /** Whether this message proves the address. */
  readonly isVerified: boolean
}

/** The identity of this address and its customer, made where there is none. `known` is what an earlier look found. */
export async function findOrMakeCustomer(
  ctx: Context,
  newcomer: Newcomer,
  known: KnownIdentity | null,
): Promise<KnownIdentity> {
  if (known) return proved(ctx, known, newcomer.isVerified)
  const person = {
    customerId: ctx.newId<'customer'>(),
    identityId: ctx.newId<'identity'>(),
    key: newcomer.key,
    name: nameFor(newcomer.display, newcomer.key.raw),
    at: ctx.now(),
    isVerified: newcomer.isVerified,
  }
  if (await addPerson(ctx.db, ctx.organizationId, person)) return person
  const other = (await findCustomer(ctx, newcomer.key)).known
  if (!other) throw new Error('an identity was there and is gone')
  return proved(ctx, other, newcomer.isVerified)
}

async function proved(ctx: Context, known: KnownIdentity, isVerified: boolean): Promise<KnownIdentity> {
  if (isVerified && known.isBad === true) await markGood(ctx.db, known.identityId)
  if (!isVerified || known.isVerified) return known
  await markVerified(ctx.db, known.identityId, ctx.now())
  return { ...known, isVerified: true }
}
