// What an SMTP server sees of a token: once, under its own name, and never as a password; and a connection serves the sign-in that it logged in with.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { AccessTokens } from '../channel.ts'
import { keepLines, openLine } from './smtp-lines.ts'

const logins: string[] = []
let server: SMTPServer | null = null
afterEach(() => {
  server?.close()
  logins.length = 0
})

/** @param ways to log in that it offers @param good the token it takes */
async function open(ways: readonly string[], good: string) {
  const far = new SMTPServer({
    ...{ authMethods: [...ways], allowInsecureAuth: true, disabledCommands: ['STARTTLS'], closeTimeout: 100 },
    onAuth: ({ method, username, password, accessToken }, _session, done) => {
      logins.push(`${method} ${username ?? ''} ${password ?? accessToken ?? ''}`)
      if (accessToken === good) done(null, { user: username })
      else done(null, { data: { status: '401' } })
    },
  })
  far.on('error', () => undefined)
  server = far
  await new Promise<void>((listening) => {
    far.listen(0, '127.0.0.1', listening)
  })
  const { port } = far.server.address() as AddressInfo
  return { host: '127.0.0.1', port, security: 'none', user: 'help', password: null } as const
}
const never = new AbortController().signal
const giving = (...all: readonly string[]): AccessTokens & { readonly refused: (string | null)[] } => {
  const refused: (string | null)[] = []
  return {
    refused,
    get: (one) => {
      refused.push(one)
      return Promise.resolve(all[refused.length - 1] ?? '')
    },
  }
}

test('a token that is refused is shown once, and the next one as well', async () => {
  const to = await open(['PLAIN', 'XOAUTH2'], 'other')
  const tokens = giving('one', 'two')
  await expect(openLine(to, tokens, never)).rejects.toThrow(/refused the token for help\. Sign in again/)
  expect(logins).toEqual(['XOAUTH2 help one', 'XOAUTH2 help two'])
  expect(tokens.refused).toEqual([null, 'one'])
})

test('a server that takes no tokens never sees one as a password', async () => {
  const to = await open(['PLAIN', 'LOGIN'], 'one')
  await expect(openLine(to, giving('one', 'two'), never)).rejects.toThrow(/refused the token/)
  expect(logins).toEqual([])
})

test('a connection that waits is for nobody else’s sign-in, though server and user are the same', async () => {
  const to = await open(['XOAUTH2'], 'one')
  const [ours, theirs] = [giving('one'), giving('one')]
  const lines = keepLines()
  const line = await openLine(to, ours, never)
  lines.giveBack(line)
  expect(lines.take(to, theirs)).toBeNull()
  expect(lines.take(to, null)).toBeNull()
  expect(lines.take(to, ours)).toMatchObject({ letters: 1 })
  line.connection.close()
})
