// The keys that make and check reply tokens: made when first needed, rotated on request, two valid at a time.
import type { Context } from '../../platform/context/context.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import type { ReplyKeys } from '../channels/mail/reply-token.ts'
import { addReplyKey, loadReplyKeys, retireReplyKeysBefore } from './reply-key.sql.ts'

/** The key that makes tokens first, then the one before it, whose tokens are still accepted. */
export async function replyKeys(ctx: Context): Promise<ReplyKeys> {
  let rows = await loadReplyKeys(ctx.db)
  if (rows.length === 0) {
    await addReplyKey(ctx.db, ctx.organizationId, 1, ctx.house.secrets.bytes(32), ctx.now())
    rows = await loadReplyKeys(ctx.db)
  }
  return {
    scope: ctx.organizationId,
    secrets: rows
      .filter((row) => row.retiredAt === null)
      .slice(0, 2)
      .map((row) => row.secret),
  }
}

/** The keys there are, where nothing may be written: none before the first letter. */
export async function replyKeysSoFar(db: Database, organizationId: OrganizationId): Promise<ReplyKeys> {
  const rows = (await loadReplyKeys(db)).filter((row) => row.retiredAt === null)
  return { scope: organizationId, secrets: rows.slice(0, 2).map((row) => row.secret) }
}

/** A new key makes tokens from now on; the last one's are accepted until the next rotation. Answers the new key's version. */
export async function rotateReplyKeys(
  db: Database,
  organizationId: OrganizationId,
  secret: Uint8Array,
  at: Date,
): Promise<number> {
  const newest = (await loadReplyKeys(db))[0]?.version ?? 0
  await addReplyKey(db, organizationId, newest + 1, secret, at)
  await retireReplyKeysBefore(db, newest, at)
  return newest + 1
}
