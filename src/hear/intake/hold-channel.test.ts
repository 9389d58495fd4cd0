// Who reads a mailbox, what is committed with its cursor, and quarantine with release. The lease is the database's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../../tests/setup/mail-desk.ts'
import { leaseChannel, moveCursor } from '../channels/channel.sql.ts'
import { switchChannel } from '../channels/switch-channel.ts'
import { releaseFromQuarantine } from './release-raw.ts'
import { showQuarantine } from './show-quarantine.ts'
import { storeRaw } from './store-raw.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

const lease = (holder: string) =>
  desk.as('system', (ctx) =>
    leaseChannel(ctx.db, desk.channelId, holder, ctx.now(), new Date(ctx.now().getTime() + 30_000)),
  )

test('of two processes one reads a mailbox; the other takes over only when the lease has run out', async () => {
  const both = await Promise.all([lease('one'), lease('two')])
  expect(both.filter((row) => row !== null)).toHaveLength(1)
  const holder = both[0] ? 'one' : 'two'
  const other = holder === 'one' ? 'two' : 'one'
  expect(await lease(holder)).not.toBeNull()
  expect(await lease(other)).toBeNull()
  desk.clock.moveMinutes(1)
  expect(await lease(other)).not.toBeNull()
  const moved = await desk.as('system', (ctx) => moveCursor(ctx.db, desk.channelId, holder, { uid: 9 }, ctx.now()))
  expect(moved).toBe(false)
})

test('a channel that is off is leased by nobody', async () => {
  desk.clock.moveMinutes(1)
  await desk.as('system', (ctx) => switchChannel(ctx, desk.channelId, 'off'))
  expect(await lease('three')).toBeNull()
  await desk.as('system', (ctx) => switchChannel(ctx, desk.channelId, 'on'))
  expect(await lease('three')).not.toBeNull()
})

test('records and cursor are committed together or not at all', async () => {
  const bytes = Buffer.from('From: x@y.test\r\n\r\nlost?')
  const record = {
    key: 'together',
    bytes,
    mediaType: 'message/rfc822',
    receivedAt: desk.clock.now(),
    proof: { kind: 'pulled' } as const,
  }
  const attempt = desk.as('system', async (ctx) => {
    await moveCursor(ctx.db, desk.channelId, 'three', { uid: 41 }, ctx.now())
    await storeRaw(ctx, desk.channelId, [record])
    throw new Error('killed')
  })
  await expect(attempt).rejects.toThrow('killed')
  const after = await desk.as('system', async ({ db }) => ({
    cursor: (
      await db.selectFrom('channel').select('cursor').where('channel_id', '=', desk.channelId).executeTakeFirstOrThrow()
    ).cursor,
    raws: await db.selectFrom('inbound_raw').select('raw_id').where('key', '=', 'together').execute(),
  }))
  expect(after).toEqual({ cursor: null, raws: [] })
})

test('a mail without sender waits in quarantine with words, and is read as a person said', async () => {
  const rawId = await desk.deliver(mailOf({ To: 'support@our.example', Subject: 'Who am I' }, 'No sender here.'))
  const page = await desk.as('system', (ctx) => showQuarantine(ctx, undefined))
  expect(page.records.find((one) => one.rawId === rawId)).toMatchObject({
    subject: 'Who am I',
    sender: null,
    channelName: 'Support',
  })
  expect(page.records[0]?.reason).toContain('names no sender')
  const person = { kind: 'staff', staffId: desk.founder, role: 'lead' } as const
  await desk.as(person, (ctx) => releaseFromQuarantine(ctx, rawId, { as: 'human', senderAddress: 'anna@example.test' }))
  await expect(
    desk.as(person, (ctx) => releaseFromQuarantine(ctx, rawId, { as: 'human', senderAddress: null })),
  ).rejects.toMatchObject({ code: 'not-found' })
  await desk.readAll()
  const end = await desk.as('system', ({ db }) =>
    db.selectFrom('disposition').selectAll().where('raw_id', '=', rawId).executeTakeFirstOrThrow(),
  )
  expect(end).toMatchObject({ kind: 'conversation', released_by: desk.founder })
  expect(end.released_at).toEqual(desk.clock.now())
})

test('a machine’s mail from nobody we know waits in quarantine; released as a person’s it is a message', async () => {
  const rawId = await desk.deliver(
    mailOf(
      {
        From: 'news@shop.example',
        To: 'support@our.example',
        Subject: 'Sale',
        Precedence: 'bulk',
        'Message-ID': '<sale@x>',
      },
      'Buy.',
    ),
  )
  const people = () =>
    desk.as('system', ({ db }) =>
      db.selectFrom('identity').select('value').where('value', '=', 'news@shop.example').execute(),
    )
  expect(await people()).toEqual([])
  await desk.as({ kind: 'staff', staffId: desk.founder, role: 'lead' }, (ctx) =>
    releaseFromQuarantine(ctx, rawId, { as: 'human', senderAddress: null }),
  )
  await desk.readAll()
  expect(await people()).toHaveLength(1)
})
