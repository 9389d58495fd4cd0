// Access tokens of a mailbox, against a real token server on loopback: kept while they hold, got once however many ask, and never got by a secret that is
// not meant for that server.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../tests/setup/house.ts'
import { client, openTokenServer, type TokenServer } from '../../../../tests/setup/token-server.ts'
import type { House } from '../../../platform/context/house.ts'
import type { ChannelId } from '../../../shared/ids.ts'
import type { MailChannelBody } from '../channel.schema.ts'
import { findChannel } from '../channel.sql.ts'
import { beginAsking, findGrant } from '../grant.sql.ts'
import { addMailChannel, changeMailChannel } from '../save-mail-channel.ts'
import { showChannels } from '../show-channels.ts'
import { accessTokensOf } from './access-tokens.ts'

let desk: TestHouse
let house: House
let far: TokenServer
beforeAll(async () => {
  desk = await openTestHouse()
})
afterAll(() => desk.close())
beforeEach(async () => {
  far = await openTokenServer()
  house = anotherProcess()
  made = body()
  channelId = await desk.as('system', (ctx) => addMailChannel({ ...ctx, house }, made))
})
afterEach(() => far.stop())

let channelId: ChannelId
let made: MailChannelBody
let boxes = 0
/** One on the same database that remembers nothing. */
const anotherProcess = (): House => ({ ...desk.house, insideHosts: new Set(['127.0.0.1']) })
const body = (login: object = {}, imap: object = {}): MailChannelBody => {
  boxes += 1
  const server = { host: '127.0.0.1', port: 9, security: 'none', user: `u${String(boxes)}`, password: null } as const
  return {
    ...{ name: 'Help', address: `help${String(boxes)}@shop.test`, displayName: '', trustedAuthservId: null },
    ...{ imap: { ...server, mailbox: 'INBOX', ...imap }, smtp: server },
    login: {
      ...{ kind: 'token', provider: 'other', clientId: client.id, clientSecret: client.secret, scope: null },
      ...{ authorizeUrl: null, tokenUrl: `${far.url}/token`, refreshToken: far.giveRefreshToken() },
      ...login,
    },
  }
}
const channel = async () => {
  const row = await desk.as('system', (ctx) => findChannel(ctx.db, channelId))
  if (!row) throw new Error('gone')
  return row
}
const tokens = async (by: House = house) => {
  const found = accessTokensOf(by, { ...(await channel()), organizationId: desk.organizationId })
  if (!found) throw new Error('by password')
  return found
}
const get = async (refused: string | null = null, by: House = house) => (await tokens(by)).get(refused)
const wordsOf = async (attempt: Promise<unknown>): Promise<{ readonly words: string; readonly retry: unknown }> =>
  attempt.then(
    () => ({ words: 'none', retry: null }),
    (error: unknown) => ({ words: (error as Error).message, retry: (error as { retry?: unknown }).retry }),
  )

test('one token serves everybody until a minute before it ends', async () => {
  const all = await Promise.all([get(), get(), get()])
  expect(new Set(all).size).toBe(1)
  desk.clock.moveMinutes(58)
  expect(await get()).toBe(all[0])
  expect(far.asked).toHaveLength(1)
  desk.clock.moveMinutes(1)
  expect(await get()).not.toBe(all[0])
  expect(far.asked.map((form) => form.get('grant_type'))).toEqual(['refresh_token', 'refresh_token'])
})

test('one that a mail server refused is replaced at once, and for all who had it', async () => {
  const first = await get()
  const next = await get(first)
  expect(next).not.toBe(first)
  expect(await get(first)).toBe(next)
  expect(far.asked).toHaveLength(2)
})

test('the refresh token that comes with it is kept at once, so that another process goes on with it', async () => {
  await get()
  const other = anotherProcess()
  await get(null, other)
  await get(await get(null, other), other)
  const [first, second, third] = far.asked.map((form) => form.get('refresh_token'))
  expect(new Set([first, second, third]).size).toBe(3)
})

test('one that the database would not take is used and kept the next time, as the one before it is good no more', async () => {
  const { ownerPool } = desk.house
  await ownerPool.query(`
    create function refuse_grant() returns trigger language plpgsql as $$ begin raise exception 'away'; end $$;
    create trigger refuse_grant before update of token_grant on channel for each row execute function refuse_grant()`)
  try {
    expect(await get()).not.toBe('')
  } finally {
    await ownerPool.query('drop function refuse_grant cascade')
  }
  desk.clock.moveMinutes(60)
  expect(await get()).not.toBe('')
  expect(await get(null, anotherProcess())).not.toBe('')
  expect(new Set(far.asked.map((form) => form.get('refresh_token'))).size).toBe(3)
})

test('three processes at the same moment ask one after the other', async () => {
  await Promise.all([get(null, anotherProcess()), get(null, anotherProcess()), get(null, anotherProcess())])
  // Each refresh token is good once: two askers with the same one would have ended the sign-in.
  expect(new Set(far.asked.map((form) => form.get('refresh_token'))).size).toBe(3)
})

test('a process that died while it asked is waited for no longer than its turn', async () => {
  const begin = () =>
    desk.as('system', (ctx) => beginAsking(ctx.db, channelId, ctx.now(), new Date(ctx.now().getTime() + 30_000)))
  expect(await begin()).not.toBe(false)
  expect(await begin()).toBe(false)
  desk.clock.moveMinutes(1)
  expect(await get()).not.toBe('')
})

test('a sign-in that has ended is told in words on the channel, and asked about once', async () => {
  far.takeBack()
  const refused = await wordsOf(get())
  expect(refused).toMatchObject({ retry: false, words: expect.stringContaining('Sign in again') as string })
  expect(await wordsOf(get())).toEqual(refused)
  expect(far.asked).toHaveLength(1)
  expect(await channel()).toMatchObject({ state: 'failing', stateDetail: refused.words })
  const again = body()
  await desk.as('system', (ctx) => changeMailChannel({ ...ctx, house }, channelId, again))
  expect(await channel()).toMatchObject({ state: 'starting', stateDetail: null })
  expect(await get()).not.toBe('')
})

test('any other failure is tried again, later and later, and not by everybody who asks', async () => {
  far.fault = (response) => response.writeHead(503).end()
  expect(await wordsOf(get())).toEqual({
    ...{ retry: true, words: `${new URL(far.url).host} gave no token: it answered 503. We try again.` },
  })
  await wordsOf(get())
  expect(far.asked).toHaveLength(1)
  desk.clock.moveMinutes(1)
  await wordsOf(get())
  far.fault = null
  await wordsOf(get())
  expect(far.asked).toHaveLength(2)
  desk.clock.moveMinutes(1)
  expect(await get()).not.toBe('')
  expect((await channel()).state).toBe('starting')
})

test.each([
  ['no JSON', (response: { end(words: string): unknown }) => response.end('<html>'), 'no token'],
  [
    'a token with a line break',
    (response: { end(words: string): unknown }) => response.end('{"access_token":"a\\r\\nb"}'),
    'no token',
  ],
  [
    'another kind of token',
    (response: { end(words: string): unknown }) => response.end('{"access_token":"a","token_type":"mac"}'),
    'no token',
  ],
  ['without end', (response: { end(words: string): unknown }) => response.end('x'.repeat(200_000)), 'no token'],
])('an answer that is %s is a failure', async (_name, answer, words) => {
  far.fault = answer
  expect(await wordsOf(get())).toMatchObject({ retry: true, words: expect.stringContaining(words) as string })
})

test('a redirect is not followed: no secret goes where it leads', async () => {
  const other = await openTokenServer()
  far.fault = (response) => response.writeHead(307, { location: `${other.url}/token` }).end()
  expect(await wordsOf(get())).toMatchObject({ retry: true, words: expect.stringContaining('307') as string })
  expect(other.asked).toEqual([])
  await other.stop()
})

test('what a server says back of our secrets is not repeated', async () => {
  far.fault = (response, form) =>
    response.writeHead(400).end(
      JSON.stringify({
        error: 'invalid_request',
        error_description: `bad ${form.get('refresh_token') ?? ''} of ${form.get('client_secret') ?? ''}`,
      }),
    )
  const { words } = await wordsOf(get())
  expect(words).toContain('It said: invalid_request bad … of …')
  expect(words).not.toMatch(/canary|refresh-/)
})

test('a token server inside is not asked, unless the operator named it', async () => {
  const strict = { ...desk.house, insideHosts: new Set<string>() }
  const asked = await wordsOf(get(null, strict))
  expect(asked).toMatchObject({ retry: true, words: expect.stringContaining('https://') as string })
  const save = desk.as('system', (ctx) =>
    addMailChannel({ ...ctx, house: strict }, body({ tokenUrl: 'https://10.0.0.7/token' })),
  )
  await expect(save).rejects.toMatchObject({
    code: 'invalid',
    fields: { '/login/tokenUrl': expect.any(String) as string },
  })
  expect(far.asked).toEqual([])
})

test('changed servers, users or clients lead no refresh token anywhere', async () => {
  const other = await openTokenServer()
  const login = { refreshToken: null, tokenUrl: `${other.url}/token`, clientSecret: 'theirs' }
  await desk.as('system', (ctx) => changeMailChannel({ ...ctx, house }, channelId, body(login)))
  expect(await wordsOf(get())).toMatchObject({ retry: false, words: expect.stringContaining('have changed') as string })
  expect([...other.asked, ...far.asked]).toEqual([])
  await other.stop()
})

test('the client’s secret stays where it is left out, and is not lent to another provider', async () => {
  const kept = { ...body({ clientSecret: null }) }
  await desk.as('system', (ctx) => changeMailChannel({ ...ctx, house }, channelId, kept))
  expect(await get()).not.toBe('')
  const lent = desk.as('system', (ctx) =>
    changeMailChannel({ ...ctx, house }, channelId, body({ clientSecret: null, tokenUrl: 'https://id.example/t' })),
  )
  await expect(lent).rejects.toMatchObject({ fields: { '/login/clientSecret': expect.any(String) as string } })
})

/** All that stands in these rows, bytes as the text they may hold. */
const readable = (rows: unknown): string =>
  JSON.stringify(rows, (_key, value: unknown) => {
    const isBytes = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
    return isBytes && 'data' in value && Array.isArray(value.data) ? Buffer.from(value.data).toString('latin1') : value
  })

test('secrets are sealed, and neither shown nor written down', async () => {
  const stored = await desk.as('system', ({ db }) =>
    db.selectFrom('channel').selectAll().where('channel_id', '=', channelId).execute(),
  )
  expect(readable(stored)).toContain(client.id)
  expect(stored[0]?.token_grant).not.toBeNull()
  const shown = await desk.as('system', showChannels)
  const audit = await desk.as('system', ({ db }) => db.selectFrom('audit_entry').selectAll().execute())
  for (const rows of [stored, shown, audit]) expect(readable(rows)).not.toMatch(/canary|refresh-/)
})

test('a mailbox that goes back to a password needs one, and keeps no sign-in', async () => {
  const { imap, smtp, ...rest } = made
  const change = (password: string | null) => {
    const servers = { imap: imap && { ...imap, password }, smtp: { ...smtp, password } }
    const login = { kind: 'password' } as const
    return desk.as('system', (ctx) => changeMailChannel(ctx, channelId, { ...rest, ...servers, login }))
  }
  await expect(change(null)).rejects.toMatchObject({ fields: { '/imap/password': expect.any(String) as string } })
  await change('a word to the server')
  expect(await desk.as('system', (ctx) => findGrant(ctx.db, channelId))).toBeNull()
  expect(accessTokensOf(house, { ...(await channel()), organizationId: desk.organizationId })).toBeNull()
})
