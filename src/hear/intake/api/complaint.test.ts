// The JSON API over HTTP: idempotency as people know it from Stripe, clear refusals, nothing twice.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../tests/setup/house.ts'
import { identifyCaller } from '../../../platform/staff/caller.api.ts'
import { buildServer } from '../../../platform/http/server.ts'
import { addApiKey } from '../../../platform/staff/api-key.sql.ts'
import { makeToken } from '../../../platform/staff/token.ts'
import { foundChannels } from '../../channels/found-channels.ts'
import { hearRoutes } from '../../hear-routes.ts'
import { createParsePool } from '../parse-pool.ts'
import { readDue } from '../reader.ts'

let desk: TestHouse
let app: FastifyInstance
let bearer: string
const pool = createParsePool({ size: 1 })

beforeAll(async () => {
  desk = await openTestHouse()
  app = await buildServer(desk.house, identifyCaller, hearRoutes)
  bearer = await desk.as('system', async (ctx) => {
    await foundChannels(ctx)
    const { token, hash } = makeToken(ctx.organizationId, ctx.house.secrets, 'amends_')
    await addApiKey(ctx.db, {
      opens: 'complaints',
      organizationId: ctx.organizationId,
      apiKeyId: ctx.newId<'api-key'>(),
      name: 'shop',
      tokenHash: hash,
      madeBy: desk.founder,
      madeAt: ctx.now(),
    })
    return token
  })
})
afterAll(async () => {
  await app.close()
  await pool.close()
  await desk.close()
})

const complaint = {
  from: { name: 'Anna', email: 'anna@example.test' },
  subject: 'Lamp',
  text: 'The lamp arrived broken.',
}
const post = (body: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/complaints',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  })
const rawCount = async () =>
  desk.as('system', async ({ db }) => (await db.selectFrom('inbound_raw').select('raw_id').execute()).length)

test('a complaint is stored and its fate can be asked for', async () => {
  const taken = await post(complaint)
  expect(taken.statusCode).toBe(202)
  const { rawId, statusUrl, status } = taken.json<{ rawId: string; statusUrl: string; status: string }>()
  expect(status).toBe('stored')
  const ask = () =>
    app.inject({ method: 'GET', url: new URL(statusUrl).pathname, headers: { authorization: `Bearer ${bearer}` } })
  expect((await ask()).json()).toMatchObject({ rawId, status: 'waiting', caseNumber: null })
  await readDue(desk.house, pool)
  expect((await ask()).json()).toMatchObject({ status: 'conversation' })
})

test('the same request with its key is answered as the first time, and nothing is added', async () => {
  const before = await rawCount()
  const body = { ...complaint, text: 'With a key.' }
  const first = await post(body, { 'idempotency-key': 'k-1' })
  const again = await post(body, { 'idempotency-key': 'k-1' })
  expect(again.statusCode).toBe(202)
  expect(again.json()).toEqual(first.json())
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(first.headers['idempotency-replayed']).toBeUndefined()
  expect(await rawCount()).toBe(before + 1)
  const other = await post({ ...body, text: 'Something else.' }, { 'idempotency-key': 'k-1' })
  expect(other.statusCode).toBe(422)
  expect(other.json()).toMatchObject({ code: 'key-reused' })
  expect(await rawCount()).toBe(before + 1)
})

test('twenty at once with one key store one; each is answered alike or told to ask again', async () => {
  const before = await rawCount()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post({ ...complaint, text: 'All at once.' }, { 'idempotency-key': 'k-2' })),
  )
  expect(await rawCount()).toBe(before + 1)
  const codes = new Set(answers.map((answer) => answer.statusCode))
  expect([...codes].every((code) => code === 202 || code === 409)).toBe(true)
  const ids = new Set(
    answers.filter((answer) => answer.statusCode === 202).map((answer) => answer.json<{ rawId: string }>().rawId),
  )
  expect(ids.size).toBe(1)
})

test('without a key, the sender’s own number keeps it single; another content under it is not lost', async () => {
  const body = { ...complaint, externalId: 'order-7', text: 'First.' }
  const [first, again, other] = [await post(body), await post(body), await post({ ...body, text: 'Second.' })]
  expect(again.json()).toMatchObject({ status: 'stored-before', rawId: first.json<{ rawId: string }>().rawId })
  expect(other.json()).toMatchObject({ status: 'stored' })
})

test('what is asked wrongly is told so, and stores nothing', async () => {
  const before = await rawCount()
  const faults: [unknown, number][] = [
    [{ ...complaint, grade: 'gold' }, 400],
    [{ ...complaint, text: '' }, 400],
    [{ ...complaint, from: { email: 'nobody' } }, 400],
    [[], 400],
    [{ ...complaint, attachments: [{ name: 'a', base64: '???' }] }, 400],
  ]
  for (const [body, status] of faults) expect((await post(body)).statusCode).toBe(status)
  const unsigned = await app.inject({ method: 'POST', url: '/api/v1/complaints', payload: complaint })
  expect(unsigned.statusCode).toBe(401)
  expect(await rawCount()).toBe(before)
})

test('attachments come along, and the document describes the API', async () => {
  const files = [{ name: 'a.txt', mediaType: 'text/plain', base64: Buffer.from('hello').toString('base64') }]
  expect((await post({ ...complaint, text: 'See the file.', attachments: files })).statusCode).toBe(202)
  await readDue(desk.house, pool)
  const stored = await desk.as('system', ({ db }) => db.selectFrom('file').select(['name', 'size']).execute())
  expect(stored).toEqual([{ name: 'a.txt', size: 5 }])
  await app.ready()
  const document = (await app.inject({ url: '/api/v1/openapi.json' })).json<{ openapi: string; paths: object }>()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/v1/complaints')
})
