// A message is counted in one case, once, however often and in whatever order its job runs; what no person said opens nothing.
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { accept, caseOf, count, promisesOf, staff, writeIn } from '../../../tests/setup/cases.ts'
import { write } from '../../../tests/setup/customers.ts'
import { openCaseDesk } from '../../../tests/setup/taken-case.ts'
import type { CaseId } from '../../shared/ids.ts'
import { answerCase } from './work/answer-case.ts'
import { takeCase } from './work/take-case.ts'

const { home, mailbox, jonas } = await openCaseDesk()
afterAll(() => home.close())

const complain = (from: string) => writeIn(home, mailbox, { from, text: 'The kettle leaks and I want my money back.' })
const versionOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.version
const take = (caseId: CaseId) => home.as(staff(jonas), async (ctx) => takeCase(ctx, caseId, await versionOf(caseId)))
const answer = (caseId: CaseId, text: string, final: boolean) =>
  home.as(staff(jonas), async (ctx) =>
    answerCase(ctx, caseId, {
      ...{
        version: await versionOf(caseId),
        text,
        final,
        finding: final ? 'founded' : null,
        evidence: null,
        fileIds: [],
      },
    }),
  )

test('a message counted twice is one case and one word', async () => {
  const story = await complain('third@customer.example')
  await count(home, story.messageId)
  await Promise.all([count(home, story.messageId), count(home, story.messageId)])
  const cases = await home.as('system', ({ db }) =>
    db.selectFrom('cases').select('case_id').where('conversation_id', '=', story.conversationId).execute(),
  )
  expect(cases).toHaveLength(1)
  expect(await promisesOf(home, story.caseId)).toHaveLength(3)
})

test('a word counted again after it was answered opens nothing again', async () => {
  const story = await complain('again@customer.example')
  await take(story.caseId)
  await answer(story.caseId, 'Done.', true)
  await accept(home, story.caseId, 'answer')
  const words = { from: 'again@customer.example', to: story, text: 'It is still broken.' }
  const said = await writeIn(home, mailbox, words)
  await answer(story.caseId, 'Done again.', true)
  await accept(home, story.caseId, 'answer')
  const before = await caseOf(home, story.caseId)
  await count(home, said.messageId)
  expect(await caseOf(home, story.caseId)).toEqual(before)
})

test('lists show the newest word of a person, whichever is counted last', async () => {
  const from = 'words@customer.example'
  const story = await complain(from)
  const shown = () =>
    home.as('system', ({ db }) =>
      db
        .selectFrom('cases')
        .select(['channel', 'last_direction', 'last_text', 'last_heard_at'])
        .where('case_id', '=', story.caseId)
        .executeTakeFirstOrThrow(),
    )
  expect(await shown()).toMatchObject({
    ...{ channel: 'mail', last_direction: 'in', last_text: 'The kettle leaks and I want my money back.' },
  })
  home.clock.moveMinutes(1)
  const older = await write(home, mailbox, { from, to: story, text: 'It drips.' })
  home.clock.moveMinutes(1)
  const newer = await write(home, mailbox, { from, to: story, text: 'It pours. '.repeat(40), visible: '' })
  await count(home, newer.messageId)
  await count(home, older.messageId)
  expect(await shown()).toMatchObject({ last_text: 'It pours. '.repeat(20), last_heard_at: home.clock.now() })
  await take(story.caseId)
  expect(await shown()).toMatchObject({ last_direction: 'in' })
  home.clock.moveMinutes(1)
  await answer(story.caseId, 'We are sorry.', false)
  expect(await shown()).toMatchObject({
    ...{ last_direction: 'out', last_text: 'We are sorry.', last_heard_at: home.clock.now() },
  })
})

test('the queue hears that a message was counted when that is on the disk, not before', async () => {
  const { messageId } = await write(home, mailbox, { from: 'disk@customer.example', text: 'It is broken.' })
  const asked: string[] = []
  const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      if (typeof given[0] === 'string') asked.push(given[0])
      return query.apply(this, given)
    },
  })
  try {
    await count(home, messageId)
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  expect(asked.filter((text) => text.startsWith('begin'))).not.toEqual([])
  expect(asked.filter((text) => text.includes('synchronous_commit'))).toEqual([])
})

test('two messages that begin a conversation at once open one case', async () => {
  const first = await write(home, mailbox, { from: 'fourth@customer.example', text: 'It is broken.' })
  const second = await write(home, mailbox, { from: 'fourth@customer.example', to: first, text: 'And it smells.' })
  await Promise.all([count(home, second.messageId), count(home, first.messageId)])
  const cases = await home.as('system', ({ db }) =>
    db.selectFrom('cases').select('case_id').where('conversation_id', '=', first.conversationId).execute(),
  )
  expect(cases).toHaveLength(1)
})

test('automatic mail and mail that waits to be confirmed open nothing', async () => {
  for (const words of [{ kind: 'machine' as const }, { standing: 'to-confirm' as const }]) {
    const written = await write(home, mailbox, { from: 'eighth@customer.example', text: 'I am away.', ...words })
    await count(home, written.messageId)
    const found = await home.as('system', ({ db }) =>
      db.selectFrom('cases').select('case_id').where('conversation_id', '=', written.conversationId).execute(),
    )
    expect(found).toEqual([])
  }
})
