// Letters out: queued with what they answer, sent once, and tried again as the same letter, however slow a server or a sender is.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openLetterDesk } from '../../../tests/setup/letters.ts'
import type { ChannelId, MessageId } from '../../shared/ids.ts'
import { addChannel } from '../channels/channel.sql.ts'
import { beginDelivery, deliverOutbox, type InHand } from './deliver-outbox.ts'
import { claimLetters } from './outbox.sql.ts'

const stage = await openLetterDesk()
const { desk, sent, far, deliver, complain, write, outboxRow, facts } = stage
afterAll(() => desk.close())
beforeEach(() => {
  stage.renew()
})

test('a letter is sent once, names what it answers, and carries keys to come back by', async () => {
  const { conversationId, from, number } = await complain()
  const messageId = await write(conversationId)
  expect(desk.woken).toContain('outbox')
  await deliver()
  await deliver()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    key: `<${messageId}@our.example>`,
    out: { to: { address: from }, isAutomatic: false, thread: { replyTo: `<in${String(number)}@example.test>` } },
  })
  expect(sent[0]?.out.replyAddress).toMatch(/^support\+c[a-z0-9]{12}\.[0-9a-f]{32}@our\.example$/)
  expect(sent[0]?.out.bounceAddress).toMatch(/^support\+b[a-z0-9]{12}\.[0-9a-f]{32}@our\.example$/)
  expect((await outboxRow(messageId)).state).toBe('sent')
  expect(await facts('message.sent')).toBe(1)
})

test('what could not be handed over is tried again later as the same letter, and given up after five days', async () => {
  const { conversationId } = await complain()
  const messageId = await write(conversationId)
  far.answer = { kind: 'retry', why: 'The server is away.' }
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
  await deliver(() => {
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
  await deliver(async () => {
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
  await deliver(async () => {
    for (let at = 0; at < 4; at++) {
      desk.clock.moveMinutes(2)
      await new Promise((resolve) => setTimeout(resolve, 150))
      await deliver()
    }
  }, 10)
  expect(sent).toHaveLength(1)
})

test('a sender that is stopped begins no other letter; those are due at once for the next one, without a try', async () => {
  await writeToMany(8)
  const stop = new AbortController()
  const begun: string[] = []
  await deliverOutbox(
    desk.house,
    (_house, _channel, _out, key) => {
      begun.push(key)
      stop.abort()
      return Promise.resolve({ kind: 'sent', externalId: key, detail: '' })
    },
    stop.signal,
  )
  expect(begun.length).toBeLessThanOrEqual(3)
  const waiting = await desk.as('system', ({ db }) =>
    db.selectFrom('outbox').select(['attempts', 'leased_until']).where('state', '=', 'queued').execute(),
  )
  expect(waiting).toEqual(Array.from({ length: 8 - begun.length }, () => ({ attempts: 0, leased_until: null })))
  await deliver()
  expect(new Set([...begun, ...sent.map((one) => one.key)]).size).toBe(8)
  expect(sent).toHaveLength(8 - begun.length)
})

test('a mail server that is long in answering keeps no other mailbox waiting', async () => {
  const slow = desk.channelId
  const quick = await desk.as('system', async (ctx) => {
    const channelId = ctx.newId<'channel'>()
    const config = { address: 'quick@our.example' }
    const channel = { channelId, kind: 'mail', name: 'Quick', config, secret: null, state: 'working' } as const
    await addChannel(ctx.db, ctx.organizationId, channel, ctx.now())
    return channelId
  })
  const writeFrom = async (channelId: ChannelId) => {
    const messageId = await write((await complain()).conversationId)
    await desk.as('system', ({ db }) =>
      db.updateTable('outbox').set({ channel_id: channelId }).where('message_id', '=', messageId).execute(),
    )
    return messageId
  }
  const stateOf = async (messageId: MessageId) => (await outboxRow(messageId)).state
  const answered = Promise.withResolvers<undefined>()
  const inHand: InHand = new Map()
  const round = () =>
    beginDelivery(
      desk.house,
      async (_house, { config }, _out, key) => {
        if ((config as { address?: string }).address !== 'quick@our.example') await answered.promise
        return { kind: 'sent', externalId: key, detail: '' }
      },
      new AbortController().signal,
      inHand,
    )
  const throughWith = async (channelId: ChannelId) => {
    await inHand.get(channelId)
    inHand.delete(channelId)
  }
  const before = [await writeFrom(slow), await writeFrom(quick)] as const
  expect(await round()).toBe(2)
  await throughWith(quick)
  const after = [await writeFrom(slow), await writeFrom(quick)] as const
  expect(await round()).toBe(1)
  await throughWith(quick)
  expect(await Promise.all([...before, ...after].map(stateOf))).toEqual(['sending', 'sent', 'queued', 'sent'])
  answered.resolve(undefined)
  await throughWith(slow)
  expect(await round()).toBe(1)
  await throughWith(slow)
  expect(await Promise.all([...before, ...after].map(stateOf))).toEqual(['sent', 'sent', 'sent', 'sent'])
})
