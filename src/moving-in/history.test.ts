// What a company brings along is here as if it had happened here, once, and nobody is written to.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseOf, promisesOf, staff } from '../../tests/setup/cases.ts'
import { openTestHouse, type TestHouse } from '../../tests/setup/house.ts'
import { seeCasePage } from '../amend/cases/page/see-case-page.ts'
import { seeTimeline } from '../amend/cases/page/see-timeline.ts'
import { seeCaseSurvey } from '../amend/surveys/see-case-survey.ts'
import { eraseCustomer } from '../platform/privacy/erase-customer.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import { privacy } from '../wiring.ts'
import { bringHistory } from './bring-history.ts'
import { historyBody, historyLine, type CaseStep, type ProgramLine, type HistoryTaken } from './history.schema.ts'
import { recordsOf, type SourceKind } from './source-record.sql.ts'

let home: TestHouse
let jonas: string
let people = 0
beforeAll(async () => {
  home = await openTestHouse()
  jonas = await emailOf(await home.addPerson('Jonas Weber', 'handler'))
})
afterAll(() => home.close())

const emailOf = (staffId: StaffId): Promise<string> =>
  home.as('system', async ({ db }) => {
    const row = await db.selectFrom('staff').select('email').where('staff_id', '=', staffId).executeTakeFirstOrThrow()
    return row.email
  })

const admin = () => staff(home.founder, 'administrator')
const bring = (...lines: readonly object[]): Promise<HistoryTaken> =>
  home.as(admin(), (ctx) =>
    bringHistory(
      ctx,
      lines.map((line): ProgramLine => historyLine.parse(line)),
    ),
  )
const idOf = (kind: SourceKind, sourceId: string): Promise<string | undefined> =>
  home.as('system', async ({ db }) => (await recordsOf(db, '', kind, [sourceId])).get(sourceId))

function person(): { readonly line: object; readonly id: string; readonly email: string } {
  people += 1
  const [id, email] = [`p${String(people)}`, `person${String(people)}@post.example`]
  const since = '2025-01-02T10:00:00Z'
  return { id, email, line: { kind: 'customer', id, name: 'Maria Silva', emails: [email], language: 'es', since } }
}

const complaint = (customer: string, id: string, steps: readonly object[] = []): object => ({
  ...{ kind: 'case', id, customer, channel: 'mail', subject: 'Kettle', at: '2026-10-01T08:00:00Z' },
  ...{ text: 'The kettle leaks and nobody answers.', steps },
})
const acknowledged = { do: 'acknowledged', at: '2026-10-01T08:01:00Z', text: 'We have it.' }
const taken = (): CaseStep => ({ do: 'taken', at: '2026-10-01T09:00:00Z', by: jonas })
const answered = (isFinal = true, at = '2026-10-01T10:00:00Z'): object => ({
  ...{ do: 'answered', at, by: jonas, text: 'A new one is on its way.' },
  ...{ isFinal, finding: isFinal ? 'founded' : null },
})
const thanks = { do: 'customer-wrote', at: '2026-10-02T08:00:00Z', text: 'Thank you very much!' }

const caseIdOf = async (id: string): Promise<CaseId> => (await idOf('case', id)) as CaseId

test('a case stands as its steps left it, with what was said, promised and kept', async () => {
  const { line, id } = person()
  const closed = { do: 'closed', at: '2026-10-20T08:00:00Z' }
  const taking = await bring(line, complaint(id, 'c1', [acknowledged, taken(), answered(), thanks, closed]))
  expect(taking).toEqual({ taken: 2, known: 0, refused: [] })
  const caseId = await caseIdOf('c1')
  const { current, nextDueAt, lookAgainAt } = await caseOf(home, caseId)
  expect(current).toMatchObject({
    ...{ state: 'closed', kind: 'complaint', finding: 'founded', resolvedBy: 'customer' },
    ...{ firstAnsweredAt: new Date('2026-10-01T10:00:20Z'), closedAt: new Date('2026-10-20T08:00:00Z') },
  })
  expect({ nextDueAt, lookAgainAt }).toEqual({ nextDueAt: null, lookAgainAt: null })
  expect((await promisesOf(home, caseId)).map(({ kind, status }) => [kind, status])).toEqual([
    ['acknowledgement', 'kept'],
    ['first-answer', 'kept'],
    ['final-answer', 'kept'],
  ])
  const page = await home.as(admin(), (ctx) => seeCasePage(ctx, caseId))
  expect(page.messages.messages.map(({ direction, kind, text }) => [direction, kind, text])).toEqual([
    ['in', 'human', 'The kettle leaks and nobody answers.'],
    ['out', 'acknowledgement', 'We have it.'],
    ['out', 'answer', 'A new one is on its way.'],
    ['in', 'human', 'Thank you very much!'],
  ])
})

test('until somebody takes it, whom the history names answers for it', async () => {
  const { line, id } = person()
  await bring(line, complaint(id, 'c11', [{ ...acknowledged, by: jonas }]))
  const { current } = await caseOf(home, await caseIdOf('c11'))
  expect(await emailOf(current.dutyStaffId)).toBe(jonas)
})

test('nothing waits to be sent, and no job is added', async () => {
  const { line, id } = person()
  await bring(line, complaint(id, 'c2', [acknowledged, taken(), answered()]))
  await home.as('system', async ({ db }) => {
    expect(await db.selectFrom('outbox').select('message_id').execute()).toEqual([])
    expect(await db.selectFrom('live_event').select('kind').execute()).toEqual([])
  })
})

test('the same lines again change nothing', async () => {
  const { line, id } = person()
  const lines = [line, complaint(id, 'c3'), order(id, 'o3')]
  expect(await bring(...lines, ...lines)).toEqual({ taken: 3, known: 3, refused: [] })
  const before = await count()
  expect(await bring(...lines)).toEqual({ taken: 0, known: 3, refused: [] })
  expect(await count()).toEqual(before)
})

const count = (): Promise<readonly number[]> =>
  home.as('system', async ({ db }) => {
    const tables = ['customer', 'identity', 'cases', 'message', 'promise', 'purchase', 'interaction'] as const
    const counts = []
    for (const table of tables)
      counts.push(Number((await db.selectFrom(table).select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n))
    return counts
  })

const order = (customer: string, id: string, at = '2026-09-01T10:00:00Z'): object => ({
  ...{ kind: 'order', id, customer, at, amount: '49.90', currency: 'EUR' },
  items: [{ name: 'Kettle', quantity: 1 }],
})

test('orders, refunds, visits and who brought whom stand on the timeline', async () => {
  const [one, other] = [person(), person()]
  const taking = await bring(
    ...[one.line, other.line, order(one.id, 'o4')],
    { kind: 'refund', id: 'r4', order: 'o4', at: '2026-09-05T10:00:00Z', amount: '10', reason: 'late' },
    { kind: 'visit', id: 'v4', customer: one.id, at: '2026-08-30T10:00:00Z', page: '/kettles' },
    { kind: 'referral', id: 'f4', from: one.id, to: other.id, at: '2026-09-03T10:00:00Z', how: 'a talk' },
  )
  expect(taking.refused).toEqual([])
  const customerId = (await idOf('customer', one.id)) as CustomerId
  const { entries } = await home.as('system', (ctx) => seeTimeline(ctx, { customerId }, undefined))
  expect(new Set(entries.map(({ by }) => by))).toEqual(new Set(['world']))
  expect(entries.map(({ kind, details }) => [kind, details])).toEqual([
    ['refund', { amount: '10', currency: 'EUR' }],
    ['referral', { what: 'told', how: 'a talk' }],
    ['purchase', { amount: '49.90', currency: 'EUR', what: 'Kettle' }],
    ['visit', { page: '/kettles' }],
  ])
})

test('a line that cannot be is refused with its reason, and keeps no other back', async () => {
  const { line, id } = person()
  const taking = await bring(
    ...[line, order('nobody', 'o5'), order(id, 'o6', '2027-01-01T00:00:00Z')],
    complaint(id, 'c5', [answered()]),
    complaint(id, 'c6', [{ ...taken(), by: 'stranger@halden.example' }]),
    { kind: 'refund', id: 'r5', order: 'o5', at: '2026-09-05T10:00:00Z', amount: '1', reason: '' },
    complaint(id, 'c7'),
  )
  expect(taking).toMatchObject({ taken: 2, known: 0 })
  expect(taking.refused.map(({ line: at, id: which, why }) => [at, which, why])).toEqual([
    [1, 'o5', 'No line before it brought this customer.'],
    [2, 'o6', 'It happened in the future.'],
    [3, 'c5', expect.stringContaining('answered at 2026-10-01T10:00:00.000Z: ')],
    [4, 'c6', 'Nobody with the address stranger@halden.example works here.'],
    [5, 'r5', 'No line before it brought this order.'],
  ])
  expect(await idOf('case', 'c5')).toBeUndefined()
})

test('what no database takes goes from every text, and the rest stays', async () => {
  const { line, id } = person()
  const odd = (text: string): string => `${text}\u0000\ud800`
  const taking = await bring(
    { ...line, name: odd('Maria') },
    { ...order(id, odd('o9')), items: [{ name: odd('Kettle'), quantity: 1 }] },
    { kind: 'visit', id: odd('v9'), customer: id, at: '2026-08-30T10:00:00Z', page: odd('/kettles') },
    {
      ...complaint(id, odd('c12'), [{ ...acknowledged, text: odd('We have it.') }]),
      text: odd('It leaks.'),
      subject: odd('Kettle'),
    },
  )
  expect(taking).toMatchObject({ taken: 4, refused: [] })
  const nameless = await bring(order(id, '\u0001'))
  expect(nameless).toMatchObject({ taken: 0, known: 0, refused: [{ why: 'Nothing of its number can be kept.' }] })
})

test('times that no calendar has are refused, and so are more cases than one may tell at once', () => {
  const { line, id } = person()
  for (const since of ['0000-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59Z', 'yesterday'])
    expect(historyLine.safeParse({ ...line, since }).success, since).toBe(false)
  const many = Array.from({ length: 1001 }, (_, n) => complaint(id, `many${String(n)}`))
  expect(historyBody.safeParse({ lines: many }).success).toBe(false)
  expect(historyBody.safeParse({ lines: many.slice(1) }).success).toBe(true)
})

test('an address that is known here is the person it is known as', async () => {
  const { line, id, email } = person()
  await bring(line)
  people += 1
  await bring({ ...line, id: 'again', emails: [email.toUpperCase(), 'another@post.example'] })
  expect(await idOf('customer', 'again')).toBe(await idOf('customer', id))
})

test('a shared telephone makes nobody somebody else', async () => {
  const [one, other] = [person(), person()]
  const phones = ['+49 69 90009 100']
  await bring({ ...one.line, phones }, { ...other.line, phones })
  expect(await idOf('customer', one.id)).not.toBe(await idOf('customer', other.id))
})

test('who was erased does not come back, and leaves no number of theirs', async () => {
  const { line, id } = person()
  await bring(line, complaint(id, 'c8'), order(id, 'o8'))
  const customerId = (await idOf('customer', id)) as CustomerId
  await home.as(admin(), (ctx) => eraseCustomer(ctx, privacy, [customerId]))
  expect(await idOf('customer', id)).toBeUndefined()
  const taking = await bring(line)
  expect(taking.refused).toMatchObject([{ why: 'Somebody with this address was erased here and does not come back.' }])
})

test('what was asked afterwards comes along, answered or not; what cannot have been so is refused', async () => {
  const { line, id } = person()
  const settled = [acknowledged, taken(), answered(), thanks]
  const survey = { askedAt: '2026-10-04T08:00:00Z', answeredAt: '2026-10-05T08:00:00Z', outcome: 4, person: 5 }
  const silent = { askedAt: '2026-10-04T08:00:00Z' }
  const caseWith = (caseId: string, steps: readonly object[], some: object): object => ({
    ...complaint(id, caseId, steps),
    survey: some,
  })
  const taking = await bring(
    ...[line, caseWith('s1', settled, { ...survey, words: 'Quick.' }), caseWith('s2', settled, silent)],
    caseWith('s3', [acknowledged, taken(), answered()], silent),
    caseWith('s4', settled, { ...survey, answeredAt: '2026-10-03T08:00:00Z' }),
    caseWith('s5', settled, { ...silent, outcome: 3 }),
    caseWith('s6', settled, { ...survey, answeredAt: '2027-10-03T08:00:00Z' }),
  )
  expect(taking.refused.map(({ id: which, why }) => [which, why])).toEqual([
    ['s3', 'The customer was asked before the case was settled.'],
    ['s4', 'The customer answered before they were asked.'],
    ['s5', 'Who answered says something, and who did not says nothing.'],
    ['s6', 'It happened in the future.'],
  ])
  const of = async (which: string) => {
    const caseId = await caseIdOf(which)
    return home.as(admin(), (ctx) => seeCaseSurvey(ctx, caseId))
  }
  expect(await of('s1')).toMatchObject({
    survey: { state: 'asked', scores: { outcome: 4, process: null, person: 5 }, words: 'Quick.' },
  })
  expect(await of('s2')).toMatchObject({ survey: { state: 'asked', answeredAt: null, words: '' } })
  const customerId = (await idOf('customer', id)) as CustomerId
  const { entries } = await home.as('system', (ctx) => seeTimeline(ctx, { customerId }, undefined))
  expect(entries.filter(({ kind }) => kind === 'survey-answer')).toMatchObject([
    { by: 'them', details: { outcome: 4 } },
  ])
})

test('a silent end is one after two questions, in words that the desk uses', async () => {
  const { line, id } = person()
  const silent = { do: 'resolved-by-silence', at: '2026-11-01T08:00:00Z' }
  expect((await bring(line, complaint(id, 'c9', [acknowledged, taken(), answered(), silent]))).refused).toEqual([])
  const caseId = await caseIdOf('c9')
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'resolved', resolvedBy: 'silence' })
  const page = await home.as(admin(), (ctx) => seeCasePage(ctx, caseId))
  const notices = page.messages.messages.filter(({ kind }) => kind === 'notice')
  expect(notices.map(({ text }) => text.includes('Halden Home'))).toEqual([true, true])
})

test('a wait for the customer moves what is due, and a broken promise is broken', async () => {
  const { line, id } = person()
  const wait = {
    do: 'waiting',
    at: '2026-11-16T09:00:00Z',
    by: jonas,
    for: 'customer',
    reason: 'a photo',
    until: '2026-11-20T09:00:00Z',
  }
  const late = { ...complaint(id, 'c10', [acknowledged, { ...taken(), at: '2026-11-16T08:00:00Z' }, wait]) }
  expect((await bring(line, late)).refused).toEqual([])
  const caseId = await caseIdOf('c10')
  const kept = await caseOf(home, caseId)
  expect(kept).toMatchObject({ waitingReason: 'a photo', current: { state: 'waiting-for-customer' } })
  const first = (await promisesOf(home, caseId)).find(({ kind }) => kind === 'first-answer')
  expect(first).toMatchObject({ status: 'open', dueAt: new Date('2026-10-02T08:00:00Z') })
})
