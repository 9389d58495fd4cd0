// Connections to servers that send. One whose last letter was accepted waits a few seconds for the next letter under the very same settings.
import { isDeepStrictEqual } from 'node:util'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { AccessTokens } from '../channel.ts'
import { explainTokenRefusal } from './explain-failure.ts'
import type { MailConfig } from './mail.schema.ts'
import { tokenLogin, waysByToken } from './xoauth2.ts'

type Server = MailConfig['smtp']

/** A connection that is logged in, and how many letters it has carried. */
export interface Line {
  readonly connection: SMTPConnection
  readonly server: Server
  /** Whose token it logged in with; null where by password, or not at all. */
  readonly tokens: AccessTokens | null
  readonly letters: number
}

export interface SmtpLines {
  /** One that waits, with exactly these settings and this sign-in; it waits no more. Null where there is none: `openLine` makes one. */
  take(server: Server, tokens: AccessTokens | null): Line | null
  /** After a letter that was accepted; after anything else a line is closed by whoever has it. */
  giveBack(line: Line): void
  /** Ends those that wait; none waits from now on. */
  close(): void
}

// Shorter than servers wait, of which some hang up after ten seconds.
const waitMs = 5_000
// Servers have a number of letters a connection that they do not tell, and a password may have changed meanwhile.
const mostLetters = 100

/** Room for lines between letters. There are never more of them than letters that were under way at the same moment. */
export function keepLines(): SmtpLines {
  const waiting = new Map<Line, () => void>()
  let isClosed = false
  const keep = (line: Line): void => {
    const drop = (): void => {
      clearTimeout(timer)
      line.connection.off('end', drop)
      waiting.delete(line)
    }
    const timer = setTimeout(() => {
      drop()
      endLine(line)
    }, waitMs).unref()
    // A server that hangs up takes its line away.
    line.connection.once('end', drop)
    waiting.set(line, drop)
  }
  return {
    take: (server, tokens) => {
      // The latest first, so that more than are needed come to their end.
      const found = [...waiting].findLast(([line]) => line.tokens === tokens && isDeepStrictEqual(line.server, server))
      found?.[1]()
      return found?.[0] ?? null
    },
    giveBack: (line) => {
      if (line.connection.destroyed) return
      const used = { ...line, letters: line.letters + 1 }
      if (isClosed || used.letters >= mostLetters) endLine(used)
      else keep(used)
    },
    close: () => {
      isClosed = true
      for (const [line, drop] of waiting) {
        drop()
        endLine(line)
      }
    },
  }
}

/** Says goodbye; the server's answer closes the connection. */
export function endLine({ connection }: Pick<Line, 'connection'>): void {
  connection.quit()
}

/** Connected, and logged in where the server knows users. Throws what went wrong, with nothing left open. */
export async function openLine(server: Server, tokens: AccessTokens | null, signal: AbortSignal): Promise<Line> {
  const { user, password } = server
  if (user === null) return logIn(server, null, null, signal)
  if (tokens === null) return logIn(server, null, { user, pass: password ?? '' }, signal)
  const first = await tokens.get(null)
  try {
    return await logIn(server, tokens, tokenLogin(user, first), signal)
  } catch (error) {
    if (explainTokenRefusal('mail server', server, user, error) === null) throw error
  }
  // It may have been taken back before its time: the next one counts.
  const next = await tokens.get(first)
  try {
    return await logIn(server, tokens, tokenLogin(user, next), signal)
  } catch (error) {
    throw explainTokenRefusal('mail server', server, user, error) ?? error
  }
}

type Login = Parameters<SMTPConnection['login']>[0]

async function logIn(
  server: Server,
  tokens: AccessTokens | null,
  login: Login | null,
  signal: AbortSignal,
): Promise<Line> {
  const connection = await connect(server, tokens !== null)
  const close = (): void => {
    connection.close()
  }
  signal.addEventListener('abort', close, { once: true })
  if (signal.aborted) close()
  try {
    await asked<unknown>(connection, (done) => {
      connection.connect(done)
    })
    if (login !== null)
      await asked<unknown>(connection, (done) => {
        connection.login(login, done)
      })
    return { connection, server, tokens, letters: 0 }
  } catch (error) {
    connection.close()
    throw error
  } finally {
    signal.removeEventListener('abort', close)
  }
}

type Done<Answer> = (error?: Error | null, answer?: Answer) => void

/** What a callback is told; and as that is not always told of a connection that breaks meanwhile, such a break. */
export async function asked<Answer>(connection: SMTPConnection, ask: (done: Done<Answer>) => void): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const onEnd = (): void => {
    // The callback may be told just after, and then knows why.
    setImmediate(reject, Object.assign(new Error('closed'), { code: 'ECONNECTION' }))
  }
  connection.once('error', reject).once('end', onEnd)
  ask((error, answer) => {
    if (error) reject(error)
    else resolve(answer as Answer)
  })
  try {
    return await promise
  } finally {
    connection.off('error', reject).off('end', onEnd)
  }
}

async function connect(server: Server, isByToken: boolean): Promise<SMTPConnection> {
  // Loaded with the first letter, as a desk that starts has to be open first.
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    tls: { ...(server.certificate === undefined ? {} : { ca: server.certificate }), rejectUnauthorized: true },
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
    ...(isByToken ? { customAuth: waysByToken } : {}),
  })
  // What matters of an error comes through the call that failed; without a listener it would end the process.
  connection.on('error', () => undefined)
  return connection
}
