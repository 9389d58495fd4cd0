// Messages that go to another conversation, with their files; and a conversation that begins beside another, with the same people in it.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ConversationId, MessageId } from '../../shared/ids.ts'

/** Whoever takes part in the one takes part in the other, in the same standing. */
export async function beginBeside(
  db: Database,
  beside: ConversationId,
  begun: {
    readonly conversationId: ConversationId
    readonly code: string
    readonly openedBy: MessageId
    readonly at: Date
  },
): Promise<void> {
  await sql`
    with made as (
      insert into conversation (organization_id, conversation_id, customer_id, channel_id, code, subject, started_at, last_message_at)
      select c.organization_id, ${begun.conversationId}, c.customer_id, c.channel_id, ${begun.code}, left(m.subject, 1000), ${begun.at}, ${begun.at}
      from conversation c join message m on m.message_id = ${begun.openedBy} where c.conversation_id = ${beside})
    insert into participant (organization_id, conversation_id, identity_id, standing, joined_at, decided_by, decided_at)
    select p.organization_id, ${begun.conversationId}, p.identity_id, p.standing, p.joined_at, p.decided_by, p.decided_at
    from participant p where p.conversation_id = ${beside}`.execute(db)
}

export async function moveMessages(db: Database, messageIds: readonly MessageId[], to: ConversationId): Promise<void> {
  await db
    .updateTable('message')
    .set({ conversation_id: to })
    .where('message_id', 'in', [...messageIds])
    .execute()
}

/** A letter that was taken back waits again as it did. */
export async function restoreLetter(
  db: Database,
  messageId: MessageId,
  { state, dueAt }: { readonly state: 'held' | 'queued'; readonly dueAt: Date },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state, due_at: dueAt, last_error: null, settled_at: null })
    .where('message_id', '=', messageId)
    .where('state', '=', 'cancelled')
    .execute()
}
