// Takes a letter back that has not left yet: it stays in the conversation as not sent.
import type { Context } from '../../platform/context/context.ts'
import type { MessageId } from '../../shared/ids.ts'
import { settleLetter } from './outbox.sql.ts'

/** False when it is on its way already, or has ended. */
export const withdrawLetter = (ctx: Context, messageId: MessageId, why: string): Promise<boolean> =>
  settleLetter(ctx.db, messageId, ['held', 'queued'], 'cancelled', why, ctx.now())
