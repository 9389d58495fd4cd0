// Signing in to a mailbox by a browser, over HTTP and against a real provider on loopback: what comes back counts once, in time, and for whoever left.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../tests/setup/house.ts'
import { type SignedIn, signInFor } from '../../../../tests/setup/sign-in.ts'
import { client, openTokenServer, type TokenServer } from '../../../../tests/setup/token-server.ts'
import type { House } from '../../../platform/context/house.ts'
import { buildServer } from '../../../platform/http/server.ts'
import { identifyCaller } from '../../../platform/staff/caller.api.ts'
import type { ChannelId } from '../../../shared/ids.ts'
import { channelRoutes } from '../channel.api.ts'
import { channelList } from '../channel.schema.ts'
import { findChannel } from '../channel.sql.ts'
import { accessTokensOf } from './access-tokens.ts'

let desk: TestHouse
let house: House
let far: TokenServer
let app: FastifyInstance
let amira: SignedIn
let jonas: SignedIn
beforeAll(async () => {
  desk = await openTestHouse()
  far = await openTokenServer()
  house = { ...desk.house, insideHosts: new Set(['127.0.0.1']) }
  app = await buildServer(house, identifyCaller, channelRoutes)
  amira = await signInFor(desk, desk.founder)
  jonas = await signInFor(desk, await desk.addPerson('Jonas', 'administrator'))
})
afterAll(async () => {
  await app.close()
  await far.stop()
  await desk.close()
})

let boxes = 0
let channelId: ChannelId
const mailbox = (login: object = {}) => {
  const server = { host: '127.0.0.1', port: 9, security: 'none', user: `help${String(boxes)}`, password: null }
  return {
    ...{ name: 'Help', address: `help${String(boxes)}@shop.test`, displayName: '', trustedAuthservId: null },
    ...{ imap: { ...server, mailbox: 'INBOX' }, smtp: server },
    login: {
      ...{ kind: 'token', provider: 'other', clientId: client.id, clientSecret: client.secret, refreshToken: null },
      ...{ scope: 'mail', authorizeUrl: `${far.url}/authorize`, tokenUrl: `${far.url}/token`, ...login },
    },
  }
}
const post = async (who: SignedIn, path: string, payload: object = {}, method: 'POST' | 'PUT' = 'POST') => {
  const headers = { cookie: who.cookie, 'x-amends-csrf': who.csrf }
  const answer = await app.inject({ method, url: `/api/channels/mail${path}`, headers, payload })
  return { status: answer.statusCode, body: answer.json<Record<string, string>>() }
}
beforeEach(async () => {
  boxes += 1
  Object.assign(far, { fault: null, saysNo: false })
  channelId = (await post(amira, '', mailbox())).body['channelId'] as ChannelId
})

/** Leaves for the provider; answers what the browser is sent back with. */
async function leave(who: SignedIn = amira) {
  const { status, body } = await post(who, `/${channelId}/sign-in`)
  expect(status).toBe(200)
  const answer = await fetch(body['url'] ?? '', { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  const of = (name: string): string | null => back.searchParams.get(name)
  return {
    address: back.origin + back.pathname,
    query: { state: of('state') ?? '', code: of('code'), error: of('error') },
  }
}
const comeBack = (query: object, who: SignedIn = amira) => post(who, '/sign-in/return', query)
const channel = async () => {
  const row = await desk.as('system', (ctx) => findChannel(ctx.db, channelId))
  if (!row) throw new Error('gone')
  return row
}
const isSignedIn = async (): Promise<boolean> => {
  const answer = await app.inject({ url: '/api/channels', headers: { cookie: amira.cookie } })
  const { channels } = channelList.parse(answer.json())
  return channels.find((one) => one.channelId === channelId)?.config.login?.isSignedIn ?? false
}
const refused = async (status: number, words: string, answer: ReturnType<typeof comeBack>): Promise<void> => {
  const { status: said, body } = await answer
  expect([said, body['detail']]).toEqual([status, expect.stringContaining(words)])
}

test('whoever leaves and comes back has signed the mailbox in', async () => {
  const before = await channel()
  const { address, query } = await leave()
  expect(address).toBe('http://desk.test/settings/mailboxes/signed-in')
  expect(await isSignedIn()).toBe(false)
  expect((await comeBack(query)).status).toBe(200)
  expect(await isSignedIn()).toBe(true)
  expect(far.asked.at(-1)?.get('redirect_uri')).toBe(address)
  const tokens = accessTokensOf(house, { ...(await channel()), organizationId: desk.organizationId })
  expect(await tokens?.get(null)).toMatch(/./)
  // Whoever reads it notices.
  expect((await channel()).config['login']).not.toEqual(before.config['login'])
})

test('what comes back counts once', async () => {
  const { query } = await leave()
  const asked = far.asked.length
  await comeBack(query)
  await refused(404, 'used already', comeBack(query))
  expect(far.asked.length).toBe(asked + 1)
})

test('it counts in the browser alone that left, and trying it elsewhere does not use it up', async () => {
  const { query } = await leave()
  await refused(404, 'another browser', comeBack(query, jonas))
  expect(await isSignedIn()).toBe(false)
  expect((await comeBack(query)).status).toBe(200)
})

test('an invented state, one of nobody’s mailbox and one that a later sign-in took the place of count nothing', async () => {
  const { query } = await leave()
  const asked = far.asked.length
  const invented = `${channelId}.${'x'.repeat(43)}`
  for (const state of [invented, 'x', `${desk.founder}.x`])
    await refused(404, 'No sign-in of yours', comeBack({ ...query, state }))
  const later = await leave()
  await refused(404, 'a later one', comeBack(query))
  expect(far.asked.length).toBe(asked)
  expect((await comeBack(later.query)).status).toBe(200)
})

test('it counts for ten minutes', async () => {
  const inTime = await leave()
  desk.clock.moveMinutes(9)
  expect((await comeBack(inTime.query)).status).toBe(200)
  const late = await leave()
  desk.clock.moveMinutes(11)
  await refused(410, 'longer than ten minutes', comeBack(late.query))
})

test('whoever says no at the provider is told that nothing was changed', async () => {
  far.saysNo = true
  const { query } = await leave()
  await refused(409, 'told not to let us in', comeBack(query))
  expect(await isSignedIn()).toBe(false)
})

test('another fault of the provider is told by its name, and nothing else of it', async () => {
  const { query } = await leave()
  await refused(502, 'It said: server_error', comeBack({ ...query, code: null, error: 'server_error' }))
  const other = await leave()
  const { body } = await comeBack({ ...other.query, code: null, error: 'Call this number at once' })
  expect(body['detail']).toBe('The provider did not sign you in.')
})

test('a code that somebody else got is no good without the secret that never left the desk', async () => {
  const { query } = await leave()
  const stolen = await leave()
  await refused(410, 'takes this sign-in no more', comeBack({ ...stolen.query, code: query.code }))
  expect(await isSignedIn()).toBe(false)
})

test('a provider that gives no refresh token, or none at all, has signed nobody in', async () => {
  const once = await leave()
  far.fault = (response) => response.end('{"access_token":"a"}')
  await refused(502, 'no refresh token', comeBack(once.query))
  const twice = await leave()
  far.fault = (response) => response.writeHead(500).end()
  await refused(502, 'it answered 500', comeBack(twice.query))
  expect(await isSignedIn()).toBe(false)
})

test('settings that change on the way end it: the sign-in was not for them', async () => {
  const { query } = await leave()
  const changed = mailbox()
  await post(amira, `/${channelId}`, { ...changed, imap: { ...changed.imap, host: 'localhost' } }, 'PUT')
  await refused(409, 'changed meanwhile', comeBack(query))
  expect(await isSignedIn()).toBe(false)
})

test('where a provider has no page, a refresh token is to be pasted; nobody is sent to a script or inside', async () => {
  await post(amira, `/${channelId}`, mailbox({ authorizeUrl: null }), 'PUT')
  await refused(409, 'paste a refresh token', post(amira, `/${channelId}/sign-in`))
  for (const authorizeUrl of ['javascript:alert(1)', 'http://id.example/auth', 'https://192.168.1.1/auth']) {
    const { status, body } = await post(amira, `/${channelId}`, mailbox({ authorizeUrl }), 'PUT')
    expect([status, Object.keys(body['fields'] ?? {})], authorizeUrl).toEqual([400, ['/login/authorizeUrl']])
  }
})

test('a handler begins none', async () => {
  const handler = await signInFor(desk, await desk.addPerson('Lea', 'handler'))
  expect((await post(handler, `/${channelId}/sign-in`)).status).toBe(403)
  const { query } = await leave()
  expect((await comeBack(query, handler)).status).toBe(403)
})

test('the test of the connection tries a sign-in that is kept, and none that is only typed', async () => {
  const check = (login: object, of: string | null) => post(amira, '/check', { ...mailbox(login), channelId: of })
  const words = async (answer: ReturnType<typeof check>) => JSON.stringify((await answer).body)
  expect(await words(check({}, null))).toContain('Save first, then sign in')
  expect(await words(check({ refreshToken: far.giveRefreshToken() }, channelId))).toContain('Save first')
  expect(await words(check({}, channelId))).toContain('Nobody has signed in')
  await comeBack((await leave()).query)
  expect(await words(check({}, channelId))).toContain('Nothing answers at 127.0.0.1:9')
})
