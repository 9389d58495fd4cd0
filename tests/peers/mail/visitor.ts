// Somebody at a desk over HTTP, as its pages speak to it: sets it up, signs in, connects a mailbox, works cases.
import type { MailServers } from './mail-servers.ts'

export interface Visitor {
  readonly url: string
  /** The answer to a request, whatever it is; throws only where none came. */
  ask(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body: unknown): Promise<Answer>
}

interface Entering {
  readonly csrfToken: string
}

/** How long a request may take: a desk that is being killed must not hold a test. */
const patienceMs = 30_000

export const company = 'Halden Home'
export const founder = { name: 'Amira Haddad', email: 'amira@halden.example', password: 'seven green kettles sing' }

/** The first run over HTTP; answers its first person, an administrator. */
export const setUp = (url: string): Promise<Visitor> =>
  enter(url, '/api/first-run', {
    company,
    kindOfBusiness: 'household goods',
    timeZone: 'Europe/Berlin',
    ...founder,
    floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
  })

/** A second person, by an invite as it is handed over. */
export async function join(
  administrator: Visitor,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Visitor> {
  const { name, email, password } = person
  const invite = await administrator.post<{ url: string }>('/api/invites', { email, role: 'handler' })
  const token = invite.url.split('#').at(-1)
  return enter(administrator.url, '/api/invites/accept', { token, name, password })
}

async function enter(url: string, path: string, body: unknown): Promise<Visitor> {
  const response = await post(`${url}${path}`, body)
  if (!response.ok) throw new Error(`${path} answered ${String(response.status)}: ${await response.text()}`)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { csrfToken } = (await response.json()) as Entering
  return visitor(url, { cookie, 'x-amends-csrf': csrfToken })
}

const post = (address: string, body: unknown): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  })

/** `own`: the headers that say who it is. */
export function visitor(url: string, own: Readonly<Record<string, string>>): Visitor {
  const ask: Visitor['ask'] = (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...own, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    })
  const answered = async <Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> => {
    const response = await ask(method, path, body)
    if (!response.ok) throw new Error(`${path} answered ${String(response.status)}: ${await response.text()}`)
    return (await response.json()) as Answer
  }
  return { url, ask, get: (path) => answered('GET', path), post: (path, body) => answered('POST', path, body) }
}

export const mailboxOf = ({ imapPort, smtpPort }: Pick<MailServers, 'imapPort' | 'smtpPort'>) => ({
  name: 'Support',
  address: 'support@shop.test',
  displayName: company,
  imap: {
    host: '127.0.0.1',
    port: imapPort,
    security: 'none',
    user: 'support@shop.test',
    password: 'secret',
    mailbox: 'INBOX',
  },
  smtp: { host: '127.0.0.1', port: smtpPort, security: 'none', user: null, password: null },
  trustedAuthservId: null,
})

/** Tests the connection, as the page does before it saves, and connects support@shop.test. */
export async function connectMailbox(
  administrator: Visitor,
  servers: Pick<MailServers, 'imapPort' | 'smtpPort'>,
): Promise<void> {
  const settings = mailboxOf(servers)
  const { imap, smtp } = await administrator.post<Record<'imap' | 'smtp', { ok: boolean; words: string }>>(
    '/api/channels/mail/check',
    { ...settings, channelId: null },
  )
  if (!imap.ok || !smtp.ok) throw new Error(`The mailbox is not well: ${imap.words} ${smtp.words}`)
  await administrator.post('/api/channels/mail', settings)
}
