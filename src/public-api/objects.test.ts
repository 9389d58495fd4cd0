// Everything there is, read by a program: each object once while others come in, the same as in the database, and nothing that is not its own to see.
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../tests/setup/cases.ts'
import { connectMailbox } from '../../tests/setup/customers.ts'
import { openTestHouse, type TestHouse } from '../../tests/setup/house.ts'
import { makeKeyFor } from '../../tests/setup/sign-in.ts'
import { answerCase } from '../amend/cases/work/answer-case.ts'
import { takeCase } from '../amend/cases/work/take-case.ts'
import { writeNote } from '../amend/cases/notes/write-note.ts'
import { represent } from '../hear/customers/representatives/represent.ts'
import { keepBrand } from '../hear/channels/brands/keep-brand.ts'
import { addPurchases, addRefunds } from '../know/purchases/purchase.sql.ts'
import { addReferrals } from '../know/word-of-mouth/referral.sql.ts'
import { makeLiveHub } from '../platform/http/live-hub.ts'
import { buildServer } from '../platform/http/server.ts'
import { identifyCaller } from '../platform/staff/caller.api.ts'
import type { ChannelId } from '../shared/ids.ts'
import { allRoutes } from '../wiring.ts'
import { type ObjectName, objectNames } from './object.schema.ts'

let home: TestHouse
let mailbox: ChannelId
let app: FastifyInstance
let key = ''
let people = 0

beforeAll(async () => {
  home = await openTestHouse()
  mailbox = await connectMailbox(home)
  app = await buildServer(home.house, identifyCaller, allRoutes(makeLiveHub(home.house)))
  key = await makeKeyFor(home, home.founder, 'objects')
})
afterAll(async () => {
  await app.close()
  await home.close()
})

interface Page {
  readonly data: readonly Readonly<Record<string, unknown>>[]
  readonly next: string | null
  readonly isMore: boolean
}
const get = (path: string, bearer = key) =>
  app.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${bearer}` } })
async function pageOf(name: ObjectName, limit: number, after: string | null, bearer = key): Promise<Page> {
  const answer = await get(`/api/v1/${name}?limit=${String(limit)}${after === null ? '' : `&after=${after}`}`, bearer)
  if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.body}`)
  return answer.json<Page>()
}
/** Reads to the end; `between` happens after each page. */
async function walk(name: ObjectName, limit = 50, between = () => Promise.resolve(), bearer = key) {
  const seen: Readonly<Record<string, unknown>>[] = []
  let after: string | null = null
  for (;;) {
    const { data, next, isMore }: Page = await pageOf(name, limit, after, bearer)
    seen.push(...data)
    after = next
    if (!isMore) return { seen, next }
    await between()
  }
}
async function complain() {
  people += 1
  home.clock.moveMinutes(1)
  return writeIn(home, mailbox, {
    from: `one${String(people)}@customer.example`,
    name: `One ${String(people)}`,
    text: 'It leaks.',
  })
}
const idOf = (name: ObjectName, one: Readonly<Record<string, unknown>>): string =>
  String(one[name === 'surveys' ? 'caseId' : name === 'staff' ? 'staffId' : `${name.replace(/s$/, '')}Id`])

test('everything that was brought in is read as it stands in the database', async () => {
  const { caseId, customerId } = await complain()
  const other = await complain()
  const me = staff(home.founder, 'administrator')
  await home.as(me, (ctx) => takeCase(ctx, caseId, 1))
  await home.as(me, (ctx) =>
    answerCase(ctx, caseId, {
      version: 2,
      text: 'A new one comes.',
      final: false,
      finding: null,
      evidence: null,
      fileIds: [],
    }),
  )
  await home.as(me, (ctx) => writeNote(ctx, caseId, { text: 'She is right.', mentions: [], call: null }))
  await home.as(me, (ctx) =>
    represent(ctx, customerId, { by: other.customerId, kind: 'lawyer', evidence: 'Her letter.' }),
  )
  await home.as(me, (ctx) => keepBrand(ctx, null, 'Nordlicht'))
  await home.as('system', async (ctx) => {
    const purchaseId = ctx.newId<'purchase'>()
    const bought = { purchaseId, customerId: customerId, at: ctx.now(), amount: '19.90', currency: 'EUR' }
    await addPurchases(ctx.db, ctx.organizationId, [{ ...bought, items: [{ name: 'kettle', quantity: 1 }] }])
    await addRefunds(ctx.db, ctx.organizationId, [
      { refundId: ctx.newId<'refund'>(), purchaseId, at: ctx.now(), amount: '19.90', reason: 'leaks' },
    ])
    await addReferrals(ctx.db, ctx.organizationId, [
      {
        referralId: ctx.newId<'referral'>(),
        from: customerId,
        to: other.customerId,
        at: ctx.now(),
        how: 'told',
      },
    ])
  })
  const tables: Readonly<Record<ObjectName, string>> = {
    ...{
      customers: 'customer',
      cases: 'cases',
      messages: 'message',
      notes: 'case_note',
      promises: 'promise',
      purchases: 'purchase',
    },
    ...{
      refunds: 'refund',
      referrals: 'referral',
      surveys: 'survey where asked_at is not null',
      staff: 'staff',
      brands: 'brand',
      topics: 'topic',
      representations: 'representation',
    },
  }
  for (const name of objectNames) {
    const { seen } = await walk(name, 2)
    const { rows } = await home.house.ownerPool.query<{ n: string }>(`select count(*) n from ${tables[name]}`)
    expect([name, seen.length]).toEqual([name, Number(rows[0]?.n)])
    for (const one of seen) expect((await get(`/api/v1/${name}/${idOf(name, one)}`)).json()).toEqual(one)
  }
  expect((await walk('cases')).seen[0]).toMatchObject({
    caseId,
    number: 'A-1',
    state: 'in-progress',
    customerId,
    brandId: null,
  })
  expect((await walk('purchases')).seen).toMatchObject([
    { amount: '19.9', currency: 'EUR', items: [{ name: 'kettle', quantity: 1 }] },
  ])
  expect((await walk('messages')).seen.map(({ kind, text }) => [kind, text])).toContainEqual([
    'answer',
    'A new one comes.',
  ])
  expect((await walk('customers')).seen[0]).toMatchObject({
    name: 'One 1',
    identities: [{ kind: 'email', value: 'one1@customer.example' }],
  })
})

test('for any lengths of pages, and whatever comes in between, each object is read once, and a later visit reads what is new', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.boolean(), { maxLength: 4 }),
      async (limit, arrivals) => {
        home.clock.moveMinutes(5)
        const before = (await walk('cases')).seen.map(({ caseId }) => caseId)
        const comes = [...arrivals]
        const first = await walk('cases', limit, async () => {
          if (comes.shift() === true) await complain()
        })
        const ids = first.seen.map(({ caseId }) => caseId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.slice(0, before.length)).toEqual(before)
        const { caseId } = await complain()
        const later = await pageOf('cases', 200, first.next)
        expect(later.data.map((one) => one['caseId'])).toContain(caseId)
        const all = new Set([...ids, ...later.data.map((one) => one['caseId'])])
        expect(all.size).toBe((await walk('cases')).seen.length)
      },
    ),
    { numRuns: 12 },
  )
})

test('what was committed late is not missed: a visit at the end begins again a minute before it', async () => {
  home.clock.moveMinutes(5)
  const early = await home.as('system', (ctx) => Promise.resolve(ctx.newId<'brand'>()))
  home.clock.moveTo(new Date(home.clock.now().getTime() + 1000))
  await home.as(staff(home.founder, 'administrator'), (ctx) => keepBrand(ctx, null, 'Later'))
  const { next } = await walk('brands')
  await home.house.ownerPool.query(
    'insert into brand (organization_id, brand_id, name, changed_at) values ($1, $2, $3, $4)',
    [...[home.organizationId, early, 'Earlier', home.clock.now()]],
  )
  expect((await pageOf('brands', 50, next)).data.map(({ name }) => name)).toContain('Earlier')
})

test('what is about whoever made the key does not exist for it', async () => {
  const { caseId, messageId } = await complain()
  await home.house.ownerPool.query('update cases set about_staff_ids = array[$1::uuid] where case_id = $2', [
    home.founder,
    caseId,
  ])
  expect((await walk('cases')).seen.map((one) => one['caseId'])).not.toContain(caseId)
  expect((await get(`/api/v1/cases/${caseId}`)).statusCode).toBe(404)
  for (const name of ['messages', 'promises', 'notes'] as const)
    expect((await walk(name)).seen.map((one) => one['caseId'])).not.toContain(caseId)
  expect((await get(`/api/v1/messages/${messageId}`)).statusCode).toBe(404)
  const other = await makeKeyFor(home, await home.addPerson('Mona Sato', 'administrator'), 'objects')
  expect((await get(`/api/v1/cases/${caseId}`, other)).statusCode).toBe(200)
})

test('a key of another door, of nobody, of another company, or a place that is none is refused in words', async () => {
  const handing = await makeKeyFor(home, home.founder)
  expect((await get('/api/v1/cases', handing)).statusCode).toBe(403)
  expect((await get('/api/v1/cases', handing.replace('amends_', 'amends_r_'))).statusCode).toBe(401)
  const elsewhere = await home.foundAnother('Elsewhere')
  const theirs = await makeKeyFor(
    { house: home.house, organizationId: elsewhere.organizationId },
    elsewhere.founder,
    'objects',
  )
  expect((await walk('cases', 50, undefined, theirs)).seen).toEqual([])
  const [first] = (await walk('cases')).seen
  expect((await get(`/api/v1/cases/${String(first?.['caseId'])}`, theirs)).statusCode).toBe(404)
  for (const query of ['after=x', 'limit=0', 'limit=201', 'limit=x', 'state=closed'])
    expect((await get(`/api/v1/cases?${query}`)).statusCode, query).toBe(400)
})

test('the OpenAPI document tells of every one of them', async () => {
  const document = (await get('/api/v1/openapi.json')).json<{ paths: Record<string, unknown> }>()
  for (const name of objectNames) expect(Object.keys(document.paths)).toContain(`/api/v1/${name}`)
})
