// Somebody's mail program reported a letter of ours as unwanted. Only a keyed address it was sent from proves that; anybody can write a report.
import type { Context } from '../../platform/context/context.ts'
import { findTokens, verifyToken } from '../channels/mail/reply-token.ts'
import { whoseConversation } from './conversation.sql.ts'
import { letterWithCode } from './outbox.sql.ts'
import { replyKeys } from './reply-keys.ts'

/** Emits `letter.reported` for whoever was written to. `unknown`: it carries no key of a letter of ours. */
export async function settleReportedLetter(ctx: Context, sentFrom: readonly string[]): Promise<'reported' | 'unknown'> {
  const tokens = findTokens(sentFrom)
  if (tokens.length === 0) return 'unknown'
  const keys = await replyKeys(ctx)
  const valid = tokens.find((token) => verifyToken(token, keys))
  if (!valid) return 'unknown'
  const { kind, reference } = valid
  const found = kind === 'bounce' ? await letterWithCode(ctx.db, reference) : await whoseConversation(ctx.db, reference)
  if (!found?.identityId) return 'unknown'
  ctx.emit({ kind: 'letter.reported', conversationId: found.conversationId, identityId: found.identityId })
  return 'reported'
}
