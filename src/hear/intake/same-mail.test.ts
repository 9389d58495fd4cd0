// One mail that comes by several routes: heard once, never hidden by a copy, and found again among many.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk, ourAddress } from '../../../tests/setup/mail-desk.ts'
import type { ChannelId, RawId } from '../../shared/ids.ts'
import { addChannel } from '../channels/channel.sql.ts'
import { mailKey } from '../channels/mail/mail-key.ts'
import { makeReplyAddress } from '../channels/mail/reply-token.ts'
import { replyKeys } from '../conversations/reply-keys.ts'
import { withCopies } from './raw.sql.ts'
import { storeRaw } from './store-raw.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

const system = { kind: 'system', part: 'test' } as const

test('a copy that a forwarding rule marked as a machine’s does not hide the person’s own mail', async () => {
  const words = {
    From: 'Cora <cora@example.test>',
    To: 'support@our.example',
    Subject: 'Lamp',
    'Message-ID': '<two@x>',
  }
  const kindOf = (rawId: RawId) =>
    desk.as(system, async ({ db }) => {
      const { kind } = await db
        .selectFrom('disposition')
        .select('kind')
        .where('raw_id', '=', rawId)
        .executeTakeFirstOrThrow()
      return kind
    })
  const forwarded = await desk.deliver(mailOf({ ...words, 'Auto-Submitted': 'auto-forwarded' }, 'It is broken.'))
  const straight = await desk.deliver(mailOf({ ...words, Received: 'by another route' }, 'It is broken.'))
  const later = await desk.deliver(mailOf({ ...words, Received: 'by a third route' }, 'It is broken.'))
  expect([await kindOf(forwarded), await kindOf(straight), await kindOf(later)]).toEqual([
    'quarantine',
    'conversation',
    'timeline',
  ])
  // Known by now, and a machine's copy joined a conversation: still the person is heard.
  const To = await desk.as(system, async (ctx) => {
    const { code } = await ctx.db
      .selectFrom('conversation')
      .innerJoin('message', 'message.conversation_id', 'conversation.conversation_id')
      .select('code')
      .where('raw_id', '=', straight)
      .executeTakeFirstOrThrow()
    return makeReplyAddress(ourAddress, 'case', code, await replyKeys(ctx))
  })
  const reply = { ...words, To, 'Message-ID': '<three@x>' }
  const marked = await desk.deliver(mailOf({ ...reply, 'Auto-Submitted': 'auto-forwarded' }, 'It smokes.'))
  expect(await kindOf(marked)).toBe('conversation')
  expect(await kindOf(await desk.deliver(mailOf({ ...reply, Received: 'by another route' }, 'It smokes.')))).toBe(
    'conversation',
  )
})

test('one mail to two of our mailboxes is one message, whichever is read first, and is erased in both', async () => {
  const sales = await desk.as(system, async (ctx) => {
    const channelId = ctx.newId<'channel'>()
    const config = { address: 'sales@our.example', displayName: 'Halden Home', trustedAuthservId: null }
    const made = { channelId, kind: 'mail', name: 'Sales', config, secret: null, state: 'working' } as const
    await addChannel(ctx.db, ctx.organizationId, made, ctx.now())
    return channelId
  })
  const bytes = Buffer.from(
    mailOf(
      {
        ...{ From: 'Ida <ida@example.test>', To: `${ourAddress}, sales@our.example` },
        Subject: 'Both',
        'Message-ID': '<both@x>',
      },
      'It is broken in both.',
    ),
  )
  const proof = { kind: 'pulled' } as const
  const storeIn = (channelId: ChannelId) =>
    desk.as(system, async (ctx) => {
      const record = { key: mailKey(bytes), bytes, mediaType: 'message/rfc822', receivedAt: ctx.now(), proof }
      return (await storeRaw(ctx, channelId, [record]))[0]?.rawId
    })
  const rawIds = [await storeIn(desk.channelId), await storeIn(sales)].flatMap((one) => one ?? [])
  await desk.readAll()
  const ended = await desk.as(system, ({ db }) =>
    db.selectFrom('disposition').select('kind').where('raw_id', 'in', rawIds).orderBy('kind').execute(),
  )
  expect(ended.map(({ kind }) => kind)).toEqual(['conversation', 'timeline'])
  for (const one of rawIds)
    expect(new Set(await desk.as(system, ({ db }) => withCopies(db, [one])))).toEqual(new Set(rawIds))
})

test('a mail stored again is found among a thousand copies of it by other routes', async () => {
  const words = { From: 'emil@example.test', To: 'support@our.example', Subject: 'Number 9', 'Message-ID': '<nine@x>' }
  const copies = Array.from({ length: 1100 }, (_, at) =>
    mailOf({ ...words, Received: `by route ${String(at)}` }, 'Text 9'),
  )
  await desk.store(...copies)
  const last = copies.at(-1)
  if (last === undefined) throw new Error('no copies')
  const [again] = await desk.store(last)
  expect(again).toBeDefined()
})
