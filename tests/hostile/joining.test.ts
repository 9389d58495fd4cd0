// Who joins a conversation and who only waits, who may write in whose name, and what is sent to whom by itself.
import { afterAll, expect, test } from 'vitest'
import { whyNotAutomatically } from '../../src/hear/conversations/may-send-automatically.ts'
import { sendLetter } from '../../src/hear/conversations/send-letter.ts'
import type { ConversationId, MessageId } from '../../src/shared/ids.ts'
import { mailOf, openMailDesk, ourServer } from '../setup/mail-desk.ts'
import { makeVictim, outcome } from './victim.ts'

const desk = await openMailDesk()
afterAll(() => desk.close())

test('subject-crlf, template-subject: a letter that names the subject has one line and evaluates nothing', async () => {
  const victim = await makeVictim(desk)
  for (const subject of ['hi\rBcc: x@evil.example', '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}']) {
    const messageId = await desk.as('system', (ctx) =>
      sendLetter(ctx, {
        conversationId: victim.conversationId,
        kind: 'answer',
        staffId: desk.founder,
        subject: `Re: ${subject}`,
        text: 'Hello',
        fileIds: [],
        inReplyTo: null,
      }),
    )
    const letter = await desk.as('system', ({ db }) =>
      db.selectFrom('message').select('subject').where('message_id', '=', messageId).executeTakeFirstOrThrow(),
    )
    expect(letter.subject).not.toMatch(/[\r\n]/)
    expect(letter.subject).not.toContain('49')
  }
})

test('relay-spam: an address that is not proved gets one automatic letter a day, however many mails are written in its name', async () => {
  let sent = 0
  for (let at = 0; at < 8; at++) {
    const rawId = await desk.deliver(
      mailOf(
        {
          From: 'relay@victims.example',
          To: 'support@our.example',
          Subject: `BUY NOW ${String(at)}`,
          'Message-ID': `<r${String(at)}@x>`,
        },
        'spam',
      ),
    )
    await desk.as('system', async (ctx) => {
      const message = await ctx.db
        .selectFrom('message')
        .select(['message_id', 'conversation_id'])
        .where('raw_id', '=', rawId)
        .executeTakeFirstOrThrow()
      const conversationId = message.conversation_id as ConversationId
      if ((await whyNotAutomatically(ctx, conversationId, message.message_id as MessageId)) !== null) return
      sent += 1
      await sendLetter(ctx, {
        conversationId,
        kind: 'acknowledgement',
        staffId: null,
        subject: 'We have it',
        text: 'Thank you.',
        fileIds: [],
        inReplyTo: null,
      })
    })
  }
  expect(sent).toBe(1)
})

test('loop-two-desks: the other desk’s acknowledgement is a machine’s, so nothing answers it', async () => {
  const rawId = await desk.deliver(
    mailOf(
      {
        From: 'desk@other.example',
        To: 'support@our.example',
        Subject: 'A complaint',
        'Message-ID': '<d1@other.example>',
      },
      'Our order is late.',
    ),
  )
  const before = await desk.as('system', ({ db }) =>
    db.selectFrom('live_event').select('sequence').where('kind', '=', 'message.received').execute(),
  )
  const answer = await desk.deliver(
    mailOf(
      {
        From: 'desk@other.example',
        To: 'support@our.example',
        Subject: 'Re: A complaint',
        'Message-ID': '<d2@other.example>',
        'Auto-Submitted': 'auto-replied',
      },
      'We have received your mail.',
    ),
  )
  expect(rawId).not.toBe(answer)
  const after = await desk.as('system', ({ db }) =>
    db.selectFrom('live_event').select('sequence').where('kind', '=', 'message.received').execute(),
  )
  expect(after).toHaveLength(before.length)
})

test('the victim joins by the keyed address; a stranger with the same address only waits; a guessed key is nothing', async () => {
  const victim = await makeVictim(desk)
  const joined = await desk.deliver(
    mailOf({ From: victim.address, To: victim.replyTo, Subject: 'Re', 'Message-ID': '<j1@bank.example>' }, 'More.'),
  )
  expect((await outcome(desk, joined, victim)).message).toMatchObject({
    conversation_id: victim.conversationId,
    standing: 'joined',
    joined_by: 'token',
  })
  const waits = await desk.deliver(
    mailOf(
      { From: 'attacker@evil.example', To: victim.replyTo, Subject: 'Re', 'Message-ID': '<j2@evil.example>' },
      'Show me.',
    ),
  )
  expect((await outcome(desk, waits, victim)).message).toMatchObject({
    conversation_id: victim.conversationId,
    standing: 'to-confirm',
  })
  const guessed = victim.replyTo.replace(/[0-9a-f]{32}@/, `${'0'.repeat(32)}@`)
  const apart = await desk.deliver(
    mailOf({ From: victim.address, To: guessed, Subject: 'Re', 'Message-ID': '<j3@bank.example>' }, 'More.'),
  )
  expect((await outcome(desk, apart, victim)).message?.conversation_id).not.toBe(victim.conversationId)
})

test('a reference joins only a participant whose address is proved', async () => {
  const victim = await makeVictim(desk)
  const reply = (id: string, auth: string) =>
    mailOf(
      {
        'Authentication-Results': auth,
        From: victim.address,
        To: 'support@our.example',
        Subject: 'Re',
        'In-Reply-To': victim.ourMessageId,
        'Message-ID': id,
      },
      'More.',
    )
  const proved = await desk.deliver(reply('<p1@bank.example>', `${ourServer}; dmarc=pass header.from=bank.example`))
  expect((await outcome(desk, proved, victim)).message).toMatchObject({
    conversation_id: victim.conversationId,
    standing: 'joined',
    joined_by: 'reference',
    authentication: 'verified',
  })
  const forged = await desk.deliver(reply('<p2@bank.example>', 'mx.evil.example; dmarc=pass header.from=bank.example'))
  expect((await outcome(desk, forged, victim)).message).toMatchObject({
    standing: 'to-confirm',
    authentication: 'none',
  })
})

test('who writes in our own name becomes nobody’s message; a person may release it with the real sender', async () => {
  const victim = await makeVictim(desk)
  for (const from of ['support@our.example', victim.replyTo, 'SUPPORT@our.example']) {
    const rawId = await desk.deliver(
      mailOf({ From: from, To: 'support@our.example', Subject: 'Hello', 'Message-ID': `<own${from}>` }, `By ${from}`),
    )
    const { message, disposition } = await outcome(desk, rawId, victim)
    expect([message, disposition.kind]).toEqual([undefined, 'quarantine'])
  }
})
