// A letter with a link of its own: made when it leaves, told to nobody here, good for one page of one company; and reports that it is unwanted.
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openLetterDesk } from '../../../tests/setup/letters.ts'
import { mailOf } from '../../../tests/setup/mail-desk.ts'
import type { Id, MessageId } from '../../shared/ids.ts'
import { linkPlace } from './letter-link.ts'
import { isLinkOf, makeLinkToken, readLinkToken } from './link-token.ts'
import { replyKeys, rotateReplyKeys } from './reply-keys.ts'
import { sendLetter } from './send-letter.ts'

const stage = await openLetterDesk()
const { desk, deliver, complain, sent, outboxRow, facts } = stage
afterAll(() => desk.close())
beforeEach(() => {
  stage.renew()
})

const target = { kind: 'survey', id: '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000' as Id<string> } as const

const writeWithLink = async (): Promise<MessageId> => {
  const { conversationId } = await complain()
  return desk.as('system', (ctx) =>
    sendLetter(ctx, {
      ...{ conversationId, kind: 'survey', staffId: null, subject: 'How was it?', fileIds: [], inReplyTo: null },
      ...{ text: `Here: ${linkPlace}\nNo more: ${linkPlace}/unsubscribe`, link: target },
    }),
  )
}

test('the letter that leaves has the link, the letter that is kept has its place', async () => {
  const messageId = await writeWithLink()
  await deliver()
  const out = sent[0]!.out
  const url = /Here: (\S+)/.exec(out.text)?.[1] ?? ''
  expect(out.text).toBe(`Here: ${url}\nNo more: ${url}/unsubscribe`)
  expect(out.unsubscribeUrl).toBe(`${url}/unsubscribe`)
  const token = url.replace('http://desk.test/survey/', '')
  const seen = readLinkToken(token)
  expect(seen).toMatchObject({ organizationId: desk.organizationId, id: target.id })
  const kept = await desk.as('system', async ({ db }) => [
    await db.selectFrom('message').selectAll().where('message_id', '=', messageId).execute(),
    await db.selectFrom('outbox').selectAll().where('message_id', '=', messageId).execute(),
  ])
  expect(JSON.stringify(kept)).not.toContain(token.slice(-20))
})

test('a link holds while its key does, and for nobody else', async () => {
  const keys = await desk.as('system', replyKeys)
  const seen = readLinkToken(makeLinkToken(target, keys))!
  expect(isLinkOf('survey', seen, keys)).toBe(true)
  expect(isLinkOf('survey', seen, { ...keys, scope: target.id })).toBe(false)
  expect(isLinkOf('other' as 'survey', seen, keys)).toBe(false)
  const rotate = () =>
    desk.as('system', (ctx) => rotateReplyKeys(ctx.db, ctx.organizationId, ctx.house.secrets.bytes(32), ctx.now()))
  await rotate()
  expect(isLinkOf('survey', seen, await desk.as('system', replyKeys))).toBe(true)
  await rotate()
  expect(isLinkOf('survey', seen, await desk.as('system', replyKeys))).toBe(false)
})

test('one sign changed, and it is no link; what is none is read as none', async () => {
  const keys = await desk.as('system', replyKeys)
  const token = makeLinkToken(target, keys)
  fc.assert(
    fc.property(fc.nat(63), fc.constantFrom('a', 'z', 'A', 'Z', '0', '9', '-', '_'), (at, sign) => {
      const other = token.slice(0, at) + sign + token.slice(at + 1)
      const seen = readLinkToken(other)
      const isOurs = seen !== null && seen.organizationId === keys.scope && isLinkOf('survey', seen, keys)
      return isOurs === (other === token)
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ minLength: 64, maxLength: 64 })), (text) => {
      const seen = readLinkToken(text)
      return seen === null || !isLinkOf('survey', seen, keys)
    }),
  )
})

const report = (parts: string) =>
  mailOf(
    {
      From: 'feedback@provider.example',
      To: 'support@our.example',
      Subject: 'complaint about your mail',
      'Message-ID': `<r${String(Math.abs(parts.length))}.${parts.slice(-30).replaceAll(/\W/g, '')}@provider.example>`,
      'Content-Type': 'multipart/report; report-type=feedback-report; boundary=x',
    },
    `--x\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.\r\n--x\r\nContent-Type: message/feedback-report\r\n\r\n${parts}\r\n--x--`,
  )

test('a report with a key of the letter is believed, by either of its addresses; a forged one is not', async () => {
  const messageId = await writeWithLink()
  const { envelope_from: envelope, reply_to: replyTo } = await outboxRow(messageId)
  const ofReport = `Feedback-Type: abuse\r\nVersion: 1\r\nOriginal-Mail-From: <${envelope}>`
  const ofLetter = (from: string) =>
    `Feedback-Type: abuse\r\nVersion: 1\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: Help <${from}>\r\nSubject: How was it?\r\n\r\nHere.`
  await desk.deliver(report(ofLetter('support@our.example')))
  await desk.deliver(report(ofLetter(replyTo.replace(/[0-9a-f]{32}@/, `${'a'.repeat(32)}@`))))
  expect(await facts('letter.reported')).toBe(0)
  await desk.deliver(report(ofReport))
  expect(await facts('letter.reported')).toBe(1)
  await desk.deliver(report(ofLetter(replyTo)))
  expect(await facts('letter.reported')).toBe(2)
})
