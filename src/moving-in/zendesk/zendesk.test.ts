// An export of Zendesk comes along as people and complaints: with what was said, by whom, silently, once, and it can be taken back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseOf, promisesOf, staff } from '../../../tests/setup/cases.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type ImportDesk, importDesk, noPlan } from '../../../tests/setup/imports.ts'
import { seeCasePage } from '../../amend/cases/page/see-case-page.ts'
import type { CaseId } from '../../shared/ids.ts'
import { checkImport } from '../csv/check-import.ts'
import { problemsOf } from '../csv/import-trail.sql.ts'
import type { ImportId } from '../csv/import.ts'
import { recordsOf, type SourceKind } from '../source-record.sql.ts'
import { asLines, asList, tickets, users } from './nasty-export.fixture.ts'

let home: TestHouse
let desk: ImportDesk
let people: ImportId
let complaints: ImportId
beforeAll(async () => {
  home = await openTestHouse()
  desk = importDesk(home)
  people = (await desk.bring('customer', asLines(users), {}, 'zendesk')).importId
  complaints = (await desk.bring('complaint', asLines(tickets), {}, 'zendesk')).importId
})
afterAll(() => home.close())

/** In a list nothing stands behind a record that is cut off. */
const whole = tickets.filter((one) => one !== '{"id":109,"status":"open"')

const idOf = async (kind: SourceKind, id: string): Promise<string> =>
  (await home.as('system', ({ db }) => recordsOf(db, 'zendesk', kind, [id]))).get(id) ?? ''
const rows = async (question: string): Promise<readonly Record<string, unknown>[]> =>
  (await home.house.ownerPool.query<Record<string, unknown>>(question)).rows
const problems = async (importId: ImportId): Promise<readonly (readonly [string, readonly number[]])[]> =>
  (await home.as('system', ({ db }) => problemsOf(db, importId, 'bring')))
    .map(({ why, lines }) => [why, lines] as const)
    .toSorted((a, b) => (a[1][0] ?? 0) - (b[1][0] ?? 0))
const pageOf = async (id: string) => {
  const caseId = (await idOf('complaint', id)) as CaseId
  return home.as(staff(home.founder, 'administrator'), (ctx) => seeCasePage(ctx, caseId))
}

test('people come with numbers beyond 2^53, suspended or not; agents, deleted people and halves of records do not', async () => {
  expect(await desk.see(people)).toMatchObject({ state: 'done', taken: 2, refused: 4 })
  expect(await problems(people)).toEqual([
    ['They worked there: that makes nobody a customer, and no account is made of it.', [3]],
    ['They were deleted there, and do not come back.', [4]],
    ['The since is missing, too long, or of a kind that cannot be kept.', [5]],
    ['It is no JSON, is cut off, or is longer than anybody reads.', [6]],
  ])
  const [mira] = await rows(
    `select name, language, first_seen_at from customer where customer_id = '${await idOf('customer', '9007199254740993')}'`,
  )
  expect(mira).toEqual({ name: 'Mira Kaya', language: 'de', first_seen_at: new Date('2023-05-01T08:00:00Z') })
  expect(await rows('select email from staff')).toHaveLength(1)
})

test('tickets that cannot be are refused, each with its reason and its place', async () => {
  expect(await desk.see(complaints)).toMatchObject({ state: 'done', taken: 4, refused: 9 })
  expect(await problems(complaints)).toEqual([
    ['No line before it brought this customer.', [3]],
    ['It was deleted there, and does not come back.', [4]],
    ['It names nobody who asked.', [5]],
    ['The status is a word that says neither that it is open nor that it ended.', [6]],
    ['The date is missing, or says no zone.', [7]],
    ['Its number stands in the table before; the first line of it counts.', [9]],
    ['It is no JSON, is cut off, or is longer than anybody reads.', [10]],
    ['It is no record of Zendesk.', [11]],
    ['Its field "id" is of a kind that Zendesk does not write.', [12]],
  ])
})

test('what was said stands in its order, by its names; what a colleague or somebody else wrote stands beside it', async () => {
  const { messages, ...page } = await pageOf('101')
  expect(
    messages.messages.map(({ direction, author, text, hasHtml }) => [direction, author.name, text, hasHtml]),
  ).toEqual([
    ['in', 'Bo Lund', 'The kettle leaks.', false],
    [
      ...['out', 'Smith, Agent (zendesk)'],
      'A new one is on its way.\n[Attached there, and not fetched: ../label.pdf (application/pdf, 12 bytes) https://acme.zendesk.example/attachments/token/x]',
      false,
    ],
    ['out', 'the system (zendesk)', 'This request was closed and merged into request #102.', false],
  ])
  expect(messages.notes.map(({ author, text }) => [author.name, text])).toEqual([
    ['Amira Haddad', 'Smith, Agent (zendesk): Third one this week.'],
    ['Amira Haddad', 'number 9007199254740993 (zendesk): Mine leaks as well.'],
    [
      'Amira Haddad',
      [
        ...['Brought along from zendesk, where its number was 101.', 'It ended there.', 'Its status there: solved'],
        ...['Who had it last there: Smith, Agent', 'It was merged there with another: yes'],
        ...['How content they were, as it was asked there: good Quick!', 'Its tags there: kettle, vip'],
      ].join('\n'),
    ],
  ])
  expect(page).toBeTruthy()
  const { current } = await caseOf(home, (await idOf('complaint', '101')) as CaseId)
  expect(current).toMatchObject({ state: 'closed', closedAt: new Date('2024-06-20T10:00:00Z') })
})

test('pending and on hold wait here by the floor from today', async () => {
  for (const id of ['102', '108', '110']) {
    const caseId = (await idOf('complaint', id)) as CaseId
    expect((await caseOf(home, caseId)).current.state).toBe('received')
    expect((await promisesOf(home, caseId)).map(({ madeAt }) => madeAt)).toEqual([home.clock.now(), home.clock.now()])
  }
  const notes = (await pageOf('102')).messages.notes.map(({ text }) => text).join()
  expect(notes).toContain('It came there by: twitter\nIt went on there from number: 101')
})

test('what an agent wrote down says so, nothing of what is longer than a message is lost, and its person comes with it', async () => {
  const { messages } = (await pageOf('108')).messages
  expect(messages[0]?.author.name).toBe('Ida')
  const texts = await rows(
    `select text from message m join cases c using (organization_id, conversation_id) where c.case_id = '${await idOf('complaint', '108')}' order by m.at, m.message_id`,
  )
  const whole = texts.map(({ text }) => String(text)).join('')
  expect(whole).toMatch(/^\(Written down there by number 77\.\)\n\nShe called\. a{45000}$/)
})

test('agents that are only numbers are named so, and a message without words says so', async () => {
  const { messages } = (await pageOf('110')).messages
  expect(messages.map(({ author, text }) => [author.name, text])).toEqual([
    ['Bo Lund', 'Without words.'],
    ['number 78 (zendesk)', 'We look into it.'],
  ])
})

test('nothing of it is sent, asked or promised for the past, and no priority, organisation or field comes along', async () => {
  expect(
    await rows('select 1 from outbox union all select 1 from survey union all select 1 from staff_notice'),
  ).toEqual([])
  const everything = JSON.stringify(
    await rows(
      'select to_jsonb(c) as a, to_jsonb(m) as b from cases c join message m using (organization_id, conversation_id)',
    ),
  )
  expect(everything).not.toMatch(/high|custom_fields|organization_id":5|gold|<script/)
})

test('the same export again changes nothing, laid out another way', async () => {
  const again = await desk.bring('complaint', asList('tickets', whole), {}, 'zendesk')
  expect(again).toMatchObject({ taken: 0, known: 4, changed: 0 })
  expect(await desk.bring('customer', asList('users', users.slice(0, 2)), {}, 'zendesk')).toMatchObject({
    taken: 0,
    known: 2,
  })
})

test('users are not taken for tickets, nor anything else for an export', async () => {
  await expect(desk.take('complaint', asLines(users))).rejects.toThrow(/Choose "People"/)
  await expect(desk.take('customer', asLines(tickets))).rejects.toThrow(/Choose "Complaints"/)
  await expect(desk.take('customer', '[1, 2]')).rejects.toThrow(/neither tickets nor users/)
})

test('it is looked at before it is brought', async () => {
  const importId = await desk.take('complaint', asList('tickets', whole), 'other')
  const seen = await checkImport(home.house, desk.who, importId, noPlan)
  expect(seen).toMatchObject({ faults: [], good: 5 })
  expect(seen.rows[0]).toMatchObject({ line: 1, why: null, becomes: { id: '101', customer: '12' } })
})

test('undoing it leaves nothing', async () => {
  expect(await desk.undo(complaints)).toMatchObject({ state: 'undone', removed: 5 })
  expect(await desk.undo(people)).toMatchObject({ state: 'undone', removed: 2 })
  for (const table of [
    'cases',
    'message',
    'conversation',
    'case_note',
    'promise',
    'interaction',
    'customer',
    'identity',
  ])
    expect([table, await rows(`select 1 from ${table}`)]).toEqual([table, []])
})
