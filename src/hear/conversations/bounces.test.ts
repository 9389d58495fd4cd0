// Letters that come back: only a bounce to the keyed address counts, once.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openLetterDesk } from '../../../tests/setup/letters.ts'
import { mailOf } from '../../../tests/setup/mail-desk.ts'

const stage = await openLetterDesk()
const { desk, deliver, complain, write, outboxRow, facts } = stage
afterAll(() => desk.close())
beforeEach(() => {
  stage.renew()
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
  const { conversationId, number } = await complain()
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
  expect(bad).toEqual([{ value: `anna${String(number)}@example.test` }])
})
