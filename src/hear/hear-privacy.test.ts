// A person's right to be erased: nothing of theirs is left in any table of this room, old mail does not bring them back, a new word is heard.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../tests/setup/mail-desk.ts'
import { eraseCustomer, exportCustomer } from '../platform/privacy/erase-customer.ts'
import type { ChannelId, ConversationId, CustomerId } from '../shared/ids.ts'
import { identitiesToErase } from './customers/customer-rights.sql.ts'
import { sayShared } from './customers/person/say-shared.ts'
import { endRepresentation, represent, showMandate } from './customers/representatives/represent.ts'
import { sendLetter } from './conversations/send-letter.ts'
import { submitComplaint } from './intake/submit-complaint.ts'
import { hearPrivacy } from './hear-privacy.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

const canary = 'zebrafinch'
const oldMail = mailOf(
  {
    From: `Zoe ${canary} <${canary}@example.test>`,
    To: 'support@our.example',
    Subject: `About ${canary}`,
    'Message-ID': `<${canary}@x>`,
    Date: 'Tue, 17 Nov 2026 10:58:00 +0000',
    'Content-Type': 'multipart/mixed; boundary=x',
  },
  `--x\r\nContent-Type: text/plain\r\n\r\nI am ${canary}.\r\n--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="${canary}.txt"\r\n\r\n${canary} again\r\n--x--`,
)

/** Tables in which the word can still be read, by a superuser who sees all. */
async function tablesThatSay(word: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: desk.url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ said: boolean }>(
        `select exists (select from "${name}" t where t::text ilike $1 or t::text ilike $2) as said`,
        [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`],
      )
      if (rows[0]?.said) found.push(name)
    }
    return found.sort()
  } finally {
    await client.end()
  }
}

test('an erased person is nowhere, does not come back by old mail, and is heard as somebody new', async () => {
  const rawId = await desk.deliver(oldMail)
  const row = await desk.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .innerJoin('conversation', 'conversation.conversation_id', 'message.conversation_id')
      .select(['message.conversation_id', 'customer_id'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow(),
  )
  const customerId = row.customer_id as CustomerId
  await desk.as('system', (ctx) =>
    sendLetter(ctx, {
      conversationId: row.conversation_id as ConversationId,
      kind: 'answer',
      staffId: desk.founder,
      subject: `Re: ${canary}`,
      text: `Dear ${canary}`,
      fileIds: [],
      inReplyTo: null,
    }),
  )
  await desk.deliver(from('witness@example.test', { 'Message-ID': '<witness@x>' }))
  const witness = (await personWith('witness@example.test'))!.customer_id as CustomerId
  await desk.as({ kind: 'staff', staffId: desk.founder, role: 'administrator' }, async (ctx) => {
    const [address] = await identitiesToErase(ctx.db, customerId)
    await sayShared(ctx, address!.identityId, { isShared: true, why: `The ${canary} family.` })
    const said = { by: witness, kind: 'parent', evidence: `The mother of ${canary}.` } as const
    const { representationId } = (await represent(ctx, customerId, said)).spokenForBy[0]!
    await showMandate(ctx, representationId, `A letter of ${canary}.`)
    await endRepresentation(ctx, representationId, `${canary} is of age.`)
  })
  expect(await tablesThatSay(canary)).toEqual([
    'conversation',
    'customer',
    'file',
    'file_content',
    'identity',
    'inbound_raw',
    'message',
    'outbox',
    'representation',
  ])
  const exported = await desk.as('system', (ctx) => exportCustomer(ctx, hearPrivacy, [customerId]))
  expect(JSON.stringify(exported['message'])).toContain(canary)
  desk.clock.moveMinutes(1)
  await desk.as('system', (ctx) => eraseCustomer(ctx, hearPrivacy, [customerId]))
  expect(await tablesThatSay(canary)).toEqual([])
  desk.clock.moveMinutes(1)
  await desk.deliver(oldMail)
  await desk.deliver(oldMail.replace('To: ', 'Delivered-To: alias@our.example\r\nTo: '))
  expect(await tablesThatSay(canary)).toEqual([])
  desk.clock.moveMinutes(60)
  await desk.deliver(
    mailOf(
      { From: `${canary}@example.test`, To: 'support@our.example', Subject: 'New', 'Message-ID': '<new@x>' },
      'Something new happened.',
    ),
  )
  const people = await desk.as('system', ({ db }) =>
    db.selectFrom('identity').select(['customer_id', 'value']).where('value', 'like', `${canary}%`).execute(),
  )
  expect(people).toHaveLength(1)
  expect(people[0]?.customer_id).not.toBe(customerId)
})

const personWith = (address: string) =>
  desk.as('system', ({ db }) =>
    db.selectFrom('identity').select('customer_id').where('value', '=', address).executeTakeFirst(),
  )
const erasePerson = async (address: string): Promise<void> => {
  const person = await personWith(address)
  if (!person) throw new Error(`nobody has ${address}`)
  await desk.as('system', (ctx) => eraseCustomer(ctx, hearPrivacy, [person.customer_id as CustomerId]))
}
const fateOf = (rawId: string) =>
  desk.as('system', ({ db }) =>
    db
      .selectFrom('disposition')
      .innerJoin('inbound_raw', 'inbound_raw.raw_id', 'disposition.raw_id')
      .select(['disposition.kind', 'disposition.reason', 'inbound_raw.bytes'])
      .where('disposition.raw_id', '=', rawId)
      .executeTakeFirst(),
  )
const from = (address: string, more: Readonly<Record<string, string>> = {}, text = 'It broke.') =>
  mailOf({ From: address, To: 'support@our.example', Subject: 'Lamp', ...more }, text)

test('a new mail of somebody erased is heard whatever date it carries, and what waited unread when they were erased is not', async () => {
  const address = 'slowclock@example.test'
  await desk.deliver(from(address, { 'Message-ID': '<slow1@x>' }))
  const [waiting] = await desk.store(from(address, { 'Message-ID': '<slow2@x>' }, 'Still broken.'))
  desk.clock.moveMinutes(1)
  await erasePerson(address)
  await desk.readAll()
  expect(await fateOf(waiting ?? '')).toMatchObject({ kind: 'timeline', bytes: Buffer.alloc(0) })
  expect(await personWith(address)).toBeUndefined()
  desk.clock.moveMinutes(1)
  const slow = { 'Message-ID': '<slow3@x>', Date: 'Mon, 16 Nov 2026 09:00:00 +0000' }
  const rawId = await desk.deliver(from(address, slow, 'Something else broke.'))
  expect(await fateOf(rawId)).toMatchObject({ kind: 'conversation' })
  expect((await fateOf(rawId))?.bytes.toString()).toContain('Something else broke.')
  // Erased once more: again what waits goes, and the mails of both times stay away.
  const [again] = await desk.store(from(address, { 'Message-ID': '<slow4@x>' }, 'Third.'))
  desk.clock.moveMinutes(1)
  await erasePerson(address)
  desk.clock.moveMinutes(1)
  const replays = [
    await desk.deliver(from(address, { 'Message-ID': '<slow1@x>' })),
    await desk.deliver(from(address, slow, 'Something else broke.')),
  ]
  for (const one of [again ?? '', ...replays])
    expect(await fateOf(one)).toMatchObject({ kind: 'timeline', bytes: Buffer.alloc(0) })
  expect(await personWith(address)).toBeUndefined()
})

test('an erasing noted by a clock that had jumped ahead destroys nothing that comes', async () => {
  const address = 'jumped@example.test'
  await desk.deliver(from(address, { 'Message-ID': '<jump1@x>' }))
  desk.clock.moveMinutes(365 * 24 * 60)
  await erasePerson(address)
  desk.clock.moveMinutes(-365 * 24 * 60 + 5)
  const rawId = await desk.deliver(from(address, { 'Message-ID': '<jump2@x>' }))
  expect(await fateOf(rawId)).toMatchObject({ kind: 'conversation' })
})

test('what lies in quarantine from one of their addresses is erased with them, with its files, and nothing of others', async () => {
  const address = 'heldback@example.test'
  await desk.deliver(from(address, { 'Message-ID': '<held1@x>' }))
  const report = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x' }
  const bounce = (who: string, name: string) =>
    from(who, { ...report, 'Message-ID': name }, `--x\r\n\r\n${address} wrote\r\n--x--`)
  const theirs = await desk.deliver(bounce(`Held\r\n <HELDBACK@example.test>`, '<held2@x>'))
  const other = await desk.deliver(bounce('somebody@else.test', '<held3@x>'))
  const form = await desk.as('system', ({ db }) =>
    db.selectFrom('channel').select('channel_id').where('kind', '=', 'form').executeTakeFirstOrThrow(),
  )
  const post = (email: string, pictures: readonly string[]) =>
    desk.as('system', (ctx) =>
      submitComplaint(ctx, {
        channelId: form.channel_id as ChannelId,
        submission: { name: '', email, subject: '', text: 'x', occurredAt: null, externalId: null, isSuspect: true },
        files: pictures.map((name) => ({
          name,
          mediaType: 'image/png',
          read: () => Promise.resolve(Buffer.from(name)),
        })),
        proof: { kind: 'none' },
      }),
    )
  const posted = await post(address, ['theirs alone', 'of both'])
  const beside = await post('somebody@else.test', ['of both'])
  await desk.readAll()
  for (const rawId of [theirs, other, posted.rawId, beside.rawId])
    expect(await fateOf(rawId)).toMatchObject({ kind: 'quarantine' })
  await erasePerson(address)
  for (const rawId of [theirs, posted.rawId])
    expect(await fateOf(rawId)).toMatchObject({ kind: 'timeline', bytes: Buffer.alloc(0) })
  for (const rawId of [other, beside.rawId]) {
    expect(await fateOf(rawId)).toMatchObject({ kind: 'quarantine' })
    expect((await fateOf(rawId))?.bytes.length).toBeGreaterThan(0)
  }
  const kept = await desk.as('system', ({ db }) => db.selectFrom('file_content').select('bytes').execute())
  expect(kept.map((row) => row.bytes.toString())).toEqual(['of both'])
})

test('every table of this room has exactly one part', async () => {
  const { readFile } = await import('node:fs/promises')
  const sql = await readFile(new URL('../../migrations/0003_hear.sql', import.meta.url), 'utf8')
  const tables = [...sql.matchAll(/^create table (\w+)/gm)].map((match) => match[1])
  const parts = hearPrivacy.map((part) => part.table)
  expect(new Set(parts).size).toBe(parts.length)
  for (const table of tables) expect(parts).toContain(table)
})
