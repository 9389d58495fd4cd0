// The company under test: founded over HTTP as a person would, with a key for programs and a mailbox to send from.
import type { Answer, Asked, Client } from './keep-alive-client.ts'
import { makeClient } from './keep-alive-client.ts'

export const password = 'seven lanterns under a quiet harbour'
export const founderAddress = 'founder@bench.test'

/** A signed-in person: what their requests carry. */
export interface Signed {
  readonly cookie: string
  readonly csrf: string
}

/** Founds the company and answers its founder's session. */
export async function foundCompany(port: number): Promise<Signed> {
  return signedBy(port, '/api/first-run', 201, {
    company: 'Bench Goods',
    kindOfBusiness: 'household goods',
    timeZone: 'Europe/Berlin',
    name: 'Fatima Founder',
    email: founderAddress,
    password,
    floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
  })
}

export const signIn = (port: number, email: string): Promise<Signed> =>
  signedBy(port, '/api/sign-in', 200, { email, password })

export async function makeApiKey(port: number, by: Signed): Promise<string> {
  const made = await post(port, by, '/api/api-keys', { name: 'bench' })
  return (JSON.parse(made.body) as { readonly key: string }).key
}

export interface Mailbox {
  readonly address: string
  /** Who logs in to read it. */
  readonly user: string
  readonly imapPort: number
  readonly smtpPort: number
}

/** Connects a mailbox on this machine; password "secret". Answers the channel's identifier. */
export async function addMailbox(port: number, by: Signed, mailbox: Mailbox): Promise<string> {
  const { address, user, imapPort, smtpPort } = mailbox
  const server = { host: '127.0.0.1', security: 'none' }
  const made = await post(port, by, '/api/channels/mail', {
    name: address,
    address,
    displayName: 'Bench Goods',
    imap: { ...server, port: imapPort, user, password: 'secret', mailbox: 'INBOX' },
    smtp: { ...server, port: smtpPort, user: null, password: null },
    trustedAuthservId: null,
  })
  return (JSON.parse(made.body) as { readonly channelId: string }).channelId
}

export async function switchOff(port: number, by: Signed, channelId: string): Promise<void> {
  await post(port, by, `/api/channels/${channelId}/off`, {})
}

async function post(port: number, by: Signed, path: string, body: object): Promise<Answer> {
  const answer = await askOnce(port, {
    method: 'POST',
    path,
    headers: { cookie: by.cookie, 'x-amends-csrf': by.csrf },
    body: JSON.stringify(body),
  })
  if (answer.status > 299) throw new Error(`${path} answered ${String(answer.status)}: ${answer.body}`)
  return answer
}

async function signedBy(port: number, path: string, status: number, body: object): Promise<Signed> {
  const answer = await askOnce(port, { method: 'POST', path, body: JSON.stringify(body) })
  const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(answer.headers)?.[1]
  if (answer.status !== status || cookie === undefined)
    throw new Error(`${path} answered ${String(answer.status)}: ${answer.body}`)
  return { cookie, csrf: (JSON.parse(answer.body) as { readonly csrfToken: string }).csrfToken }
}

async function askOnce(port: number, asked: Asked): Promise<Answer> {
  const client: Client = makeClient(port)
  try {
    return await client.ask(asked)
  } finally {
    client.close()
  }
}
