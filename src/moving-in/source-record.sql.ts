// Which of our things is which of theirs.
import { sql } from 'kysely'
import { insertMany } from '../platform/database/insert-many.ts'
import type { Database } from '../platform/database/transaction.ts'
import type { CustomerId, OrganizationId } from '../shared/ids.ts'

export type SourceKind = 'customer' | 'order' | 'refund' | 'visit' | 'referral' | 'case' | 'complaint' | 'identity'

export interface SourceRecord {
  readonly kind: SourceKind
  readonly sourceId: string
  readonly objectId: string
  /** It was here before the line came. */
  readonly wasHere: boolean
  /** By what a row of a table is known as the same; null where nobody asks. */
  readonly digest: string | null
  readonly line: number | null
}

/** One at a time brings things along, so that the same line twice at once is not two things. Until the end of the transaction. */
export async function lockMovingIn(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_organization()::text, 45))`.execute(db)
}

/** What these ids of one kind became here. */
export async function recordsOf(
  db: Database,
  source: string,
  kind: SourceKind,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const { rows } = await sql<{ sourceId: string; objectId: string }>`
    select s.source_id as "sourceId", s.object_id as "objectId"
    from unnest(${[...sourceIds]}::text[]) asked(source_id)
    cross join lateral (select * from source_record r where r.kind = ${kind} and r.source = ${source} and r.source_id = asked.source_id limit 1) s`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.sourceId, row.objectId]))
}

export const addSourceRecords = (
  db: Database,
  organizationId: OrganizationId,
  { source, importId }: { readonly source: string; readonly importId: string | null },
  records: readonly SourceRecord[],
  at: Date,
): Promise<void> =>
  insertMany(
    db,
    'source_record',
    records.map((one) => ({
      ...{ organization_id: organizationId, kind: one.kind, source_id: one.sourceId, object_id: one.objectId },
      ...{ brought_at: at, source, import_id: importId, was_here: one.wasHere, digest: one.digest, line: one.line },
      version: 1,
    })),
  )

/** What is known of a row of a table that came before. */
export interface SeenBefore {
  readonly sourceId: string
  readonly objectId: string
  readonly digest: string | null
  readonly importId: string | null
  readonly changedBy: string | null
}

export async function seenBefore(
  db: Database,
  source: string,
  kind: SourceKind,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, SeenBefore>> {
  const { rows } = await sql<SeenBefore>`
    select s.source_id as "sourceId", s.object_id as "objectId", s.digest, s.import_id as "importId", s.changed_by as "changedBy"
    from unnest(${[...sourceIds]}::text[]) asked(source_id)
    cross join lateral (select * from source_record r
                        where r.kind = ${kind} and r.source = ${source} and r.source_id = asked.source_id limit 1) s`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.sourceId, row]))
}

export interface NewVersion {
  readonly sourceId: string
  readonly digest: string | null
  readonly changedBy: string | null
}

/** Rows that say something else than before: each is a version more. */
export async function noteVersions(
  db: Database,
  source: string,
  kind: SourceKind,
  versions: readonly NewVersion[],
): Promise<void> {
  await sql`
    update source_record r set version = r.version + 1, digest = n."digest", changed_by = n."changedBy"
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) n("sourceId" text, "digest" text, "changedBy" uuid)
    where r.kind = ${kind} and r.source = ${source} and r.source_id = n."sourceId"`.execute(db)
}

export interface BroughtRecord extends SeenBefore {
  readonly wasHere: boolean
  readonly line: number | null
}

/** What one table brought of a kind, in the order of their numbers behind `after`. */
export async function broughtBy(
  db: Database,
  importId: string,
  kind: SourceKind,
  after: string,
  most: number,
): Promise<readonly BroughtRecord[]> {
  const { rows } = await sql<BroughtRecord>`
    select r.source_id as "sourceId", r.object_id as "objectId", r.digest, r.import_id as "importId", r.changed_by as "changedBy",
           r.was_here as "wasHere", r.line
    from source_record r where r.import_id = ${importId} and r.kind = ${kind} and r.source_id collate "C" > ${after}
    order by r.source_id collate "C" limit ${sql.lit(most)}`.execute(db)
  return rows
}

export async function removeSourceRecords(
  db: Database,
  importId: string,
  kind: SourceKind,
  objectIds: readonly string[],
): Promise<void> {
  await sql`
    delete from source_record where import_id = ${importId} and kind = ${kind} and object_id = any (${[...objectIds]}::uuid[])`.execute(
    db,
  )
}

/** The records of things, by what they became. */
export async function recordsOfObjects(
  db: Database,
  kind: SourceKind,
  objectIds: readonly string[],
): Promise<readonly (SeenBefore & { readonly source: string })[]> {
  const { rows } = await sql<SeenBefore & { source: string }>`
    select r.source_id as "sourceId", r.source, r.object_id as "objectId", r.digest, r.import_id as "importId", r.changed_by as "changedBy"
    from source_record r where r.kind = ${kind} and r.object_id = any (${[...objectIds]}::uuid[])`.execute(db)
  return rows
}

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
