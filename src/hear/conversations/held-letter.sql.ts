// Letters written before any mailbox was connected: held until one is.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, MessageId } from '../../shared/ids.ts'

export interface HeldLetter {
  readonly messageId: MessageId
  readonly letterCode: string
  readonly conversationCode: string
  readonly isAutomatic: boolean
  /** Where it goes, without the plus part. */
  readonly mailbox: string
}

/** Letters written since `since` that wait for a mailbox, oldest first, locked. */
export async function heldLetters(db: Database, since: Date, most: number): Promise<readonly HeldLetter[]> {
  const { rows } = await sql<HeldLetter>`
    select o.message_id as "messageId", o.code as "letterCode", c.code as "conversationCode", o.is_automatic as "isAutomatic", o.mailbox
    from outbox o join message m on m.message_id = o.message_id join conversation c on c.conversation_id = m.conversation_id
    where o.state = 'held' and o.queued_at >= ${since} order by o.queued_at, o.message_id limit ${sql.lit(most)} for update of o skip locked`.execute(
    db,
  )
  return rows
}

/** Queues a held letter from a mailbox that is connected now. Its days of tries, and the caps it counts for, begin here. */
export async function releaseLetter(
  db: Database,
  messageId: MessageId,
  from: {
    readonly channelId: ChannelId
    readonly address: string
    readonly replyTo: string
    readonly envelopeFrom: string
  },
  at: Date,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      state: 'queued',
      channel_id: from.channelId,
      from_address: from.address,
      reply_to: from.replyTo,
      envelope_from: from.envelopeFrom,
      last_error: null,
      due_at: at,
      queued_at: at,
    })
    .where('message_id', '=', messageId)
    .where('state', '=', 'held')
    .execute()
}
