// Limits hold when everybody comes at once: no guess too many, no post too many, and no hint about who exists.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundChannels } from '../../src/hear/channels/found-channels.ts'
import { countAttempt } from '../../src/platform/access/attempt.sql.ts'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import { hashPassword } from '../../src/platform/staff/password.ts'
import { addStaff } from '../../src/platform/staff/staff.sql.ts'
import { allRoutes } from '../../src/wiring.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'

const password = 'a kettle that never leaks'
let desk: TestHouse
let app: FastifyInstance

beforeAll(async () => {
  desk = await openTestHouse()
  await desk.as('system', foundChannels)
  app = await buildServer(desk.house, identifyCaller, allRoutes(makeLiveHub(desk.house)))
  const passwordHash = await hashPassword(password)
  await desk.as('system', async (ctx) => {
    for (const name of ['anna', 'bela', 'cora'])
      await addStaff(ctx.db, {
        ...{ organizationId: ctx.organizationId, staffId: ctx.newId<'staff'>(), name, role: 'handler', passwordHash },
        ...{ email: `${name}@halden.example`, joinedAt: ctx.now() },
      })
  })
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

async function signIn(email: string, guess: string, remoteAddress: string): Promise<number> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { email, password: guess },
    remoteAddress,
  })
  return answer.statusCode
}
const tally = (codes: readonly number[]): Readonly<Record<number, number>> =>
  Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]))

test('a hundred counts at once are a hundred different counts', async () => {
  const counts = await Promise.all(
    Array.from({ length: 100 }, () =>
      desk.as('system', (ctx) =>
        countAttempt(ctx.db, { organizationId: ctx.organizationId, scope: 'test', subject: 'one' }, ctx.now(), 60),
      ),
    ),
  )
  expect(counts.sort((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
})

test('of sixty guesses at once from sixty places ten are looked at; the right one is too late until the hour is over', async () => {
  const guesses = Array.from({ length: 60 }, (_, at) =>
    signIn('anna@halden.example', `guess number ${String(at)}`, `198.51.100.${String(at)}`),
  )
  expect(tally(await Promise.all(guesses))).toEqual({ 401: 10, 429: 50 })
  expect(await signIn('Anna@Halden.example', password, '203.0.113.1')).toBe(429)
  expect(await signIn('bela@halden.example', password, '203.0.113.1')).toBe(200)
  desk.clock.moveMinutes(60)
  expect(await signIn('anna@halden.example', password, '203.0.113.1')).toBe(200)
})

test('one place guesses a hundred times an hour at most, whatever the accounts; who signs in is not counted', async () => {
  for (let at = 0; at < 15; at++) expect(await signIn('cora@halden.example', password, '203.0.113.2')).toBe(200)
  const guesses = Array.from({ length: 130 }, (_, at) =>
    signIn(`nobody${String(at)}@halden.example`, 'a guess', '203.0.113.2'),
  )
  expect(tally(await Promise.all(guesses))).toEqual({ 401: 100, 429: 30 })
})

test('a hundred different posts at once from one network: sixty are stored, the others told so', async () => {
  const post = (at: number) => {
    const fields = { text: `Number ${String(at)}`, email: `c${String(at)}@customer.example` }
    const parts = Object.entries(fields).map(
      ([name, value]) => `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    return app.inject({
      ...{ method: 'POST', url: '/form', remoteAddress: '203.0.113.3', payload: `${parts.join('')}--cut--\r\n` },
      headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    })
  }
  const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => post(at)))
  expect(tally(answers.map(({ statusCode }) => statusCode))).toEqual({ 303: 60, 429: 40 })
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  expect(refused.every(({ body, headers }) => body.includes('Number ') && headers['retry-after'] !== undefined)).toBe(
    true,
  )
  const stored = await desk.as('system', ({ db }) => db.selectFrom('inbound_raw').select('raw_id').execute())
  expect(stored).toHaveLength(60)
})

test('a stranger and a colleague with a wrong password get the same answer (its time is printed, not judged)', async () => {
  desk.clock.moveMinutes(60)
  const ask = async (email: string, at: number) => {
    const begin = performance.now()
    const payload = { email, password: 'a guess that is wrong' }
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload,
      remoteAddress: `192.0.2.${String(at)}`,
    })
    return { took: performance.now() - begin, said: `${String(statusCode)} ${body}` }
  }
  const [known, unknown] = [[], []] as [Awaited<ReturnType<typeof ask>>[], Awaited<ReturnType<typeof ask>>[]]
  for (let at = 0; at < 9; at++) {
    known.push(await ask('cora@halden.example', at))
    unknown.push(await ask('nobody@halden.example', at))
  }
  expect(new Set([...known, ...unknown].map(({ said }) => said)).size).toBe(1)
  const middle = (all: typeof known) =>
    all
      .map(({ took }) => took)
      .sort((one, other) => one - other)[4]
      ?.toFixed(1)
  console.log(
    `wrong password: a colleague waits ${middle(known) ?? ''} ms, a stranger ${middle(unknown) ?? ''} ms (middle of 9)`,
  )
})
