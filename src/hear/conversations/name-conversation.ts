// Gives a conversation the short number by which we and the customer speak of it. Called by whoever opens a case for it.
import type { Context } from '../../platform/context/context.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { setReference } from './conversation.sql.ts'

/** `reference` as people see it, e.g. `A-42`; a later one replaces it. */
export const nameConversation = (ctx: Context, conversationId: ConversationId, reference: string): Promise<void> =>
  setReference(ctx.db, conversationId, reference.slice(0, 40))
