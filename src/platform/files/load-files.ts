// Loads files with their bytes, in the order asked for; files that are not there are left out.
import type { Context } from '../context/context.ts'
import type { FileId } from '../../shared/ids.ts'
import { findFiles, loadContent } from './file.sql.ts'

export interface LoadedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export async function loadFiles(ctx: Context, fileIds: readonly FileId[]): Promise<readonly LoadedFile[]> {
  const files = await findFiles(ctx.db, fileIds)
  const loaded: LoadedFile[] = []
  for (const fileId of fileIds) {
    const file = files.find((one) => one.fileId === fileId)
    const bytes = file ? await loadContent(ctx.db, file.sha256) : null
    if (file && bytes) loaded.push({ name: file.name, mediaType: file.mediaType, bytes })
  }
  return loaded
}
