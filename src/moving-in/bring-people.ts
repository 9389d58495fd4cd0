// People who are brought along. An address that is known here is the person it is known as; a person who was erased does not come back.
import type { Context } from '../platform/context/context.ts'
import { emailIdentity, type IdentityKey } from '../hear/channels/address.rules.ts'
import {
  addPeople,
  type BroughtIdentity,
  type BroughtPerson,
  erasedAmong,
  whoHaveAddresses,
} from '../hear/customers/brought-people.sql.ts'
import { nameFor } from '../hear/customers/customer-name.rules.ts'
import { erasedHash } from '../hear/customers/erased-hash.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Arrival, Arrivals } from './arrivals.ts'
import type { CustomerLine } from './history.schema.ts'

interface Address {
  readonly kind: 'email' | 'phone'
  readonly value: string
  readonly raw: string
}

export async function bringPeople(ctx: Context, arrivals: Arrivals): Promise<void> {
  const fresh = arrivals.fresh('customer').map((arrival) => ({ arrival, addresses: addressesOf(arrival.line) }))
  const keys = fresh.flatMap(({ addresses }) => addresses.filter(isEmail))
  const hash = (key: IdentityKey): Buffer => erasedHash(ctx.organizationId, key)
  const [known, erased] = await Promise.all([
    whoHaveAddresses(
      ctx.db,
      fresh.flatMap(({ addresses }) => addresses.map(({ value }) => value)),
    ),
    erasedAmong(ctx.db, keys.map(hash)),
  ])
  const owners = new Map(known.map((one) => [`${one.kind} ${one.value}`, one.customerId]))
  const people: BroughtPerson[] = []
  const identities: BroughtIdentity[] = []
  for (const { arrival, addresses } of fresh) {
    const why = whyNot(ctx, arrival, addresses.filter(isEmail), (key) => erased.has(hash(key).toString('hex')))
    if (why !== null) {
      arrivals.refuse(arrival, why)
      continue
    }
    // A telephone is shared by whole families: who has its number already keeps it, and nobody becomes somebody else by it.
    const before = addresses.filter(isEmail).flatMap(({ kind, value }) => owners.get(`${kind} ${value}`) ?? [])
    const customerId = before[0] ?? ctx.newId<'customer'>()
    const person = personOf(arrival.line, customerId)
    if (before.length === 0) people.push(person)
    for (const address of addresses.filter(({ kind, value }) => !owners.has(`${kind} ${value}`))) {
      owners.set(`${address.kind} ${address.value}`, customerId)
      const identityId = ctx.newId<'identity'>()
      arrivals.tookAddress(arrival, identityId)
      identities.push({
        ...address,
        identityId,
        customerId,
        name: person.name,
        since: person.since,
      })
    }
    if (before.length === 0) arrivals.took(arrival, customerId)
    else arrivals.found(arrival, customerId)
  }
  await addPeople(ctx.db, ctx.organizationId, people, identities)
}

const personOf = ({ name, emails, language, since }: CustomerLine, customerId: CustomerId): BroughtPerson => ({
  ...{ customerId, language, since: new Date(since) },
  name: nameFor(name, emails[0] ?? '?@'),
})

function whyNot(
  ctx: Context,
  { line }: Arrival<CustomerLine>,
  keys: readonly IdentityKey[],
  isErased: (key: IdentityKey) => boolean,
): string | null {
  if (new Date(line.since) > ctx.now()) return 'They are first known in the future.'
  return keys.some(isErased) ? 'Somebody with this address was erased here and does not come back.' : null
}

const isEmail = (address: Address): address is Address & IdentityKey => address.kind === 'email'

function addressesOf({ emails, phones }: CustomerLine): readonly Address[] {
  const all = [
    ...emails.flatMap((email): Address[] => {
      const key = emailIdentity(email)
      return key === null ? [] : [key]
    }),
    ...phones.flatMap((raw): Address[] => {
      const value = raw.replace(/[^\d+]/g, '')
      return value.length < 5 ? [] : [{ kind: 'phone', value, raw }]
    }),
  ]
  return all.filter((one, at) => all.findIndex((other) => other.kind === one.kind && other.value === one.value) === at)
}
