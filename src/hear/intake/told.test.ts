// What a mail tells of danger and hardship is kept with it, in its own language; what it only quotes or repeats in its subject is not.
import { afterAll, expect, test } from 'vitest'
import { mailOf, openMailDesk, ourAddress } from '../../../tests/setup/mail-desk.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { blankMessages } from '../conversations/conversation-rights.sql.ts'

const desk = await openMailDesk()
afterAll(async () => {
  await desk.pool.close()
  await desk.close()
})

let mails = 0
async function send(subject: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  mails += 1
  const id = `<told${String(mails)}@customer.example>`
  const rawId = await desk.deliver(
    mailOf(
      {
        ...{ From: 'Anna Berg <anna@customer.example>', To: ourAddress, Subject: subject, 'Message-ID': id },
        'Content-Type': 'text/plain; charset=utf-8',
        ...headers,
      },
      body,
    ),
  )
  return desk.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .select(['language', 'cues', 'kind_told'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow(),
  )
}
const kinds = (cues: unknown): readonly string[] => ((cues ?? []) as { kind: string }[]).map(({ kind }) => kind)

test('the words, their kind and the language stand with the message', async () => {
  const { language, cues } = await send(
    'Wasserkocher',
    'Meine Tochter hat sich an dem Wasserkocher die Hand verbrannt.',
  )
  expect(language).toBe('de')
  expect(cues).toContainEqual({ kind: 'injury', isDanger: true, words: expect.stringContaining('verbrannt') as string })
})

test('danger in words that no list has is told as well', async () => {
  const { cues } = await send('Your ladder', 'Your ladder collapsed and I broke two ribs.')
  expect(cues).toEqual([
    { kind: 'likely-danger', isDanger: true, words: expect.stringContaining('collapsed') as string },
  ])
})

test('a subject speaks where a message begins something', async () => {
  expect(kinds((await send('The heater caught fire', 'Please call me about it today.')).cues)).toContain('fire')
})

test('an ordinary complaint tells of nothing', async () => {
  expect((await send('The parcel', 'The parcel came two weeks late and the lid is loose.')).cues).toBeNull()
})

test('what is quoted was told before', async () => {
  const answer =
    'Thank you, that helps.\n\nOn Mon, 16 Nov 2026 at 09:12, Support wrote:\n> You wrote that the heater caught fire.'
  expect((await send('Re: our talk', answer)).cues).toBeNull()
})

test('what it most likely is stands with it, with the words that spoke for it; nothing where that is not clear', async () => {
  const { kind_told: told } = await send(
    'Your new app',
    'Die neue Kaffeemaschine ist großartig, die beste, die wir je hatten.',
  )
  expect(told).toMatchObject({ kind: 'praise', words: expect.arrayContaining(['großartig']) as string[] })
  expect((await send('Order', '4471')).kind_told).toBeNull()
})

test('it goes with the words when their writer is erased', async () => {
  await send('Your shop', 'What a lovely shop, I love the coat.')
  await desk.as('system', async ({ db }) => {
    const told = () => db.selectFrom('message').select('kind_told').where('kind_told', 'is not', null).execute()
    expect(await told()).not.toEqual([])
    const people = await db.selectFrom('customer').select('customer_id').execute()
    for (const { customer_id } of people) await blankMessages(db, customer_id as CustomerId)
    expect(await told()).toEqual([])
  })
})
