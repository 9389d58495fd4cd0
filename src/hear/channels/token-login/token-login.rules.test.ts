// Where somebody is sent to sign in, what a refresh token is good for, and when the next access token is asked for.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askAgainMs, purposeOf, signInAddress, type TokenLogin, usedUntil } from './token-login.rules.ts'

const login = (more: Partial<TokenLogin> = {}): TokenLogin => ({
  ...{ kind: 'token', provider: 'google', clientId: 'desk', grantId: 'one' },
  ...{ authorizeUrl: null, tokenUrl: null, scope: null },
  ...more,
})
const wish = { redirectUrl: 'https://desk.example/back', state: 's', challenge: 'c', user: 'help@shop.test' }
const asked = (one: TokenLogin) => new URL(signInAddress({ ...wish, login: one }) ?? 'none:')

test('a browser is sent to Google with what a refresh token takes there', () => {
  const address = asked(login())
  expect(address.origin + address.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ response_type: 'code', client_id: 'desk', redirect_uri: wish.redirectUrl, state: 's' },
    ...{ code_challenge: 'c', code_challenge_method: 'S256', login_hint: wish.user },
    ...{ scope: 'https://mail.google.com/', access_type: 'offline', prompt: 'consent' },
  })
})

test('to Microsoft with offline access in its scope', () => {
  const address = asked(login({ provider: 'microsoft' }))
  expect(address.hostname).toBe('login.microsoftonline.com')
  expect(address.searchParams.get('scope')?.split(' ')).toEqual([
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://outlook.office.com/SMTP.Send',
    'offline_access',
  ])
  expect(address.searchParams.has('access_type')).toBe(false)
})

test('to another provider at its own address, whose own questions stay; to none without one', () => {
  const other = login({
    provider: 'other',
    authorizeUrl: 'https://id.example/auth?tenant=7',
    tokenUrl: 'https://id.example/t',
  })
  expect(asked(other).searchParams.get('tenant')).toBe('7')
  expect(asked(other).searchParams.has('scope')).toBe(false)
  expect(signInAddress({ ...wish, login: login({ provider: 'other', tokenUrl: 'https://id.example/t' }) })).toBeNull()
})

test('whatever state and user hold, each comes back whole and adds no question of its own', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), (state, user) => {
      const { searchParams } = new URL(signInAddress({ ...wish, state, user, login: login() }) ?? 'none:')
      expect(searchParams.get('state')).toBe(state.toWellFormed())
      expect(searchParams.get('login_hint')).toBe(user.toWellFormed())
      expect([...searchParams]).toHaveLength(10)
    }),
  )
})

test('a refresh token is good for its own client, token server, mail servers and users, and for no others', () => {
  const config = (more: object = {}) => ({
    ...{ login: login(), imap: { host: 'imap.a', user: 'u', port: 993 }, smtp: { host: 'smtp.a', user: 'u' } },
    ...more,
  })
  const own = purposeOf(config())
  expect(purposeOf(config({ login: login({ grantId: 'two' }), displayName: 'x' }))).toBe(own)
  const others = [
    { login: login({ clientId: 'another' }) },
    { login: login({ provider: 'microsoft' }) },
    { login: login({ provider: 'other', tokenUrl: 'https://id.example/t' }) },
    { login: null },
    { imap: { host: 'imap.b', user: 'u' } },
    { imap: { host: 'imap.a', user: 'v' } },
    { smtp: { host: 'smtp.b', user: 'u' } },
    { smtp: { host: 'smtp.a', user: null } },
  ].map((more) => purposeOf(config(more)))
  expect(new Set([own, ...others]).size).toBe(others.length + 1)
})

test('an access token is used until a minute before it ends, and four minutes where nobody says when', () => {
  expect(usedUntil(1000, 3600)).toBe(1000 + 3_540_000)
  expect(usedUntil(1000, null)).toBe(1000 + 240_000)
  expect(usedUntil(1000, 30)).toBeLessThan(1000)
})

test('after each failure in a row one waits longer, never more than five minutes, never less than half a second', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, chance) => {
        const wait = askAgainMs(failures, chance)
        expect(wait).toBeGreaterThanOrEqual(500)
        expect(wait).toBeLessThanOrEqual(300_000)
        expect(askAgainMs(failures + 1, chance)).toBeGreaterThanOrEqual(wait)
      },
    ),
  )
  expect([1, 2, 3].map((failures) => askAgainMs(failures, 0))).toEqual([500, 1000, 2000])
})
