// Which of our things is which of theirs.
import { sql } from 'kysely'
import { insertMany } from '../platform/database/insert-many.ts'
import type { Database } from '../platform/database/transaction.ts'
import type { CustomerId, OrganizationId } from '../shared/ids.ts'

export type SourceKind = 'customer' | 'order' | 'refund' | 'visit' | 'referral' | 'case'

export interface SourceRecord {
  readonly kind: SourceKind
  readonly sourceId: string
  readonly objectId: string
}

/** One at a time brings things along, so that the same line twice at once is not two things. Until the end of the transaction. */
export async function lockMovingIn(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_organization()::text, 45))`.execute(db)
}

/** What these ids of one kind became here. */
export async function recordsOf(
  db: Database,
  kind: SourceKind,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const { rows } = await sql<{ sourceId: string; objectId: string }>`
    select s.source_id as "sourceId", s.object_id as "objectId"
    from unnest(${[...sourceIds]}::text[]) asked(source_id)
    cross join lateral (select * from source_record r where r.kind = ${kind} and r.source_id = asked.source_id limit 1) s`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.sourceId, row.objectId]))
}

export const addSourceRecords = (
  db: Database,
  organizationId: OrganizationId,
  records: readonly SourceRecord[],
  at: Date,
): Promise<void> =>
  insertMany(
    db,
    'source_record',
    records.map((one) => ({
      ...{ organization_id: organizationId, kind: one.kind, source_id: one.sourceId, object_id: one.objectId },
      brought_at: at,
    })),
  )

/** A number in another system names a person there. */
export async function forgetSourceOf(db: Database, customerId: CustomerId): Promise<void> {
  await db.deleteFrom('source_record').where('object_id', '=', customerId).execute()
}

export const sourceRows = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('source_record')
    .select(['kind', 'source_id', 'brought_at'])
    .where('object_id', '=', customerId)
    .limit(100)
    .execute()
