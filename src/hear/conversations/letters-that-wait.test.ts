// Letters that cannot leave yet, because the mailbox is off or none is connected: they wait, and then have all their tries.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openLetterDesk } from '../../../tests/setup/letters.ts'
import { switchChannel } from '../channels/switch-channel.ts'
import { releaseHeldLetters } from './release-held-letters.ts'

const stage = await openLetterDesk()
const { desk, sent, far, deliver, complain, write, outboxRow } = stage
afterAll(() => desk.close())
beforeEach(() => {
  stage.renew()
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
  far.answer = { kind: 'retry', why: 'Greylisted, come back in a minute.' }
  await deliver()
  expect(sent).toHaveLength(1)
  expect(await outboxRow(messageId)).toMatchObject({ state: 'queued', attempts: 1 })
  far.answer = { kind: 'sent', externalId: '', detail: '' }
  desk.clock.moveMinutes(4 * 24 * 60)
  await deliver()
  expect((await outboxRow(messageId)).state).toBe('sent')
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
  far.answer = { kind: 'retry', why: 'Greylisted, come back in a minute.' }
  await deliver()
  expect(sent).toHaveLength(2)
  for (const messageId of [answered, first]) expect((await outboxRow(messageId)).state).toBe('queued')
  expect((await outboxRow(second)).state).toBe('cancelled')
})
