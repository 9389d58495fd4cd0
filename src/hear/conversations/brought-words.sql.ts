// Conversations that were had elsewhere and are brought along, many at once. Nothing of them is sent.
import { sql } from 'kysely'
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { ConversationId, CustomerId, MessageId, OrganizationId } from '../../shared/ids.ts'
import type { NewConversation } from './conversation.sql.ts'
import type { NewMessage } from './message.sql.ts'

export interface BroughtConversation extends NewConversation {
  readonly reference: string
  readonly lastMessageAt: Date
}

/** Each with its customer as the first participant. */
export async function addManyConversations(
  db: Database,
  organizationId: OrganizationId,
  conversations: readonly BroughtConversation[],
): Promise<void> {
  await insertMany(
    db,
    'conversation',
    conversations.map((one) => ({
      ...{ organization_id: organizationId, conversation_id: one.conversationId, customer_id: one.customerId },
      ...{ channel_id: one.channelId, code: one.code, reference: one.reference, subject: one.subject },
      ...{ started_at: one.at, last_message_at: one.lastMessageAt },
    })),
  )
  await insertMany(
    db,
    'participant',
    conversations.map((one) => ({
      ...{ organization_id: organizationId, conversation_id: one.conversationId, identity_id: one.identityId },
      ...{ standing: 'customer', joined_at: one.at },
    })),
  )
}

export const addManyMessages = (
  db: Database,
  organizationId: OrganizationId,
  messages: readonly NewMessage[],
): Promise<void> =>
  insertMany(
    db,
    'message',
    messages.map((one) => ({
      ...{ organization_id: organizationId, message_id: one.messageId, conversation_id: one.conversationId },
      ...{ direction: one.direction, kind: one.kind, channel_id: one.channelId, identity_id: one.identityId },
      told_by: one.toldBy ?? null,
      cues: one.cues && one.cues.length > 0 ? one.cues : null,
      ...{ staff_id: one.staffId, subject: one.subject, text: one.text, visible_text: one.visibleText },
      ...{ language: one.language, meaning: one.meaning, authentication: one.authentication, standing: one.standing },
      ...{ joined_by: one.joinedBy, may_answer_automatically: one.mayAnswerAutomatically },
      ...{ at: one.at, stored_at: one.storedAt },
    })),
  )

/** Takes conversations back in which nothing was said since they were brought; answers whose timelines still tell of what. */
export async function removeBroughtConversations(
  db: Database,
  ids: readonly ConversationId[],
): Promise<readonly { readonly customerId: CustomerId; readonly messageId: MessageId }[]> {
  const { rows } = await sql<{ customerId: CustomerId; messageId: MessageId }>`
    select customer_id as "customerId", message_id as "messageId" from remove_brought_conversations(${[...ids]}::uuid[])`.execute(
    db,
  )
  return rows
}
