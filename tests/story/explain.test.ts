// Every statement that a screen waits for, as amends_app, on tables with rows: none may read a whole big table. Row-level security makes
// PostgreSQL refuse some indexes silently, and a screen that was fast with ten cases then takes seconds with a hundred thousand.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amendRoutes } from '../../src/amend/amend-routes.ts'
import { takeNext } from '../../src/amend/cases/take-next.ts'
import { casesToLookAt } from '../../src/amend/cases/case.sql.ts'
import { breakOverdue } from '../../src/amend/promises/promise.sql.ts'
import { countedLetter } from '../../src/amend/cases/case-message.sql.ts'
import { countLetterSent } from '../../src/amend/cases/count-letter.ts'
import { countCustomerMessage } from '../../src/amend/cases/count-message.ts'
import type { Context } from '../../src/platform/context/context.ts'
import type { MessageId, StaffId } from '../../src/shared/ids.ts'
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
])

interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

let home: TestHouse
let me: StaffId
let ids: { caseId: string; customerId: string; messageId: MessageId }

beforeAll(async () => {
  home = await openTestHouse()
  await fillHouse(home, 6000)
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

const wholeReads = (plan: Plan): readonly string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && big.has(plan['Relation Name'] ?? '') ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(wholeReads),
]

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
  ['/api/cases/:caseId/timeline', { caseId: true }, {}],
  ['/api/cases/:caseId/promises', { caseId: true }, {}],
  ['/api/messages/:messageId', { messageId: true }, {}],
  ['/api/to-confirm', {}, {}],
  ['/api/customers/:customerId', { customerId: true }, {}],
  ['/api/customers/:customerId/timeline', { customerId: true }, {}],
  ['/api/search', {}, { q: 'kettle', limit: 10 }],
] as const)('%s reads by index only', async (url, wanted, query) => {
  const found = amendRoutes.find((one) => one.url === url && one.method === 'GET')
  if (found?.kind !== 'checked') throw new Error(`no route ${url}`)
  const params = Object.fromEntries(Object.keys(wanted).map((name) => [name, ids[name as keyof typeof ids]]))
  await expectIndexed(async (ctx) => {
    await found.relation?.(ctx, params)
    await found.answer(ctx, { params, query, body: undefined }, {} as never, undefined)
  })
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
