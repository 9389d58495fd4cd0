// What a person's rights ask of the customers' tables: forgetting who they were, and showing what is kept.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, IdentityId, OrganizationId } from '../../shared/ids.ts'

export interface IdentityToErase {
  readonly identityId: IdentityId
  readonly kind: string
  readonly value: string
}

export async function identitiesToErase(db: Database, customerId: CustomerId): Promise<readonly IdentityToErase[]> {
  const rows = await db
    .selectFrom('identity')
    .select(['identity_id', 'kind', 'value'])
    .where('customer_id', '=', customerId)
    .limit(10_000)
    .execute()
  return rows.map((row) => ({ identityId: row.identity_id as IdentityId, kind: row.kind, value: row.value }))
}

/** The rows stay for what counts them; nothing in them names anybody. */
export async function blankIdentities(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update identity set value = 'erased:' || identity_id, raw_value = '', display = null, bad_reason = null, shared_why = case when shared_why is null then null else '' end where customer_id = ${customerId}`.execute(
    db,
  )
}

export async function blankCustomer(db: Database, customerId: CustomerId, at: Date): Promise<void> {
  await db
    .updateTable('customer')
    .set({ name: '', language: null, erased_at: at })
    .where('customer_id', '=', customerId)
    .where('erased_at', 'is', null)
    .execute()
}

export async function addErasedIdentity(
  db: Database,
  organizationId: OrganizationId,
  hash: Buffer,
  at: Date,
): Promise<void> {
  await sql`
    insert into erased_identity (organization_id, identity_hash, erased_at) values (${organizationId}, ${hash}, ${at})
    on conflict (organization_id, identity_hash) do update set erased_at = excluded.erased_at`.execute(db)
}

export const customerRows = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('customer')
    .select(['name', 'language', 'first_seen_at', 'erased_at'])
    .where('customer_id', '=', customerId)
    .execute()

export const identityRows = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('identity')
    .select([
      'kind',
      'raw_value',
      'display',
      'first_seen_at',
      'verified_at',
      'bad_since',
      'shared_said',
      'shared_at',
      'shared_why',
    ])
    .where('customer_id', '=', customerId)
    .limit(10_000)
    .execute()

export const interactionRows = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('interaction')
    .select(['at', 'kind', 'details'])
    .where('customer_id', '=', customerId)
    .orderBy('at')
    .limit(100_000)
    .execute()

/** What somebody here wrote of how they knew may name the person. */
export async function blankLinks(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update person_link set evidence = '', revoked_why = case when revoked_why is null then null else '' end
    where ${customerId} in (one_customer_id, other_customer_id)`.execute(db)
}

/** That two entries were taken for one person, and on what it rested. */
export async function linkRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select l.linked_at, l.evidence, l.revoked_at, l.revoked_why from person_link l
    where ${customerId} in (l.one_customer_id, l.other_customer_id) order by l.linked_at limit 10000`.execute(db)
  return rows
}
