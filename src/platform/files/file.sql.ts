// Files and their content. Content is kept once by its hash; a file gives it a name. Who may open one is decided by what it hangs on.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import type { FileId, OrganizationId } from '../../shared/ids.ts'

export interface NewFile {
  readonly fileId: FileId
  readonly sha256: Buffer
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

export interface StoredFile extends NewFile {
  readonly storedAt: Date
}

/** What adds content of a hash and what forgets it take turns, or it could go between the looking and the naming. */
const turn = (sha256: Buffer) => sql`hashtextextended(${sha256.toString('hex')}, 45)`

/** Keeps bytes under their hash; the same bytes again cost nothing. */
export async function addContent(
  db: Database,
  organizationId: OrganizationId,
  sha256: Buffer,
  bytes: Uint8Array,
): Promise<void> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  await sql`
    insert into file_content (organization_id, sha256, bytes)
    select ${organizationId}::uuid, ${sha256}::bytea, ${content}::bytea from (select pg_advisory_xact_lock_shared(${turn(sha256)})) lock
    on conflict do nothing`.execute(db)
}

export async function addFiles(
  db: Database,
  organizationId: OrganizationId,
  at: Date,
  files: readonly NewFile[],
): Promise<void> {
  if (files.length === 0) return
  await db
    .insertInto('file')
    .values(
      files.map((file) => ({
        organization_id: organizationId,
        file_id: file.fileId,
        sha256: file.sha256,
        name: file.name,
        media_type: file.mediaType,
        size: file.size,
        stored_at: at,
      })),
    )
    .execute()
}

/** Which of these files exist here; others are left out. */
export async function findFiles(db: Database, fileIds: readonly FileId[]): Promise<readonly StoredFile[]> {
  if (fileIds.length === 0) return []
  const rows = await db
    .selectFrom('file')
    .selectAll()
    .where('file_id', 'in', [...fileIds])
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id as FileId,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    storedAt: row.stored_at,
  }))
}

/** Further files with the same content, under the identifiers that they are mapped to. */
export async function copyFiles(db: Database, copies: ReadonlyMap<FileId, FileId>, at: Date): Promise<void> {
  if (copies.size === 0) return
  await sql`
    insert into file (organization_id, file_id, sha256, name, media_type, size, stored_at)
    select f.organization_id, c.copy_id, f.sha256, f.name, f.media_type, f.size, ${at}
    from unnest(${[...copies.keys()]}::uuid[], ${[...copies.values()]}::uuid[]) c(file_id, copy_id) join file f on f.file_id = c.file_id`.execute(
    db,
  )
}

export async function loadContent(db: Database, sha256: Buffer): Promise<Buffer | null> {
  const row = await db.selectFrom('file_content').select('bytes').where('sha256', '=', sha256).executeTakeFirst()
  return row?.bytes ?? null
}

/** Forgets files, and their content where no other file has the same. */
export async function removeFiles(db: Database, fileIds: readonly FileId[]): Promise<void> {
  if (fileIds.length === 0) return
  const removed = await db
    .deleteFrom('file')
    .where('file_id', 'in', [...fileIds])
    .returning('sha256')
    .execute()
  const hashes = removed.map((row) => row.sha256)
  if (hashes.length > 0) await removeUnnamedContent(db, hashes)
}

/** Forgets content of these hashes that no file names and nothing that waits to be read needs. */
export async function removeUnnamedContent(db: Database, hashes: readonly Buffer[]): Promise<void> {
  for (const hash of hashes.toSorted((one, other) => Buffer.compare(one, other))) {
    // A statement of its own: what the next one sees begins after the wait.
    await sql`select pg_advisory_xact_lock(${turn(hash)})`.execute(db)
    await sql`
      delete from file_content c where c.sha256 = ${hash} and not exists (select from file f where f.sha256 = c.sha256)
      and not content_is_awaited(c.sha256)`.execute(db)
  }
}
