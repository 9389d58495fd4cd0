// Stores files in the transaction of what they belong to. Names and media types are made safe by whoever read them from outside.
import { createHash } from 'node:crypto'
import type { Context } from '../context/context.ts'
import type { FileId } from '../../shared/ids.ts'
import { addContent, addFiles } from './file.sql.ts'

export interface FileToStore {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Content that was kept before it had a name. */
export interface KeptFile {
  readonly name: string
  readonly mediaType: string
  readonly sha256: Buffer
  readonly size: number
}

/** Keeps bytes that are to be named later; answers their hash. */
export async function keepContent(ctx: Context, bytes: Uint8Array): Promise<Buffer> {
  const sha256 = createHash('sha256').update(bytes).digest()
  await addContent(ctx.db, ctx.organizationId, sha256, bytes)
  return sha256
}

/** Stores files, or names content kept before; answers their identifiers in the same order. */
export async function storeFiles(ctx: Context, files: readonly (FileToStore | KeptFile)[]): Promise<readonly FileId[]> {
  const rows = []
  for (const file of files) {
    const sha256 = 'bytes' in file ? await keepContent(ctx, file.bytes) : file.sha256
    const size = 'bytes' in file ? file.bytes.length : file.size
    rows.push({
      fileId: ctx.newId<'file'>(),
      sha256,
      name: file.name.slice(0, 255),
      mediaType: file.mediaType.slice(0, 255),
      size,
    })
  }
  await addFiles(ctx.db, ctx.organizationId, ctx.now(), rows)
  return rows.map((row) => row.fileId)
}
