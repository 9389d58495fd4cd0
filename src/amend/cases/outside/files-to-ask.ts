// The files that a question to somebody outside carries: new ones, and ones of the case that were chosen, which go as copies of their own.
import { copyFiles } from '../../../platform/files/file.sql.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, FileId } from '../../../shared/ids.ts'
import { filesNotSent, filesOfCase } from '../page/said.sql.ts'

/** Copies, so that forgetting one person's letters takes no file from another's. @throws Refusal('invalid') for a file that is neither new nor of
 * this case */
export async function filesToAsk(ctx: Context, caseId: CaseId, fileIds: readonly FileId[]): Promise<readonly FileId[]> {
  if (fileIds.length === 0) return []
  const [free, ofCase] = await Promise.all([filesNotSent(ctx.db, fileIds), filesOfCase(ctx.db, caseId, fileIds)])
  if (!fileIds.every((fileId) => free.includes(fileId) || ofCase.includes(fileId)))
    throw new Refusal('invalid', 'A file of this question is no longer here. Choose it again.', {
      '/fileIds': 'names a file that is gone',
    })
  const copies = new Map(ofCase.map((fileId) => [fileId, ctx.newId<'file'>()]))
  await copyFiles(ctx.db, copies, ctx.now())
  return fileIds.map((fileId) => copies.get(fileId) ?? fileId)
}
