// Blanks a raw record for good, with the files that lay beside it unless something else needs them.
import type { Context } from '../../platform/context/context.ts'
import { removeUnnamedContent } from '../../platform/files/file.sql.ts'
import type { RawId } from '../../shared/ids.ts'
import { eraseRaw } from './raw.sql.ts'

export interface RawToForget {
  readonly rawId: RawId
  /** Of the files that came with it and were kept before they had a name. */
  readonly hashes: readonly Buffer[]
}

export async function forgetRaw(ctx: Context, { rawId, hashes }: RawToForget): Promise<void> {
  await eraseRaw(ctx.db, rawId)
  await removeUnnamedContent(ctx.db, hashes)
}
