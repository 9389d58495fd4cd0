// Somebody whose conversation is to be broken into, and what a mail to the desk came to for them.
import { whyNotAutomatically } from '../../src/hear/conversations/may-send-automatically.ts'
import { sendLetter } from '../../src/hear/conversations/send-letter.ts'
import type { ConversationId, MessageId } from '../../src/shared/ids.ts'
import { mailOf, type MailDesk } from '../setup/mail-desk.ts'

export interface Victim {
  readonly address: string
  readonly conversationId: ConversationId
  readonly ourMessageId: string
  readonly replyTo: string
}

let victims = 0
/** Somebody whose complaint was answered by a person. */
export async function makeVictim(desk: MailDesk): Promise<Victim> {
  const address = `victim${String(++victims)}@bank.example`
  const rawId = await desk.deliver(
    mailOf(
      {
        From: address,
        To: 'support@our.example',
        Subject: 'My account',
        'Message-ID': `<v${String(victims)}@bank.example>`,
      },
      'Something private.',
    ),
  )
  const { conversation_id } = await desk.as('system', ({ db }) =>
    db.selectFrom('message').select('conversation_id').where('raw_id', '=', rawId).executeTakeFirstOrThrow(),
  )
  const conversationId = conversation_id as ConversationId
  const messageId = await desk.as('system', (ctx) =>
    sendLetter(ctx, {
      conversationId,
      kind: 'answer',
      staffId: desk.founder,
      subject: 'Re: My account [A-17]',
      text: 'Dear customer, …',
      fileIds: [],
      inReplyTo: null,
    }),
  )
  return desk.as('system', async ({ db }) => {
    const letter = await db
      .selectFrom('outbox')
      .select('reply_to')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow()
    const message = await db
      .selectFrom('message')
      .select('external_id')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow()
    return { address, conversationId, ourMessageId: message.external_id ?? '', replyTo: letter.reply_to }
  })
}

/** What a mail came to. */
export async function outcome(desk: MailDesk, rawId: string, victim: Victim) {
  return desk.as('system', async (ctx) => {
    const { db } = ctx
    const message = await db.selectFrom('message').selectAll().where('raw_id', '=', rawId).executeTakeFirst()
    const identity =
      message?.identity_id == null
        ? undefined
        : await db.selectFrom('identity').selectAll().where('identity_id', '=', message.identity_id).executeTakeFirst()
    const participants = await db
      .selectFrom('participant')
      .innerJoin('identity', 'identity.identity_id', 'participant.identity_id')
      .select(['identity.value', 'participant.standing'])
      .where('participant.conversation_id', '=', victim.conversationId)
      .execute()
    const disposition = await db
      .selectFrom('disposition')
      .selectAll()
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow()
    const raw = await db
      .selectFrom('inbound_raw')
      .select(['received_at', 'bytes'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow()
    const letters = await db
      .selectFrom('outbox')
      .select(['to_address', 'state'])
      .where('to_address', '=', 'attacker@evil.example')
      .execute()
    const whyNot = message
      ? await whyNotAutomatically(ctx, message.conversation_id as ConversationId, message.message_id as MessageId)
      : 'no message'
    return { message, identity, participants, disposition, raw, letters, whyNot }
  })
}

export type Outcome = Awaited<ReturnType<typeof outcome>>
