// Every statement that a screen waits for, as amends_app, on tables with rows: none may read a whole big table. Row-level security makes
// PostgreSQL refuse some indexes silently, and a screen that was fast with ten cases then takes seconds with a hundred thousand.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amendRoutes } from '../../src/amend/amend-routes.ts'
import { takeNext } from '../../src/amend/cases/work/take-next.ts'
import { casesToLookAt } from '../../src/amend/cases/case.sql.ts'
import { breakOverdue } from '../../src/amend/promises/promise.sql.ts'
import { countedLetter } from '../../src/amend/cases/case-message.sql.ts'
import { countLetterSent } from '../../src/amend/cases/letters/count-letter.ts'
import { countCustomerMessage } from '../../src/amend/cases/count-message.ts'
import type { RegisterFilter } from '../../src/amend/register/register.schema.ts'
import { seeRegister } from '../../src/amend/register/see-register.ts'
import { answerSurvey } from '../../src/amend/surveys/answer-survey.ts'
import { askAbout } from '../../src/amend/surveys/ask-surveys.ts'
import { drawCase } from '../../src/amend/surveys/draw-case.ts'
import { noteReturnedSurvey } from '../../src/amend/surveys/note-returned-survey.ts'
import { unsubscribe } from '../../src/amend/surveys/stop-surveys.ts'
import { surveysToLookAt } from '../../src/amend/surveys/survey.sql.ts'
import type { Context } from '../../src/platform/context/context.ts'
import type { CaseId, MessageId, StaffId } from '../../src/shared/ids.ts'
import { connectMailbox, settle, write } from '../setup/customers.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'
import { fillHouse } from '../setup/many-cases.ts'

const big = new Set([
  'message',
  'cases',
  'promise',
  'interaction',
  'inbound_raw',
  'outbox',
  'customer',
  'identity',
  'conversation',
  'case_message',
  'case_event',
  'clock_pause',
  'attachment',
  'participant',
  'case_note',
  'note_mention',
  'enquiry',
  'survey',
  'case_span',
  'case_deed',
  'rearrangement',
])

interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Plan[]
}

let home: TestHouse
let me: StaffId
let ids: { caseId: string; customerId: string; messageId: MessageId }
/** Indexes that hold a part of a table only, by name. */
let partial: ReadonlySet<string>

beforeAll(async () => {
  home = await openTestHouse()
  await fillHouse(home, 6000)
  const { rows } = await home.house.pool.query<{ name: string }>(
    `select indexrelid::regclass::text as name from pg_index where indpred is not null`,
  )
  partial = new Set(rows.map(({ name }) => name))
  ids = await home.as('system', async ({ db }) => {
    const row = await db.selectFrom('cases').selectAll().where('state', '=', 'in-progress').executeTakeFirstOrThrow()
    me = row.owner_staff_id as StaffId
    return { caseId: row.case_id, customerId: row.customer_id, messageId: row.opening_message_id as MessageId }
  })
}, 300_000)
afterAll(() => home.close())

/** What a use case asks of the database, written down by the connection itself. */
async function statementsOf(work: (ctx: Context) => Promise<unknown>): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown
  const recording = function (this: pg.Client, ...given: unknown[]): unknown {
    const [first] = given
    if (typeof first === 'object' && first !== null && 'text' in first) {
      const { text, values } = first as { text: string; values?: unknown[] }
      asked.push({ text, values: values ?? [] })
    }
    return query.apply(this, given)
  }
  Object.assign(pg.Client.prototype, { query: recording })
  try {
    await home.as({ kind: 'staff', staffId: me, role: 'lead' }, work)
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  return asked.filter(({ text }) => /\b(select|update|insert|delete)\b/i.test(text))
}

/** Big tables that a plan reads from end to end: as they lie, or by an index of all their rows of which nothing but the company is asked. A limit
 * that reaches down to the reading ends it early. */
function wholeReads(plan: Plan, isCut = false): readonly string[] {
  const { 'Node Type': node, 'Relation Name': table = '', 'Index Name': index = '', 'Index Cond': asked = '' } = plan
  const isWhole =
    node === 'Seq Scan' ||
    (/^Index( Only)? Scan$/.test(node) &&
      !isCut &&
      !partial.has(index) &&
      asked.replace(/\(organization_id = .*?::uuid\)/, '').replace(/[()]/g, '') === '')
  const isCutBelow = node === 'Limit' || (isCut && !/Sort|Aggregate|Hash|Materialize|Unique|WindowAgg/.test(node))
  return [
    ...(isWhole && big.has(table) ? [`${table} ${index}`.trim()] : []),
    ...(plan.Plans ?? []).flatMap((part) => wholeReads(part, isCutBelow)),
  ]
}

/** Big tables that a statement would read whole: planned for these values, and planned once for any. */
async function readWhole({ text, values }: Asked): Promise<readonly string[]> {
  const client = await home.house.pool.connect()
  try {
    // The pool keeps the planner from reading whole tables; here it may, so that an index that is missing shows.
    await client.query(`begin; set local app.organization_id = '${home.organizationId}'; set local enable_seqscan = on`)
    const whole: string[] = []
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await client.query(`set local plan_cache_mode = ${mode}`)
      await client.query(`prepare hot as ${text}`)
      const list = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        `explain (format json) execute hot${list}`,
      )
      whole.push(...wholeReads(rows[0]!['QUERY PLAN'][0]!.Plan))
      await client.query('deallocate hot')
    }
    return whole
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `'{${value.map((one) => `"${one as string}"`).join(',')}}'`
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value)
  return pg.escapeLiteral(text)
}

async function expectIndexed(work: (ctx: Context) => Promise<unknown>): Promise<void> {
  const asked = await statementsOf(work)
  expect(asked.length).toBeGreaterThan(0)
  for (const one of asked)
    expect({ statement: one.text, readsWhole: await readWhole(one) }).toEqual({ statement: one.text, readsWhole: [] })
}

test.each([
  ['/api/desk', {}, { lines: 30 }],
  ['/api/cases/:caseId', { caseId: true }, {}],
  ['/api/cases/:caseId/page', { caseId: true }, {}],
  ['/api/cases/:caseId/messages', { caseId: true }, { limit: 30 }],
  ['/api/cases/:caseId/asked-for', { caseId: true }, {}],
  ['/api/cases/:caseId/timeline', { caseId: true }, {}],
  ['/api/cases/:caseId/promises', { caseId: true }, {}],
  ['/api/messages/:messageId', { messageId: true }, {}],
  ['/api/to-confirm', {}, {}],
  ['/api/customers/:customerId', { customerId: true }, {}],
  ['/api/customers/:customerId/timeline', { customerId: true }, {}],
  ['/api/cases/:caseId/enquiries', { caseId: true }, {}],
  ['/api/cases/:caseId/participants', { caseId: true }, {}],
  ['/api/customers', {}, {}],
  ['/api/customers', {}, { after: '2026-11-16T10:00:00.000Z_01900000-0000-7000-8000-000000000001' }],
  ['/api/customers/:customerId/cases', { customerId: true }, {}],
  ['/api/customers/:customerId/purchases', { customerId: true }, {}],
  ['/api/customers/:customerId/word-of-mouth', { customerId: true }, {}],
  ['/api/customers/:customerId/known', { customerId: true }, {}],
  ['/api/search', {}, { q: 'kettle', limit: 10 }],
  ['/api/register/views', {}, {}],
  ['/api/team', {}, {}],
  ['/api/team/cases', {}, { of: 'at-risk', lines: 25 }],
  ['/api/team/cases', {}, { of: 'untaken', lines: 25 }],
  ['/api/team/cases', {}, { of: '01900000-0000-7000-8000-000000000001', lines: 25 }],
  ['/api/cases/:caseId/survey', { caseId: true }, {}],
  ['/api/surveys/figures', {}, {}],
  ...['volume', 'backlog', 'times', 'promises', 'channels', 'frequent-words', 'topics', 'handlers'].map(
    (name) => [`/api/reports/${name}`, {}, { last: 30 }] as const,
  ),
] as const)('%s reads by index only', async (url, wanted, query) => {
  const found = amendRoutes.find((one) => one.url === url && one.method === 'GET')
  if (found?.kind !== 'checked') throw new Error(`no route ${url}`)
  const params = Object.fromEntries(Object.keys(wanted).map((name) => [name, ids[name as keyof typeof ids]]))
  await expectIndexed(async (ctx) => {
    await found.relation?.(ctx, params)
    await found.answer(ctx, { params, query, body: undefined }, {} as never, undefined)
  })
})

/** Every scan of the cases in a plan: its kind, and its index. */
const scansOfCases = (plan: Plan): readonly string[] => [
  ...(plan['Relation Name'] === 'cases' ? [`${plan['Node Type']} ${plan['Index Name'] ?? ''}`] : []),
  ...(plan.Plans ?? []).flatMap(scansOfCases),
]

/** As the application asks: planned once for any values, and with no table read whole. */
async function scansAsked({ text, values }: Asked): Promise<readonly string[]> {
  const client = await home.house.pool.connect()
  try {
    await client.query(`begin; set local app.organization_id = '${home.organizationId}'`)
    await client.query(`prepare register as ${text}`)
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
      `explain (format json) execute register${values.length === 0 ? '' : `(${values.map(literal).join(', ')})`}`,
    )
    await client.query('deallocate register')
    return scansOfCases(rows[0]!['QUERY PLAN'][0]!.Plan)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

// Any filter may ask for few cases of many. Where it does, the register walks through an index that holds all that is asked, and looks at no other
// case; words of one or two signs, which no index has, cost a look at each.
const walk = 'Index Only Scan cases_by_received'
const byKey = 'Index Scan cases_pkey'
const owed = 'Index Scan cases_by_due'
test.each([
  [{}, [walk, owed]],
  [{ kind: 'request', channel: 'form', finding: 'dishonest', state: 'received,closed' }, [walk, owed]],
  [{ duty: '01900000-0000-7000-8000-000000000001' }, [walk, owed]],
  [{ from: '2026-03-01', to: '2026-03-31' }, [walk, owed]],
  [{ owner: 'me' }, [walk, owed]],
  [{ owner: 'nobody' }, [walk, owed]],
  [{ late: 'now' }, [walk, owed]],
  [{ late: 'ever' }, [byKey, owed]],
  [{ customer: '01900000-0000-7000-8000-000000000001' }, ['Index Scan cases_of_customer', owed]],
  [{ survey: 'low', askedFrom: '2026-03-01', askedTo: '2026-03-31' }, [byKey, owed]],
  [{ survey: 'outcome-3' }, [byKey, owed]],
  [{ q: 'kettle leaks' }, [byKey, owed]],
  [{ q: 'A-77' }, ['Index Scan cases_organization_id_number_key', owed]],
  [{ q: '77' }, ['Index Scan cases_by_received', owed]],
  [{ state: 'in-progress', owner: 'me', late: 'ever', q: 'kettle', kind: 'complaint' }, [byKey, owed]],
] as const)('the register finds %j by an index that holds what is asked', async (filter, wanted) => {
  const scans = new Set<string>()
  const keep = async (work: (ctx: Context) => Promise<unknown>): Promise<void> => {
    for (const one of await statementsOf(work)) for (const scan of await scansAsked(one)) scans.add(scan)
  }
  for (const order of ['received', 'due'] as const) {
    const page = (after?: string) => (ctx: Context) => seeRegister(ctx, filter as RegisterFilter, order, after, 20)
    await keep(page())
    const { next } = await home.as({ kind: 'staff', staffId: me, role: 'lead' }, page())
    if (next !== null) await keep(page(next))
  }
  // By their keys the cases of a page are read, once they are known.
  expect([...scans].sort()).toEqual([...new Set([...wanted, byKey])].sort())
})

// A page of cases to which something happened: few are read by their keys, of many each is asked by its key on the way.
test.each([
  [{ openOn: '2026-11-10' }, [byKey]],
  [{ openOn: '2026-01-10' }, [byKey]],
  [{ did: 'answered', by: 'me', doneFrom: '2026-10-01', doneTo: '2026-10-31' }, [byKey]],
  [{ did: 'ended', from: '2026-06-01', to: '2026-09-30' }, [walk, byKey]],
  [{ promise: 'first-answer', promised: 'kept' }, [walk, byKey]],
] as const)('the register finds %j without reading the others', async (filter, wanted) => {
  const scans = new Set<string>()
  for (const one of await statementsOf((ctx) => seeRegister(ctx, filter, 'received', undefined, 20))) {
    for (const scan of await scansAsked(one)) scans.add(scan)
  }
  expect([...scans].sort()).toEqual([...wanted].sort())
})

test('later pages of messages and timeline read by index only', async () => {
  const { db } = { db: home }
  const place = await db.as('system', (ctx) =>
    ctx.db
      .selectFrom('interaction')
      .select('interaction_id')
      .where('customer_id', '=', ids.customerId)
      .executeTakeFirstOrThrow(),
  )
  for (const [url, before] of [
    ['/api/cases/:caseId/messages', ids.messageId],
    ['/api/cases/:caseId/timeline', place.interaction_id],
  ] as const) {
    const found = amendRoutes.find((one) => one.url === url && one.method === 'GET')
    if (found?.kind !== 'checked') throw new Error(`no route ${url}`)
    await expectIndexed((ctx) =>
      found.answer(ctx, { params: ids, query: { before, limit: 30 }, body: undefined }, {} as never, undefined),
    )
  }
})

test('drawing, asking, opening and answering a survey read by index only', async () => {
  const caseId = ids.caseId as CaseId
  await home.as('system', async ({ db }) => {
    await db
      .updateTable('cases')
      .set({ state: 'resolved', resolved_at: home.clock.now(), resolved_by: 'customer' })
      .where('case_id', '=', caseId)
      .execute()
    const row = { case_id: caseId, customer_id: ids.customerId, organization_id: home.organizationId }
    const setting = { state: 'on', after_hours: 1, share: 100, cap_days: 1, version: 1, changed_at: home.clock.now() }
    await db
      .insertInto('survey_setting')
      .values({ ...setting, organization_id: home.organizationId })
      .execute()
    const due = { due_at: home.clock.now(), look_at: home.clock.now(), chance: 1, setting_version: 1 }
    await db
      .insertInto('survey')
      .values({ ...row, ...due, state: 'waiting' })
      .onConflict((c) =>
        c
          .columns(['organization_id', 'case_id'])
          .doUpdateSet({ ...due, state: 'waiting', asked_at: null, closes_at: null, answered_at: null }),
      )
      .execute()
  })
  await expectIndexed((ctx) => drawCase(ctx, caseId))
  await expectIndexed((ctx) => surveysToLookAt(ctx.db, ctx.now(), 100))
  await expectIndexed((ctx) => askAbout(ctx, caseId))
  await expectIndexed((ctx) => unsubscribe(ctx, caseId))
  await expectIndexed((ctx) => noteReturnedSurvey(ctx, ids.messageId))
  const scores = { outcome: 1, process: null, person: null }
  await expectIndexed((ctx) => answerSurvey(ctx, caseId, { scores, words: '', isStillBroken: false }))
})

test('taking the next case, counting a message and its letter, and the tick read by index only', async () => {
  await expectIndexed(takeNext)
  await expectIndexed((ctx) => casesToLookAt(ctx.db, ctx.now(), 100))
  await expectIndexed((ctx) => breakOverdue(ctx.db, ctx.now(), 500))
  const mailbox = await connectMailbox(home)
  const written = await write(home, mailbox, { text: 'The kettle leaks.' })
  await expectIndexed((ctx) => countCustomerMessage(ctx, written.messageId))
  const letter = await home.as('system', (ctx) =>
    ctx.db.selectFrom('outbox').select('message_id').where('state', '=', 'queued').executeTakeFirstOrThrow(),
  )
  await settle(home, letter.message_id as MessageId, 'sent')
  await expectIndexed((ctx) => countLetterSent(ctx, letter.message_id as MessageId))
  expect(await home.as('system', (ctx) => countedLetter(ctx.db, letter.message_id as MessageId))).toMatchObject({
    meaning: 'acknowledgement',
    state: 'sent',
  })
})

/** What the search functions do inside, in the words of the migration, as the owner that they run as. */
test.each([
  [
    'words',
    `select m.message_id from message m where m.words @@ words_query('defenestration') and m.organization_id = $1 limit 5000`,
  ],
  [
    'the newest messages',
    `select m.message_id from message m where m.organization_id = $1 order by m.at desc limit 2000`,
  ],
  [
    'the middle of a name',
    `select c.customer_id from customer c where c.organization_id = $1 and plain_text(c.name) like '%haddad%' limit 60`,
  ],
  [
    'the start of a name',
    `select c.customer_id from customer c where c.organization_id = $1 and plain_text(c.name) like 'haddad%' limit 60`,
  ],
  [
    'a name misspelled',
    `select c.customer_id from customer c where c.organization_id = $1 and 'hadadd' <% plain_text(c.name) limit 60`,
  ],
  [
    'the middle of an address',
    `select i.customer_id from identity i where i.organization_id = $1 and i.value like '%ab12%' limit 60`,
  ],
  [
    'the middle of a matter',
    `select c.case_id from cases c where c.organization_id = $1 and plain_text(c.matter) like '%e leak%' limit 1001`,
  ],
  [
    'a matter misspelled',
    `select c.case_id from cases c where c.organization_id = $1 and 'subscirption' <% plain_text(c.matter) limit 200`,
  ],
])('search finds %s by an index', async (_what, text) => {
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  try {
    await client.query('set enable_seqscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
      `explain (format json) ${text.replace('$1', `'${home.organizationId}'`)}`,
    )
    expect(wholeReads(rows[0]!['QUERY PLAN'][0]!.Plan)).toEqual([])
  } finally {
    await client.end()
  }
})
