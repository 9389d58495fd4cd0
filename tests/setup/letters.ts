// A desk that writes letters, with a far mail server that answers as a test wishes: what leaves, and what becomes of it.
import { mailOf, type MailDesk, openMailDesk } from './mail-desk.ts'
import type { Outbound, SendResult } from '../../src/hear/channels/channel.ts'
import { deliverOutbox } from '../../src/hear/conversations/deliver-outbox.ts'
import { sendLetter } from '../../src/hear/conversations/send-letter.ts'
import type { ConversationId, MessageId } from '../../src/shared/ids.ts'

export interface Complained {
  readonly conversationId: ConversationId
  readonly messageId: MessageId
  readonly from: string
  /** Counts the complaints: the address and the Message-ID hold it. */
  readonly number: number
}

export interface LetterDesk {
  readonly desk: MailDesk
  /** What the far server was given, in order. */
  readonly sent: { out: Outbound; key: string }[]
  /** What it says to each letter. */
  readonly far: { answer: SendResult }
  /** Forgets what was sent; the far server takes everything again. */
  renew(): void
  /** Delivers what is due, once; `onSend` may take its time. */
  deliver(onSend?: () => Promise<void>, beatMs?: number): Promise<number>
  /** Somebody new complains. */
  complain(): Promise<Complained>
  write(conversationId: ConversationId, kind?: 'answer' | 'acknowledgement'): Promise<MessageId>
  outboxRow(messageId: MessageId): ReturnType<typeof readOutbox>
  /** How often a fact was announced. */
  facts(kind: string): Promise<number>
}

const never = new AbortController().signal
const taken: SendResult = { kind: 'sent', externalId: '', detail: '' }

export async function openLetterDesk(): Promise<LetterDesk> {
  const desk = await openMailDesk()
  const sent: { out: Outbound; key: string }[] = []
  const far: { answer: SendResult } = { answer: taken }
  let number = 0
  return {
    desk,
    sent,
    far,
    renew: () => {
      sent.length = 0
      far.answer = taken
    },
    deliver: (onSend = () => Promise.resolve(), beatMs) =>
      deliverOutbox(
        desk.house,
        async (_house, _channel, out, key) => {
          sent.push({ out, key })
          await onSend()
          return far.answer
        },
        never,
        beatMs,
      ),
    complain: () => complain(desk, ++number),
    write: (conversationId, kind = 'answer') => write(desk, conversationId, kind),
    outboxRow: (messageId) => readOutbox(desk, messageId),
    facts: (kind) => countFacts(desk, kind),
  }
}

async function complain(desk: MailDesk, number: number): Promise<Complained> {
  const from = `anna${String(number)}@example.test`
  const rawId = await desk.deliver(
    mailOf(
      {
        From: `Anna <${from}>`,
        To: 'support@our.example',
        Subject: 'Lamp',
        'Message-ID': `<in${String(number)}@example.test>`,
      },
      'It is broken.',
    ),
  )
  const row = await desk.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .select(['conversation_id', 'message_id'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow(),
  )
  return { conversationId: row.conversation_id as ConversationId, messageId: row.message_id as MessageId, from, number }
}

const write = (desk: MailDesk, conversationId: ConversationId, kind: 'answer' | 'acknowledgement') =>
  desk.as('system', (ctx) =>
    sendLetter(ctx, {
      conversationId,
      kind,
      staffId: kind === 'answer' ? desk.founder : null,
      subject: 'Re: Lamp [A-1]',
      text: 'Dear Anna,\nsorry.',
      fileIds: [],
      inReplyTo: null,
    }),
  )

const readOutbox = (desk: MailDesk, messageId: MessageId) =>
  desk.as('system', ({ db }) =>
    db.selectFrom('outbox').selectAll().where('message_id', '=', messageId).executeTakeFirstOrThrow(),
  )

const countFacts = (desk: MailDesk, kind: string) =>
  desk.as(
    'system',
    async ({ db }) => (await db.selectFrom('live_event').select('sequence').where('kind', '=', kind).execute()).length,
  )
