// What a machine may write, and how often: one a day to an address that proves nothing, none to machines, whoever asks at once.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openLetterDesk } from '../../../tests/setup/letters.ts'
import { mailOf } from '../../../tests/setup/mail-desk.ts'
import type { ConversationId, MessageId } from '../../shared/ids.ts'
import { whyNotAutomatically } from './may-send-automatically.ts'
import { sendLetter } from './send-letter.ts'

const stage = await openLetterDesk()
const { desk, sent, deliver, complain, write } = stage
afterAll(() => desk.close())
beforeEach(() => {
  stage.renew()
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
  const { messageId, conversationId, number } = await complain()
  await write(conversationId, 'acknowledgement')
  const rawId = await desk.deliver(
    mailOf(
      {
        From: `anna${String(number)}+2@example.test`,
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
