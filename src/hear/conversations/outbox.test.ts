// Letters out: queued with what they answer, sent once, tried again as the same letter, and what happens when they come back.
import { releaseHeldLetters } from './release-held-letters.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../../tests/setup/mail-desk.ts'
import type { ConversationId, MessageId } from '../../shared/ids.ts'
import type { Outbound, SendResult } from '../channels/channel.ts'
import { switchChannel } from '../channels/switch-channel.ts'
import { claimLetters } from './outbox.sql.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { whyNotAutomatically } from './may-send-automatically.ts'
import { sendLetter } from './send-letter.ts'

let desk: MailDesk
const sent: { out: Outbound; key: string }[] = []
let answer: SendResult = { kind: 'sent', externalId: '', detail: '' }
const never = new AbortController().signal

beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())
beforeEach(() => {
  sent.length = 0
  answer = { kind: 'sent', externalId: '', detail: '' }
})

/** The far mail server, at the edge. */
const deliver = () =>
  deliverOutbox(
    desk.house,
    (_house, _channel, out, key) => {
      sent.push({ out, key })
      return Promise.resolve(answer)
    },
    never,
  )

let letters = 0
async function complain(): Promise<{ conversationId: ConversationId; messageId: MessageId; from: string }> {
  const from = `anna${String(++letters)}@example.test`
  const rawId = await desk.deliver(
    mailOf(
      {
        From: `Anna <${from}>`,
        To: 'support@our.example',
        Subject: 'Lamp',
        'Message-ID': `<in${String(letters)}@example.test>`,
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
  return { conversationId: row.conversation_id as ConversationId, messageId: row.message_id as MessageId, from }
}
const write = (conversationId: ConversationId, kind: 'answer' | 'acknowledgement' = 'answer') =>
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
const outboxRow = (messageId: MessageId) =>
  desk.as('system', ({ db }) =>
    db.selectFrom('outbox').selectAll().where('message_id', '=', messageId).executeTakeFirstOrThrow(),
  )
const facts = (kind: string) =>
  desk.as(
    'system',
    async ({ db }) => (await db.selectFrom('live_event').select('sequence').where('kind', '=', kind).execute()).length,
  )

test('a letter is sent once, names what it answers, and carries keys to come back by', async () => {
  const { conversationId, from } = await complain()
  const messageId = await write(conversationId)
  expect(desk.woken).toContain('outbox')
  await deliver()
  await deliver()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    key: `<${messageId}@our.example>`,
    out: { to: { address: from }, isAutomatic: false, thread: { replyTo: `<in${String(letters)}@example.test>` } },
  })
  expect(sent[0]?.out.replyAddress).toMatch(/^support\+c[a-z0-9]{12}\.[0-9a-f]{32}@our\.example$/)
  expect(sent[0]?.out.bounceAddress).toMatch(/^support\+b[a-z0-9]{12}\.[0-9a-f]{32}@our\.example$/)
  expect((await outboxRow(messageId)).state).toBe('sent')
  expect(await facts('message.sent')).toBe(1)
})

test('what could not be handed over is tried again later as the same letter, and given up after five days', async () => {
  const { conversationId } = await complain()
  const messageId = await write(conversationId)
  answer = { kind: 'retry', why: 'The server is away.' }
  await deliver()
  await deliver()
  expect(sent).toHaveLength(1)
  desk.clock.moveMinutes(1)
  await deliver()
  expect(sent.map((one) => one.key)).toEqual([`<${messageId}@our.example>`, `<${messageId}@our.example>`])
  expect(await outboxRow(messageId)).toMatchObject({ state: 'queued', last_error: 'The server is away.' })
  const before = await facts('message.bounced')
  desk.clock.moveMinutes(5 * 24 * 60)
  await deliver()
  expect((await outboxRow(messageId)).state).toBe('refused')
  expect(await facts('message.bounced')).toBe(before + 1)
})

test('a sender that died while sending is followed by another with the same Message-ID, after the lease', async () => {
  const { conversationId } = await complain()
  const messageId = await write(conversationId)
  await desk.as('system', (ctx) =>
    claimLetters(ctx.db, [messageId], ctx.now(), new Date(ctx.now().getTime() + 300_000)),
  )
  await deliver()
  expect(sent).toHaveLength(0)
  desk.clock.moveMinutes(6)
  await deliver()
  expect(sent.map((one) => one.key)).toEqual([`<${messageId}@our.example>`])
})

test('two senders at once send a letter once', async () => {
  const { conversationId } = await complain()
  await write(conversationId)
  await Promise.all([deliver(), deliver(), deliver()])
  expect(sent).toHaveLength(1)
})

/** A letter to each of some people, for a far server that `onSend` plays. */
async function writeToMany(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await write((await complain()).conversationId)
}
const deliverSlowly = (onSend: () => Promise<void>, beatMs?: number) =>
  deliverOutbox(
    desk.house,
    async (_house, _channel, out, key) => {
      sent.push({ out, key })
      await onSend()
      return answer
    },
    never,
    beatMs,
  )
const settled = () =>
  desk.as(
    'system',
    async ({ db }) =>
      (await db.selectFrom('outbox').select('message_id').where('settled_at', 'is not', null).execute()).length,
  )
const isEachSentOnce = () => new Set(sent.map((one) => one.key)).size === sent.length

test('ten letters to a slow server outlast the lease, and none is sent by a second sender as well', async () => {
  await writeToMany(10)
  // One after the other, each once the one before it is settled: each of the three under way is so for three minutes, and all take ten.
  const before = await settled()
  let [turn, turns] = [Promise.resolve(), 0]
  await deliverSlowly(() => {
    turn = turn.then(async () => {
      while ((await settled()) < before + turns) await new Promise((resolve) => setTimeout(resolve, 5))
      turns += 1
      desk.clock.moveMinutes(1)
      await deliver()
    })
    return turn
  })
  while ((await deliver()) > 0);
  expect(sent).toHaveLength(10)
  expect(isEachSentOnce()).toBe(true)
})

test('a letter that another sender took up after a long sleep is not sent by the first one', async () => {
  await writeToMany(6)
  let isFirst = true
  await deliverSlowly(async () => {
    if (!isFirst) return
    isFirst = false
    desk.clock.moveMinutes(6)
    await deliver()
  })
  // The three under way when the machine fell asleep may be doubled, as the same letters; those still waiting for their turn never.
  const doubled = sent.length - new Set(sent.map((one) => one.key)).size
  expect(new Set(sent.map((one) => one.key)).size).toBe(6)
  expect(doubled).toBeLessThanOrEqual(3)
})

test('one letter that takes longer than the lease is held as long as it takes', async () => {
  await writeToMany(1)
  await deliverSlowly(async () => {
    for (let at = 0; at < 4; at++) {
      desk.clock.moveMinutes(2)
      await new Promise((resolve) => setTimeout(resolve, 150))
      await deliver()
    }
  }, 10)
  expect(sent).toHaveLength(1)
})

test('a letter waits while the mailbox is off, for as long as it is, and then has its five days', async () => {
  const { conversationId } = await complain()
  const messageId = await write(conversationId)
  await desk.as('system', (ctx) => switchChannel(ctx, desk.channelId, 'off'))
  await deliver()
  expect(sent).toHaveLength(0)
  expect((await outboxRow(messageId)).last_error).toContain('switched off')
  desk.clock.moveMinutes(9 * 24 * 60)
  await deliver()
  expect(await outboxRow(messageId)).toMatchObject({ state: 'queued', attempts: 0 })
  await desk.as('system', (ctx) => switchChannel(ctx, desk.channelId, 'on'))
  desk.clock.moveMinutes(2)
  answer = { kind: 'retry', why: 'Greylisted, come back in a minute.' }
  await deliver()
  expect(sent).toHaveLength(1)
  expect(await outboxRow(messageId)).toMatchObject({ state: 'queued', attempts: 1 })
  answer = { kind: 'sent', externalId: '', detail: '' }
  desk.clock.moveMinutes(4 * 24 * 60)
  await deliver()
  expect((await outboxRow(messageId)).state).toBe('sent')
})

let bounces = 0
const bounce = (to: string, status: string, action = 'failed') =>
  mailOf(
    {
      'Return-Path': '<>',
      From: 'MAILER-DAEMON@mx.example',
      To: to,
      Subject: 'Undelivered',
      'Message-ID': `<b${String(++bounces)}@mx.example>`,
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
    },
    `--x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; anna@example.test\r\nAction: ${action}\r\nStatus: ${status}\r\n\r\n--x--`,
  )

test('a bounce to the keyed address marks letter and address; a forged one marks nothing', async () => {
  const { conversationId } = await complain()
  const messageId = await write(conversationId)
  await deliver()
  const before = await facts('message.bounced')
  const envelope = (await outboxRow(messageId)).envelope_from
  await desk.deliver(bounce(envelope.replace(/[0-9a-f]{32}@/, `${'a'.repeat(32)}@`), '5.1.1'))
  await desk.deliver(bounce('support@our.example', '5.1.2'))
  await desk.deliver(bounce(envelope, '4.4.1', 'delayed'))
  expect((await outboxRow(messageId)).state).toBe('sent')
  await desk.deliver(bounce(envelope, '5.1.1'))
  await desk.deliver(bounce(envelope, '5.1.3'))
  expect((await outboxRow(messageId)).state).toBe('bounced')
  expect(await facts('message.bounced')).toBe(before + 1)
  const bad = await desk.as('system', ({ db }) =>
    db.selectFrom('identity').select('value').where('bad_since', 'is not', null).execute(),
  )
  expect(bad).toEqual([{ value: `anna${String(letters)}@example.test` }])
})

test('an automatic letter goes out once a day to an address that is not proved, never to a machine, never to ourselves', async () => {
  const { conversationId, messageId, from } = await complain()
  const ask = (answers: MessageId | null) =>
    desk.as('system', (ctx) => whyNotAutomatically(ctx, conversationId, answers))
  expect(await ask(messageId)).toBeNull()
  await write(conversationId, 'acknowledgement')
  expect(await ask(messageId)).toContain('one automatic letter of the day')
  desk.clock.moveMinutes(24 * 60 + 1)
  expect(await ask(messageId)).toBeNull()
  const reply = (
    await desk.as('system', ({ db }) =>
      db.selectFrom('outbox').select('reply_to').where('to_address', '=', from).executeTakeFirstOrThrow(),
    )
  ).reply_to
  const rawId = await desk.deliver(
    mailOf(
      { From: from, To: reply, Subject: 'Away', 'Message-ID': `<away${from}>`, 'Auto-Submitted': 'auto-replied' },
      'I am away.',
    ),
  )
  const machine = await desk.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .select(['message_id', 'kind', 'conversation_id'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow(),
  )
  expect([machine.kind, machine.conversation_id]).toEqual(['machine', conversationId])
  expect(await ask(machine.message_id as MessageId)).toContain('machine')
})

test('a mailbox is one victim, whatever its plus part', async () => {
  const { messageId, conversationId } = await complain()
  await write(conversationId, 'acknowledgement')
  const rawId = await desk.deliver(
    mailOf(
      {
        From: `anna${String(letters)}+2@example.test`,
        Subject: 'Lamp',
        'Message-ID': `<plus${messageId}@example.test>`,
      },
      'It is broken.',
    ),
  )
  const other = await desk.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .select(['conversation_id', 'message_id'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow(),
  )
  const ask = () =>
    desk.as('system', (ctx) =>
      whyNotAutomatically(ctx, other.conversation_id as ConversationId, other.message_id as MessageId),
    )
  expect(await ask()).toContain('one automatic letter of the day')
  desk.clock.moveMinutes(24 * 60 + 1)
  expect(await ask()).toBeNull()
})

test('a message that proves nothing counts as unproved, though its address was proved once', async () => {
  const { messageId, conversationId, from } = await complain()
  await desk.as('system', ({ db }) =>
    db.updateTable('identity').set({ verified_at: desk.clock.now() }).where('value', '=', from).execute(),
  )
  await write(conversationId, 'acknowledgement')
  const ask = () => desk.as('system', (ctx) => whyNotAutomatically(ctx, conversationId, messageId))
  expect(await ask()).toContain('one automatic letter of the day')
  await desk.as('system', ({ db }) =>
    db.updateTable('message').set({ authentication: 'verified' }).where('message_id', '=', messageId).execute(),
  )
  expect(await ask()).toBeNull()
})

test('five at the same moment for one address let one through', async () => {
  const { conversationId, messageId, from } = await complain()
  let begun = 0
  let open: () => void = () => undefined
  const allHaveBegun = new Promise<void>((resolve) => {
    open = resolve
  })
  await Promise.all(
    Array.from({ length: 5 }, () =>
      desk.as('system', async (ctx) => {
        if (++begun === 5) open()
        await allHaveBegun
        if ((await whyNotAutomatically(ctx, conversationId, messageId)) !== null) return
        const letter = {
          conversationId,
          kind: 'acknowledgement',
          staffId: null,
          subject: 'We have it',
          text: 'Thank you.',
          fileIds: [],
        } as const
        await sendLetter(ctx, { ...letter, inReplyTo: messageId })
      }),
    ),
  )
  while ((await deliver()) > 0);
  expect(sent.filter((one) => one.out.to.address === from)).toHaveLength(1)
})

test('a letter written before any mailbox is connected waits, and leaves when one is, with keys to come back by', async () => {
  const { conversationId } = await complain()
  const turn = (kind: string) =>
    desk.house.ownerPool.query('update channel set kind = $1 where channel_id = $2', [kind, desk.channelId])
  await turn('not-yet')
  const messageId = await write(conversationId)
  expect(await outboxRow(messageId)).toMatchObject({ state: 'held', last_error: expect.stringContaining('No mailbox') })
  await deliver()
  expect(await desk.as('system', (ctx) => releaseHeldLetters(ctx, desk.channelId))).toBe(0)
  await turn('mail')
  expect(await desk.as('system', (ctx) => releaseHeldLetters(ctx, desk.channelId))).toBe(1)
  expect(await desk.as('system', (ctx) => releaseHeldLetters(ctx, desk.channelId))).toBe(0)
  await deliver()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.out.replyAddress).toMatch(/^support\+c[a-z0-9]{12}\.[0-9a-f]{32}@our\.example$/)
})

test('a letter that waited for a mailbox has its five days of tries from then, and a mailbox gets one automatic letter of many', async () => {
  const { conversationId } = await complain()
  const turn = (kind: string) =>
    desk.house.ownerPool.query('update channel set kind = $1 where channel_id = $2', [kind, desk.channelId])
  await turn('not-yet')
  const [answered, first] = [await write(conversationId), await write(conversationId, 'acknowledgement')]
  desk.clock.moveMinutes(24 * 60 + 1)
  const second = await write(conversationId, 'acknowledgement')
  desk.clock.moveMinutes(6 * 24 * 60)
  await turn('mail')
  await desk.as('system', (ctx) => releaseHeldLetters(ctx, desk.channelId))
  answer = { kind: 'retry', why: 'Greylisted, come back in a minute.' }
  await deliver()
  expect(sent).toHaveLength(2)
  for (const messageId of [answered, first]) expect((await outboxRow(messageId)).state).toBe('queued')
  expect((await outboxRow(second)).state).toBe('cancelled')
})
