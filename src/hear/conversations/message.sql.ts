// Messages in and out, and what came with them.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type {
  ChannelId,
  ConversationId,
  CustomerId,
  FileId,
  IdentityId,
  MessageId,
  OrganizationId,
  RawId,
  StaffId,
} from '../../shared/ids.ts'

/** What a message most likely is, how likely, and by which words. */
export interface KindTold {
  readonly kind: string
  readonly probability: number
  readonly words: readonly string[]
}

/** `enquiry`: a person's letter to somebody outside; `outside`: what came back. Neither is ever the customer's. */
export type MessageKind =
  'human' | 'machine' | 'acknowledgement' | 'answer' | 'notice' | 'survey' | 'enquiry' | 'outside'
export type MessageStanding = 'joined' | 'to-confirm' | 'refused'
/** How we came to put it here: by a valid token, a reference to a letter of ours, as something new, by a number in the subject that is only a hint,
 * by a person, as a letter of ours, or with the history of another desk. */
export type JoinedBy = 'token' | 'reference' | 'new' | 'hint' | 'person' | 'us' | 'history'

/** Words of a message that tell of danger or hardship, and of what kind. */
export interface MessageCue {
  readonly kind: string
  readonly isDanger: boolean
  readonly words: string
}

export interface NewMessage {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly direction: 'in' | 'out'
  readonly kind: MessageKind
  readonly channelId: ChannelId
  readonly identityId: IdentityId | null
  readonly staffId: StaffId | null
  /** Who wrote an answer in another desk, by name; nobody where absent. */
  readonly toldBy?: string | null
  readonly rawId: RawId | null
  readonly externalId: string | null
  readonly subject: string
  readonly text: string
  readonly visibleText: string
  readonly html: string | null
  readonly language: string | null
  readonly meaning: string | null
  /** What its words tell of danger and hardship. */
  readonly cues?: readonly MessageCue[] | null
  /** What it most likely is, where that is clear. */
  readonly kindTold?: KindTold | null
  readonly authentication: 'none' | 'verified' | 'session' | 'key'
  readonly standing: MessageStanding
  readonly joinedBy: JoinedBy
  /** Whether its headers allow an automatic answer; false for mail through a list and the like. */
  readonly mayAnswerAutomatically: boolean
  /** Who else a letter of ours goes to, or whom the sender of one that came in named beside us; at most 20, nobody where absent. */
  readonly cc?: readonly string[]
  /** When its writer says it was written. */
  readonly at: Date
  /** When we had it: the instant its raw record was handed over. Clocks start here. */
  readonly storedAt: Date
}

export async function addMessage(db: Database, organizationId: OrganizationId, one: NewMessage): Promise<void> {
  await db
    .insertInto('message')
    .values({
      organization_id: organizationId,
      message_id: one.messageId,
      conversation_id: one.conversationId,
      direction: one.direction,
      kind: one.kind,
      channel_id: one.channelId,
      identity_id: one.identityId,
      staff_id: one.staffId,
      raw_id: one.rawId,
      external_id: one.externalId,
      subject: one.subject,
      text: one.text,
      visible_text: one.visibleText,
      html: one.html,
      language: one.language,
      meaning: one.meaning,
      ...(one.cues && one.cues.length > 0 ? { cues: JSON.stringify(one.cues) } : {}),
      ...(one.kindTold ? { kind_told: JSON.stringify(one.kindTold) } : {}),
      authentication: one.authentication,
      standing: one.standing,
      joined_by: one.joinedBy,
      may_answer_automatically: one.mayAnswerAutomatically,
      cc: [...(one.cc ?? [])],
      at: one.at,
      stored_at: one.storedAt,
    })
    .execute()
}

export interface NewAttachment {
  readonly fileId: FileId
  readonly inlineId: string | null
}

export async function addAttachments(
  db: Database,
  organizationId: OrganizationId,
  messageId: MessageId,
  files: readonly NewAttachment[],
): Promise<void> {
  if (files.length === 0) return
  await db
    .insertInto('attachment')
    .values(
      files.map((file, position) => ({
        organization_id: organizationId,
        message_id: messageId,
        position,
        file_id: file.fileId,
        inline_id: file.inlineId,
      })),
    )
    .execute()
}

/** The files of a letter that does not leave go with no message any more. */
export async function freeAttachments(db: Database, messageId: MessageId): Promise<void> {
  await db.deleteFrom('attachment').where('message_id', '=', messageId).execute()
}

/** The files of a message, in order. */
export async function attachmentsOf(db: Database, messageId: MessageId): Promise<readonly FileId[]> {
  const rows = await db
    .selectFrom('attachment')
    .select('file_id')
    .where('message_id', '=', messageId)
    .orderBy('position')
    .limit(500)
    .execute()
  return rows.map((row) => row.file_id as FileId)
}

export interface MessageToConfirm {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly channelId: ChannelId
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  readonly senderCustomerId: CustomerId
  /** Whether it waits in a conversation with somebody outside. */
  readonly isOutside: boolean
  readonly subject: string
  readonly standing: MessageStanding
  readonly storedAt: Date
}

/** A message from outside that waits (or waited) to be confirmed; locked, so that two people do not decide at once. */
export async function lockMessageToConfirm(db: Database, messageId: MessageId): Promise<MessageToConfirm | null> {
  const { rows } = await sql<MessageToConfirm>`
    select m.message_id as "messageId", m.conversation_id as "conversationId", m.channel_id as "channelId", m.identity_id as "identityId",
           c.customer_id as "customerId", i.customer_id as "senderCustomerId", c.is_outside as "isOutside", m.subject, m.standing, m.stored_at as "storedAt"
    from message m join conversation c on c.conversation_id = m.conversation_id join identity i on i.identity_id = m.identity_id
    where m.message_id = ${messageId} and m.direction = 'in' for update of m`.execute(db)
  return rows[0] ?? null
}

/** Messages of one sender in one conversation that wait to be confirmed. Whoever wrote them into one with somebody outside and belongs elsewhere
 * is a person like others there. */
export async function settleStanding(
  db: Database,
  from: { readonly conversationId: ConversationId; readonly identityId: IdentityId },
  to: {
    readonly conversationId: ConversationId
    readonly standing: MessageStanding
    readonly joinedBy: JoinedBy
    readonly kind: 'human' | 'outside'
  },
): Promise<readonly MessageId[]> {
  const rows = await db
    .updateTable('message')
    .set({ standing: to.standing, conversation_id: to.conversationId, joined_by: to.joinedBy, kind: to.kind })
    .where('conversation_id', '=', from.conversationId)
    .where('identity_id', '=', from.identityId)
    .where('standing', '=', 'to-confirm')
    .returning('message_id')
    .execute()
  return rows.map((row) => row.message_id as MessageId).sort()
}

/** A person corrects what a message means. */
export async function setMeaning(db: Database, messageId: MessageId, meaning: string): Promise<boolean> {
  const result = await db
    .updateTable('message')
    .set({ meaning })
    .where('message_id', '=', messageId)
    .where('direction', '=', 'in')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export const reads = ['identity'] as const
