// Customers and their identities: who has this address, and rows for who is new.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, IdentityId, OrganizationId } from '../../shared/ids.ts'
import type { IdentityKey } from '../channels/address.rules.ts'

export interface KnownIdentity {
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  readonly isVerified: boolean
  /** Letters to it came back. */
  readonly isBad?: boolean
}

export interface WhoHasAddress {
  readonly known: KnownIdentity | null
  /** When a person with this address was erased; null if never. */
  readonly erasedAt: Date | null
}

/** Who has this address, and whether somebody with it was erased once. */
export async function whoHasAddress(db: Database, key: IdentityKey, hash: Buffer): Promise<WhoHasAddress> {
  const { rows } = await sql<{
    identityId: IdentityId | null
    customerId: CustomerId | null
    isVerified: boolean | null
    isBad: boolean
    erasedAt: Date | null
  }>`
    select i.identity_id as "identityId", i.customer_id as "customerId", i.verified_at is not null as "isVerified", i.bad_since is not null as "isBad",
           (select e.erased_at from erased_identity e where e.identity_hash = ${hash}) as "erasedAt"
    from (select 1) one left join identity i on i.kind = ${key.kind} and i.value = ${key.value}`.execute(db)
  const row = rows[0]
  const known =
    row?.identityId && row.customerId
      ? {
          identityId: row.identityId,
          customerId: row.customerId,
          isVerified: row.isVerified ?? false,
          isBad: row.isBad,
        }
      : null
  return { known, erasedAt: row?.erasedAt ?? null }
}

export interface NewPerson {
  readonly customerId: CustomerId
  readonly identityId: IdentityId
  readonly key: IdentityKey
  readonly name: string
  readonly at: Date
  readonly isVerified: boolean
}

/** Makes a customer with one identity in one statement. False when somebody else made the identity meanwhile; then nothing was added. */
export async function addPerson(db: Database, organizationId: OrganizationId, person: NewPerson): Promise<boolean> {
  const verifiedAt = person.isVerified ? person.at : null
  const { rows } = await sql<{ made: string }>`
    with made as (
      insert into identity (organization_id, identity_id, customer_id, kind, value, raw_value, display, first_seen_at, verified_at)
      values (${organizationId}, ${person.identityId}, ${person.customerId}, ${person.key.kind}, ${person.key.value}, ${person.key.raw}, ${person.name}, ${person.at}, ${verifiedAt})
      on conflict (organization_id, kind, value) do nothing returning organization_id, customer_id)
    insert into customer (organization_id, customer_id, name, first_seen_at)
    select organization_id, customer_id, ${person.name}, ${person.at} from made returning customer_id as made`.execute(
    db,
  )
  return rows.length > 0
}

/** Notes that an identity was proved, if it was not before. */
export async function markVerified(db: Database, identityId: IdentityId, at: Date): Promise<void> {
  await db
    .updateTable('identity')
    .set({ verified_at: at })
    .where('identity_id', '=', identityId)
    .where('verified_at', 'is', null)
    .execute()
}

/** A further address of somebody known. False where anybody has it already. */
export async function addIdentity(
  db: Database,
  organizationId: OrganizationId,
  one: {
    readonly identityId: IdentityId
    readonly customerId: CustomerId
    readonly key: IdentityKey
    readonly at: Date
  },
): Promise<boolean> {
  const row = await db
    .insertInto('identity')
    .values({
      ...{ organization_id: organizationId, identity_id: one.identityId, customer_id: one.customerId },
      ...{ kind: one.key.kind, value: one.key.value, raw_value: one.key.raw, first_seen_at: one.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('identity_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Letters to it may arrive again: its owner has just written from it. */
export async function markGood(db: Database, identityId: IdentityId): Promise<void> {
  await db
    .updateTable('identity')
    .set({ bad_since: null, bad_reason: null })
    .where('identity_id', '=', identityId)
    .where('bad_since', 'is not', null)
    .execute()
}

/** Notes that letters to an identity do not arrive. */
export async function markBad(db: Database, identityId: IdentityId, at: Date, reason: string): Promise<void> {
  await db
    .updateTable('identity')
    .set({ bad_since: at, bad_reason: reason.slice(0, 1000) })
    .where('identity_id', '=', identityId)
    .where('bad_since', 'is', null)
    .execute()
}

export interface Addressee {
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  readonly address: string
  readonly name: string
  readonly isVerified: boolean
  readonly badSince: Date | null
}

/** Where a customer can be written to: good addresses before bad ones, proved ones before others, the latest first. */
export async function addressesOf(db: Database, customerId: CustomerId): Promise<readonly Addressee[]> {
  const rows = await db
    .selectFrom('identity')
    .innerJoin('customer', (join) =>
      join
        .onRef('customer.organization_id', '=', 'identity.organization_id')
        .onRef('customer.customer_id', '=', 'identity.customer_id'),
    )
    .select([
      'identity.identity_id',
      'identity.customer_id',
      'identity.raw_value',
      'identity.verified_at',
      'identity.bad_since',
      'customer.name',
    ])
    .where(sql<boolean>`identity.customer_id in (select one_person(${customerId}))`)
    .where('identity.kind', '=', 'email')
    .where('customer.erased_at', 'is', null)
    .orderBy('identity.bad_since', (order) => order.desc().nullsFirst())
    .orderBy('identity.verified_at', (order) => order.desc().nullsLast())
    .orderBy('identity.first_seen_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    identityId: row.identity_id as IdentityId,
    customerId: row.customer_id as CustomerId,
    address: row.raw_value,
    name: row.name,
    isVerified: row.verified_at !== null,
    badSince: row.bad_since,
  }))
}
