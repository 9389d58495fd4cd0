// Imports, and the pieces of their files.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import type { Counts, Import, ImportId, ImportState, Plan, TableForm } from './import.ts'

export async function addImport(
  db: Database,
  organizationId: OrganizationId,
  one: Pick<Import, 'importId' | 'kind' | 'source' | 'fileName' | 'madeBy' | 'madeAt'>,
): Promise<void> {
  await db
    .insertInto('import')
    .values({
      ...{ organization_id: organizationId, import_id: one.importId, kind: one.kind, source: one.source },
      ...{ file_name: one.fileName, state: 'arriving', made_by: one.madeBy, made_at: one.madeAt },
    })
    .execute()
}

const columns = sql.raw(`
  import_id as "importId", kind, source, file_name as "fileName", state, form, plan, place, taken, changed, known, refused, removed,
  restored, made_by as "madeBy", made_at as "madeAt", ended_at as "endedAt", undone_at as "undoneAt"`)

export async function findImport(db: Database, importId: ImportId): Promise<Import | null> {
  const { rows } = await sql<Import>`select ${columns} from import where import_id = ${importId}`.execute(db)
  return rows[0] ?? null
}

/** The same, and nobody else changes it until the end of the transaction. */
export async function lockImport(db: Database, importId: ImportId): Promise<Import | null> {
  const { rows } = await sql<Import>`select ${columns} from import where import_id = ${importId} for update`.execute(db)
  return rows[0] ?? null
}

export async function listImports(db: Database, most: number): Promise<readonly Import[]> {
  const { rows } = await sql<Import>`
    select ${columns} from import where state <> 'arriving' order by made_at desc, import_id desc limit ${sql.lit(most)}`.execute(
    db,
  )
  return rows
}

export interface ImportChange {
  readonly state?: ImportState
  readonly form?: TableForm
  readonly plan?: Plan
  readonly endedAt?: Date
  readonly undoneAt?: Date
}

export async function changeImport(db: Database, importId: ImportId, change: ImportChange): Promise<void> {
  await db
    .updateTable('import')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.form === undefined ? {} : { form: JSON.stringify(change.form) }),
      ...(change.plan === undefined ? {} : { plan: JSON.stringify(change.plan) }),
      ...(change.endedAt === undefined ? {} : { ended_at: change.endedAt }),
      ...(change.undoneAt === undefined ? {} : { undone_at: change.undoneAt }),
    })
    .where('import_id', '=', importId)
    .execute()
}

/** Adds to the counts; those not named stay. */
export async function countOn(db: Database, importId: ImportId, by: Partial<Counts>): Promise<void> {
  const { place = 0, taken = 0, changed = 0, known = 0, refused = 0, removed = 0, restored = 0 } = by
  await sql`
    update import set place = place + ${place}, taken = taken + ${taken}, changed = changed + ${changed}, known = known + ${known},
      refused = refused + ${refused}, removed = removed + ${removed}, restored = restored + ${restored}
    where import_id = ${importId}`.execute(db)
}

export async function addPiece(
  db: Database,
  organizationId: OrganizationId,
  importId: ImportId,
  piece: number,
  bytes: Buffer,
): Promise<void> {
  await db
    .insertInto('import_piece')
    .values({ organization_id: organizationId, import_id: importId, piece, bytes })
    .execute()
}

export async function findPiece(db: Database, importId: ImportId, piece: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom('import_piece')
    .select('bytes')
    .where('import_id', '=', importId)
    .where('piece', '=', piece)
    .executeTakeFirst()
  return row?.bytes ?? null
}

export async function removePieces(db: Database, importId: ImportId): Promise<void> {
  await db.deleteFrom('import_piece').where('import_id', '=', importId).execute()
}

/** Forgets files: all that are kept, or those of imports from before a time. What waited for them says so. Answers how many imports. */
export async function forgetFiles(db: Database, before: Date | null, most: number): Promise<number> {
  const { rows } = await sql<{ importId: string }>`
    update import set state = 'forgotten' where import_id in (
      select i.import_id from import i where i.state in ('arriving', 'waiting', 'running')
        and (${before}::timestamptz is null or i.made_at < ${before}) limit ${sql.lit(most)})
    returning import_id as "importId"`.execute(db)
  await sql`
    delete from import_piece p where p.import_id = any (${rows.map(({ importId }) => importId)}::uuid[])`.execute(db)
  return rows.length
}
