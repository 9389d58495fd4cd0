// Retention forgets what has had its time, however much has gathered, and nothing that is still needed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../../tests/setup/mail-desk.ts'
import { sendLetter } from '../../hear/conversations/send-letter.ts'
import { hearPrivacy } from '../../hear/hear-privacy.ts'
import { submitComplaint } from '../../hear/intake/submit-complaint.ts'
import type { ChannelId, ConversationId } from '../../shared/ids.ts'
import { forgetAttemptsBefore } from '../access/attempt.sql.ts'
import { forgetAnswersBefore } from '../access/idempotency.sql.ts'
import { forgetLiveEventsBefore } from '../context/announce.sql.ts'
import { storeFiles } from '../files/store-file.ts'
import { forgetSessionsBefore } from '../staff/session.sql.ts'
import { forgetWhatIsDue } from './forget-what-is-due.ts'
import { platformPrivacy } from './platform.privacy.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

const retention = forgetWhatIsDue([...platformPrivacy, ...hearPrivacy])
const days = (count: number): void => {
  desk.clock.moveMinutes(count * 24 * 60)
}
const count = (table: 'attempt' | 'file' | 'file_content') =>
  desk.as('system', async ({ db }) => (await db.selectFrom(table).select('organization_id').execute()).length)

test('what has gathered is forgotten in portions, and what is young stays', async () => {
  const gather = (from: number, to: number, at: Date) =>
    desk.house.ownerPool.query(
      "insert into attempt select $1, 'x', n::text, $2, 1 from generate_series($3::int, $4::int) n",
      [desk.organizationId, at, from, to],
    )
  await gather(1, 4500, desk.clock.now())
  days(3)
  await gather(4501, 4600, desk.clock.now())
  const before = new Date(desk.clock.now().getTime() - 60_000)
  expect(await desk.as('system', (ctx) => forgetAttemptsBefore(ctx.db, before, 10))).toBe(10)
  expect(await count('attempt')).toBe(4590)
  await retention.run(desk.house, desk.organizationId)
  expect(await count('attempt')).toBe(100)
})

test('every other portion is bounded as well', async () => {
  await desk.as('system', (ctx) => {
    for (let at = 0; at < 5; at++) ctx.emit({ kind: 'channel.changed', channelId: desk.channelId })
    return Promise.resolve()
  })
  const { ownerPool } = desk.house
  const key =
    "insert into idempotency_key (organization_id, holder, key, request_hash, started_at) select $1, 'h', n::text, '', $2"
  await ownerPool.query(`${key} from generate_series(1, 5) n`, [desk.organizationId, desk.clock.now()])
  days(1)
  for (const forget of [forgetLiveEventsBefore, forgetAnswersBefore]) {
    const portions: number[] = []
    for (let round = 0; round < 3; round++)
      portions.push(await desk.as('system', (ctx) => forget(ctx.db, ctx.now(), 3)))
    expect(portions).toEqual([3, 2, 0])
  }
  expect(await desk.as('system', (ctx) => forgetSessionsBefore(ctx.db, ctx.now(), 3))).toBe(0)
})

test('a file that was never sent is forgotten with its bytes; what hangs on a letter or waits to be read stays', async () => {
  const rawId = await desk.deliver(mailOf({ From: 'a@x.test', 'Message-ID': '<f1@x>', Subject: 'x' }, 'Broken.'))
  const bytes = (text: string) => ({ name: `${text}.txt`, mediaType: 'text/plain', bytes: Buffer.from(text) })
  await desk.as('system', async (ctx) => {
    const { conversation_id: conversationId } = await ctx.db
      .selectFrom('message')
      .select('conversation_id')
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow()
    const files = await storeFiles(ctx, [bytes('sent'), bytes('unsent'), bytes('waits in a form'), bytes('unsent')])
    await sendLetter(ctx, {
      ...{ conversationId: conversationId as ConversationId, kind: 'answer', staffId: desk.founder },
      ...{ subject: 'Re', text: 'Dear A', fileIds: files.slice(0, 1), inReplyTo: null },
    })
    const form = await ctx.db
      .selectFrom('channel')
      .select('channel_id')
      .where('kind', '=', 'form')
      .executeTakeFirstOrThrow()
    await submitComplaint(ctx, {
      channelId: form.channel_id as ChannelId,
      submission: {
        name: '',
        email: 'b@x.test',
        subject: '',
        text: 'x',
        occurredAt: null,
        externalId: null,
        isSuspect: false,
      },
      files: [{ name: 'w', mediaType: 'text/plain', read: () => Promise.resolve(Buffer.from('waits in a form')) }],
      proof: { kind: 'none' },
    })
  })
  days(2)
  await retention.run(desk.house, desk.organizationId)
  expect(await count('file')).toBe(4)
  days(2)
  await retention.run(desk.house, desk.organizationId)
  expect(await count('file')).toBe(1)
  expect(await count('file_content')).toBe(2)
  await desk.readAll()
  expect(await count('file')).toBe(2)
})

test('bytes that are added while they are being forgotten are there afterwards', async () => {
  const bytes = Buffer.from('the same picture')
  const file = { name: 'p.png', mediaType: 'image/png', bytes }
  await desk.as('system', (ctx) => storeFiles(ctx, [file]))
  days(4)
  let stored: () => void = () => undefined
  const isStored = new Promise<void>((resolve) => (stored = resolve))
  const adding = desk.as('system', async (ctx) => {
    await storeFiles(ctx, [file])
    stored()
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  await isStored
  await retention.run(desk.house, desk.organizationId)
  await adding
  const kept = await desk.as('system', ({ db }) =>
    db.selectFrom('file').innerJoin('file_content', 'file_content.sha256', 'file.sha256').select('name').execute(),
  )
  expect(kept.filter(({ name }) => name === 'p.png')).toHaveLength(1)
})
