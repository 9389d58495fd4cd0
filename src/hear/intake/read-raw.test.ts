// From what was typed into the form to a message of a known person, on a real database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type ChannelRow, listChannels } from '../channels/channel.sql.ts'
import { foundChannels } from '../channels/found-channels.ts'
import { createParsePool } from './parse-pool.ts'
import { readDue } from './reader.ts'
import { submitComplaint } from './submit-complaint.ts'

let desk: TestHouse
let form: ChannelRow
const pool = createParsePool({ size: 1 })

beforeAll(async () => {
  desk = await openTestHouse()
  await desk.as('system', foundChannels)
  const found = (await desk.as('system', (ctx) => listChannels(ctx.db))).find(({ kind }) => kind === 'form')
  if (!found) throw new Error('no form channel')
  form = found
})
afterAll(async () => {
  await pool.close()
  await desk.close()
})

const complaint = {
  name: 'Sofia Brandt',
  email: 'Sofia@Example.test',
  subject: 'Kettle',
  text: 'The kettle leaks.\u0000 Since day one.',
  occurredAt: null,
  externalId: null,
  isSuspect: false,
}

test('a complaint typed into the form becomes a message of a known person', async () => {
  const files = [{ name: '../photo.png', mediaType: 'image/png', read: () => Promise.resolve(Buffer.from('png')) }]
  const first = await desk.as('system', (ctx) =>
    submitComplaint(ctx, { channelId: form.channelId, submission: complaint, files, proof: { kind: 'none' } }),
  )
  const again = await desk.as('system', (ctx) =>
    submitComplaint(ctx, { channelId: form.channelId, submission: complaint, files, proof: { kind: 'none' } }),
  )
  expect(again).toEqual({ rawId: first.rawId, isNew: false })
  expect(await readDue(desk.house, pool)).toBe(1)
  expect(await readDue(desk.house, pool)).toBe(0)
  const seen = await desk.as('system', async ({ db }) => ({
    messages: await db.selectFrom('message').select(['text', 'subject', 'standing', 'joined_by', 'meaning']).execute(),
    people: await db.selectFrom('identity').select(['value', 'raw_value', 'display']).execute(),
    files: await db.selectFrom('file').select(['name', 'size']).execute(),
    attachments: (await db.selectFrom('attachment').selectAll().execute()).length,
    dispositions: await db.selectFrom('disposition').select(['kind', 'reason']).execute(),
    unread: await db.selectFrom('unread_raw').selectAll().execute(),
    timeline: await db.selectFrom('interaction').select(['kind', 'details']).execute(),
    live: await db.selectFrom('live_event').select('kind').execute(),
  }))
  expect(seen.messages).toEqual([
    {
      text: 'The kettle leaks. Since day one.',
      subject: 'Kettle',
      standing: 'joined',
      joined_by: 'new',
      meaning: 'new-information',
    },
  ])
  expect(seen.people).toEqual([
    { value: 'sofia@example.test', raw_value: 'Sofia@Example.test', display: 'Sofia Brandt' },
  ])
  expect(seen.files).toEqual([{ name: 'photo.png', size: 3 }])
  expect(seen.attachments).toBe(1)
  expect(seen.dispositions).toEqual([{ kind: 'conversation', reason: 'A new conversation.' }])
  expect(seen.unread).toEqual([])
  expect(seen.timeline).toHaveLength(1)
  expect(seen.live).toEqual([{ kind: 'message.received' }])
})
