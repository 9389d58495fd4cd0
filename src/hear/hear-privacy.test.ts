// A person's right to be erased: nothing of theirs is left in any table of this room, old mail does not bring them back, a new word is heard.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../tests/setup/mail-desk.ts'
import { eraseCustomer, exportCustomer } from '../platform/privacy/erase-customer.ts'
import type { ConversationId, CustomerId } from '../shared/ids.ts'
import { sendLetter } from './conversations/send-letter.ts'
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
  expect(await tablesThatSay(canary)).toEqual([
    'conversation',
    'customer',
    'file',
    'file_content',
    'identity',
    'inbound_raw',
    'message',
    'outbox',
  ])
  const exported = await desk.as('system', (ctx) => exportCustomer(ctx, hearPrivacy, customerId))
  expect(JSON.stringify(exported['message'])).toContain(canary)
  desk.clock.moveMinutes(1)
  await desk.as('system', (ctx) => eraseCustomer(ctx, hearPrivacy, customerId))
  expect(await tablesThatSay(canary)).toEqual([])
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

test('every table of this room has exactly one part', async () => {
  const { readFile } = await import('node:fs/promises')
  const sql = await readFile(new URL('../../migrations/0003_hear.sql', import.meta.url), 'utf8')
  const tables = [...sql.matchAll(/^create table (\w+)/gm)].map((match) => match[1])
  const parts = hearPrivacy.map((part) => part.table)
  expect(new Set(parts).size).toBe(parts.length)
  for (const table of tables) expect(parts).toContain(table)
})
