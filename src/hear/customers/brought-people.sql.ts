// People who are brought along from another system, many at once.
import { sql } from 'kysely'
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, IdentityId, OrganizationId } from '../../shared/ids.ts'
import type { NewInteraction } from './interaction.sql.ts'

export interface KnownAddress {
  readonly kind: string
  readonly value: string
  readonly identityId: IdentityId
  readonly customerId: CustomerId
}

/** Who has one of these addresses. One by one, by the key: nothing is known yet of a table that was empty a moment ago. */
export async function whoHaveAddresses(db: Database, values: readonly string[]): Promise<readonly KnownAddress[]> {
  const { rows } = await sql<KnownAddress>`
    select i.kind, i.value, i.identity_id as "identityId", i.customer_id as "customerId"
    from unnest(${[...values]}::text[]) asked(value) cross join (values ('email'), ('phone')) way(kind)
    cross join lateral (select * from identity n where n.kind = way.kind and n.value = asked.value limit 1) i`.execute(
    db,
  )
  return rows
}

/** Which of these hashes are of people who were erased: they do not come back. */
export async function erasedAmong(db: Database, hashes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ hash: Buffer }>`
    select e.identity_hash as hash from unnest(${[...hashes]}::bytea[]) asked(hash)
    join erased_identity e on e.identity_hash = asked.hash`.execute(db)
  return new Set(rows.map(({ hash }) => hash.toString('hex')))
}

/** One address of each of these customers to write to or by which they are known: an e-mail address where there is one. */
export async function anIdentityOf(
  db: Database,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, IdentityId>> {
  const { rows } = await sql<{ customerId: CustomerId; identityId: IdentityId }>`
    select distinct on (i.customer_id) i.customer_id as "customerId", i.identity_id as "identityId"
    from unnest(${[...customerIds]}::uuid[]) asked(customer_id) join identity i on i.customer_id = asked.customer_id
    order by i.customer_id, i.kind = 'email' desc, i.first_seen_at, i.identity_id`.execute(db)
  return new Map(rows.map((row) => [row.customerId, row.identityId]))
}

/** What these people are called. */
export async function namesOf(
  db: Database,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, string>> {
  const { rows } = await sql<{ customerId: CustomerId; name: string }>`
    select c.customer_id as "customerId", c.name
    from unnest(${[...customerIds]}::uuid[]) asked(customer_id) join customer c on c.customer_id = asked.customer_id`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.customerId, row.name]))
}

export interface BroughtPerson {
  readonly customerId: CustomerId
  readonly name: string
  readonly language: string | null
  readonly since: Date
}

export interface BroughtIdentity {
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  readonly kind: 'email' | 'phone' | 'external'
  readonly value: string
  readonly raw: string
  readonly name: string
  readonly since: Date
}

export async function addPeople(
  db: Database,
  organizationId: OrganizationId,
  people: readonly BroughtPerson[],
  identities: readonly BroughtIdentity[],
): Promise<void> {
  await insertMany(
    db,
    'customer',
    people.map((one) => ({
      ...{ organization_id: organizationId, customer_id: one.customerId, name: one.name },
      ...{ language: one.language, first_seen_at: one.since },
    })),
  )
  await insertMany(
    db,
    'identity',
    identities.map((one) => ({
      ...{ organization_id: organizationId, identity_id: one.identityId, customer_id: one.customerId },
      ...{ kind: one.kind, value: one.value, raw_value: one.raw, display: one.name, first_seen_at: one.since },
    })),
  )
}

/** The same as `addInteractions`, for thousands. */
export const addManyInteractions = (
  db: Database,
  organizationId: OrganizationId,
  rows: readonly NewInteraction[],
): Promise<void> =>
  insertMany(
    db,
    'interaction',
    rows.map((row) => ({
      ...{ organization_id: organizationId, customer_id: row.customerId, interaction_id: row.interactionId },
      ...{ at: row.at, kind: row.kind, message_id: row.messageId, case_id: row.caseId, details: row.details },
    })),
  )

/** Takes entries off timelines. */
export async function removeInteractions(
  db: Database,
  entries: readonly { readonly customerId: CustomerId; readonly interactionId: string }[],
): Promise<void> {
  await sql`
    delete from interaction i using jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) n("customerId" uuid, "interactionId" uuid)
    where i.customer_id = n."customerId" and i.interaction_id = n."interactionId"`.execute(db)
}

/** Takes off timelines what tells of messages. */
export async function removeTold(
  db: Database,
  entries: readonly { readonly customerId: CustomerId; readonly messageId: string }[],
): Promise<void> {
  await sql`
    delete from interaction i using jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) n("customerId" uuid, "messageId" uuid)
    where i.customer_id = n."customerId" and i.message_id = n."messageId"`.execute(db)
}

export interface CalledPerson {
  readonly customerId: CustomerId
  readonly name: string
  readonly language: string | null
}

export async function findPeopleCalled(db: Database, customerIds: readonly string[]): Promise<readonly CalledPerson[]> {
  const { rows } = await sql<CalledPerson>`
    select c.customer_id as "customerId", c.name, c.language from customer c
    where c.customer_id = any (${[...customerIds]}::uuid[]) and c.erased_at is null`.execute(db)
  return rows
}

export async function callPeople(db: Database, people: readonly CalledPerson[]): Promise<void> {
  await sql`
    update customer c set name = n.name, language = n.language
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) n("customerId" uuid, name text, language text)
    where c.customer_id = n."customerId" and c.erased_at is null`.execute(db)
}

/** Removes people of whom nothing is known but these addresses; answers which. */
export async function removePeople(
  db: Database,
  customerIds: readonly string[],
  identityIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select remove_unused_people(${[...customerIds]}::uuid[], ${[...identityIds]}::uuid[]) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Removes addresses that nothing was heard from, of anybody but these people; answers which are gone. */
export async function removeAddresses(
  db: Database,
  identityIds: readonly string[],
  butOf: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select remove_unused('identity', 'identity_id', array(
      select i.identity_id from identity i where i.identity_id = any (${[...identityIds]}::uuid[])
        and i.customer_id <> all (${[...butOf]}::uuid[]))) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Whose these addresses are. */
export async function ownersOf(db: Database, identityIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ identityId: string; customerId: string }>`
    select i.identity_id as "identityId", i.customer_id as "customerId"
    from identity i where i.identity_id = any (${[...identityIds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ identityId, customerId }) => [identityId, customerId]))
}

export async function addressesOfPeople(db: Database, customerIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select i.identity_id as "identityId" from identity i where i.customer_id = any (${[...customerIds]}::uuid[])`.execute(
    db,
  )
  return rows.map(({ identityId }) => identityId)
}

/** Which of these numbers of other systems are known, each as the identity that it is. */
export async function whoseNumbers(db: Database, values: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ value: string }>`
    select i.value from unnest(${[...values]}::text[]) asked(value)
    cross join lateral (select * from identity n where n.kind = 'external' and n.value = asked.value limit 1) i`.execute(
    db,
  )
  return new Set(rows.map(({ value }) => value))
}
