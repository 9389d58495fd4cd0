// People who work here, over HTTP on a real database: first run, sign-in, invite, disable; and what a stranger gets.
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { route } from '../http/route.ts'
import { buildServer } from '../http/server.ts'
import { apiKeyRoutes } from './api-key.api.ts'
import { identifyCaller } from './caller.api.ts'
import { staffRoutes } from './staff.api.ts'
import { setPasswordHash } from './staff.sql.ts'
import { hashPassword } from './password.ts'

let desk: TestHouse
let app: FastifyInstance
const password = 'heron lantern gravel wednesday'
let email = ''

beforeAll(async () => {
  desk = await openTestHouse()
  app = await buildServer(desk.house, identifyCaller, [...staffRoutes, ...apiKeyRoutes])
  const hash = await hashPassword(password)
  await desk.as('system', (ctx) => setPasswordHash(ctx.db, desk.founder, hash))
  const { rows } = await desk.house.ownerPool.query<{ email: string }>(
    `select email from staff where staff_id = '${desk.founder}'`,
  )
  email = rows[0]?.email ?? ''
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

interface Signed {
  readonly cookie: string
  readonly csrf: string
}

async function signIn(as: {
  email: string
  password: string
}): Promise<Signed & { readonly status: number; readonly body: string }> {
  const answer = await app.inject({ method: 'POST', url: '/api/sign-in', payload: as })
  const cookie = answer.cookies[0] ? `${answer.cookies[0].name}=${answer.cookies[0].value}` : ''
  const { csrfToken = '' } = answer.json<{ csrfToken?: string }>()
  return { cookie, csrf: csrfToken, status: answer.statusCode, body: answer.body }
}

const ask = (who: Signed, method: 'GET' | 'POST', url: string, payload?: object) => {
  const options: InjectOptions = {
    method,
    url,
    headers: { cookie: who.cookie, ...(method === 'GET' ? {} : { 'x-amends-csrf': who.csrf }) },
  }
  return app.inject(payload === undefined ? options : { ...options, payload })
}

test('a wrong password and an unknown person get the same answer', async () => {
  const wrong = await signIn({ email, password: 'something else entirely' })
  const nobody = await signIn({ email: 'nobody@halden.example', password })
  expect([wrong.status, wrong.body]).toEqual([nobody.status, nobody.body])
  expect(wrong.status).toBe(401)
  expect(wrong.cookie).toBe('')
})

test('the cookie is out of reach of scripts, and the token behind it is not in the database', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { email: email.toUpperCase(), password },
  })
  expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const secret = answer.cookies[0]?.value.split('.')[1] ?? 'none'
  const { rows } = await desk.house.ownerPool.query<{ all: string }>(
    'select string_agg(s::text, chr(10)) as all from session s',
  )
  expect(rows[0]?.all).not.toContain(secret)
})

test('a change without the page’s token is refused, and so is a foreign or made-up cookie', async () => {
  const me = await signIn({ email, password })
  const without = await app.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie: me.cookie } })
  expect(without.statusCode).toBe(403)
  const forged = `amends_session=${desk.organizationId}.${'A'.repeat(43)}`
  expect((await app.inject({ method: 'GET', url: '/api/me', headers: { cookie: forged } })).statusCode).toBe(401)
  expect((await app.inject({ method: 'GET', url: '/api/me' })).statusCode).toBe(401)
})

test('whoever was known a moment ago changes nothing without the page’s token, nor once another process ended the session', async () => {
  const me = await signIn({ email, password })
  const change = (csrf: string) =>
    ask({ ...me, csrf }, 'POST', '/api/me/password', { current: 'not the right one', next: 'heron lantern gravel' })
  expect((await ask(me, 'GET', '/api/me')).statusCode).toBe(200)
  expect((await change('')).statusCode).toBe(403)
  await desk.house.ownerPool.query('update session set ended_at = now() where ended_at is null')
  expect((await change(me.csrf)).statusCode).toBe(401)
  desk.clock.moveMinutes(1)
  expect((await ask(me, 'GET', '/api/me')).statusCode).toBe(401)
})

test('an invite is looked at as often as one likes, used once, and dead afterwards', async () => {
  const me = await signIn({ email, password })
  const made = (await ask(me, 'POST', '/api/invites', { email: 'jonas@halden.example', role: 'handler' })).json<{
    url: string
    inviteId: string
  }>()
  const token = made.url.split('#')[1] ?? ''
  for (let n = 0; n < 2; n++) {
    const seen = await app.inject({ method: 'POST', url: '/api/invites/look', payload: { token } })
    expect(seen.json()).toEqual({ email: 'jonas@halden.example', role: 'handler', organization: 'Halden Home' })
  }
  const answers = await Promise.all(
    [1, 2, 3].map((n) =>
      app.inject({
        method: 'POST',
        url: '/api/invites/accept',
        payload: { token, name: `Jonas ${String(n)}`, password },
      }),
    ),
  )
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 410, 410])
  expect((await app.inject({ method: 'POST', url: '/api/invites/look', payload: { token } })).statusCode).toBe(410)
})

test('an invite has its time, and a poor password is refused with words', async () => {
  const me = await signIn({ email, password })
  const made = (await ask(me, 'POST', '/api/invites', { email: 'petra@halden.example', role: 'lead' })).json<{
    url: string
  }>()
  const token = made.url.split('#')[1] ?? ''
  const poor = await app.inject({
    method: 'POST',
    url: '/api/invites/accept',
    payload: { token, name: 'Petra Nowak', password: 'petra nowak halden' },
  })
  expect([poor.statusCode, poor.json<{ detail: string }>().detail]).toEqual([400, expect.stringContaining('too easy')])
  desk.clock.moveMinutes(24 * 60 + 1)
  expect(
    (await app.inject({ method: 'POST', url: '/api/invites/accept', payload: { token, name: 'Petra', password } }))
      .statusCode,
  ).toBe(410)
})

test('disabling a person ends every session of theirs at once; the last administrator stays', async () => {
  const founder = await signIn({ email, password })
  const jonas = await signIn({ email: 'jonas@halden.example', password })
  const { staffId } = (await ask(jonas, 'GET', '/api/me')).json<{ staffId: string }>()
  expect((await ask(jonas, 'POST', `/api/staff/${desk.founder}/disable`, { successorId: null })).statusCode).toBe(403)
  expect((await ask(founder, 'POST', `/api/staff/${staffId}/disable`, { successorId: null })).statusCode).toBe(200)
  expect((await ask(jonas, 'GET', '/api/me')).statusCode).toBe(401)
  expect((await signIn({ email: 'jonas@halden.example', password })).status).toBe(401)
  const last = await ask(founder, 'POST', `/api/staff/${desk.founder}/disable`, { successorId: null })
  expect([last.statusCode, last.json<{ code: string }>().code]).toEqual([409, 'wrong-state'])
})

test('after ten wrong tries within the hour even the right password waits', async () => {
  desk.clock.moveMinutes(61)
  for (let n = 0; n < 10; n++) expect((await signIn({ email, password: `wrong ${String(n)}` })).status).toBe(401)
  expect((await signIn({ email, password })).status).toBe(429)
  desk.clock.moveMinutes(61)
  expect((await signIn({ email, password })).status).toBe(200)
})

test('wrong tries to change a password are counted, though each of them changes nothing; the right one ends other sessions', async () => {
  desk.clock.moveMinutes(61)
  const [me, elsewhere] = [await signIn({ email, password }), await signIn({ email, password })]
  const next = 'walnut harbour thistle monday'
  const change = (current: string) => ask(me, 'POST', '/api/me/password', { current, next })
  for (let n = 0; n < 10; n++) expect((await change(`wrong ${String(n)}`)).statusCode).toBe(400)
  expect((await change(password)).statusCode).toBe(429)
  desk.clock.moveMinutes(61)
  expect((await change(password)).statusCode).toBe(200)
  expect([(await ask(me, 'GET', '/api/me')).statusCode, (await ask(elsewhere, 'GET', '/api/me')).statusCode]).toEqual([
    200, 401,
  ])
  desk.clock.moveMinutes(61)
  expect((await ask(me, 'POST', '/api/me/password', { current: next, next: password })).statusCode).toBe(200)
})

test('nobody’s slow line or server holds a connection to the database', async () => {
  const held: number[] = []
  const slow = route({
    ...{ method: 'POST', url: '/slow', summary: 'Waits for others.', permission: 'self.change' },
    before: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      held.push(desk.house.pool.totalCount - desk.house.pool.idleCount)
    },
    answer: () => Promise.resolve({}),
  })
  const other = await buildServer(desk.house, identifyCaller, [slow])
  const { cookie, csrf } = await signIn({ email, password })
  const headers = { cookie, 'x-amends-csrf': csrf }
  const stranger = await other.inject({ method: 'POST', url: '/slow', headers: { cookie } })
  expect([stranger.statusCode, held]).toEqual([403, []])
  expect((await other.inject({ method: 'POST', url: '/slow', headers })).statusCode).toBe(200)
  expect(held).toEqual([0])
  await other.close()
})

test('a session ends after a day of silence, and after two weeks in any case', async () => {
  const me = await signIn({ email, password })
  desk.clock.moveMinutes(23 * 60)
  expect((await ask(me, 'GET', '/api/me')).statusCode).toBe(200)
  desk.clock.moveMinutes(25 * 60)
  expect((await ask(me, 'GET', '/api/me')).statusCode).toBe(401)
})

test('a key for programs is shown once, opens only what keys may, and is dead when revoked', async () => {
  const me = await signIn({ email, password })
  const { key, apiKeyId } = (await ask(me, 'POST', '/api/api-keys', { name: 'Shop' })).json<{
    key: string
    apiKeyId: string
  }>()
  const headers = { authorization: `Bearer ${key}` }
  expect((await app.inject({ method: 'GET', url: '/api/staff', headers })).statusCode).toBe(403)
  expect((await ask(me, 'GET', '/api/api-keys')).body).not.toContain(key.slice(-20))
  expect((await ask(me, 'POST', `/api/api-keys/${apiKeyId}/revoke`)).statusCode).toBe(200)
  expect((await app.inject({ method: 'GET', url: '/api/staff', headers })).statusCode).toBe(401)
})
