// A company at work for browser tests: founded and staffed over HTTP, with a mailbox whose letters end in a letter box.
// Mail is handed in as a mailbox would hand it over; everything after that is the desk's own way.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { mailKey } from '../../src/hear/channels/mail/mail-key.ts'
import { storeRaw } from '../../src/hear/intake/store-raw.ts'
import { withContext } from '../../src/platform/context/context.ts'
import { homeOrganization } from '../../src/platform/jobs/organizations.sql.ts'
import { systemClock } from '../../src/shared/clock.ts'
import type { ChannelId, OrganizationId } from '../../src/shared/ids.ts'
import { type RunningDesk, startDesk } from '../setup/desk.ts'
import { openPerson, type Person } from './browser.ts'
import { type LetterBox, openLetterBox } from './letter-box.ts'

export interface Session {
  readonly cookie: string
  readonly csrf: string
}

export interface Mail {
  readonly from: string
  readonly subject: string
  readonly text: string
  /** Instead of who wrote, what is to stand there: for mail that cannot be read as it is. */
  readonly headers?: Readonly<Record<string, string>>
  readonly file?: { readonly name: string; readonly type: string; readonly base64: string }
}

export interface Company {
  readonly desk: RunningDesk
  readonly letterBox: LetterBox
  readonly organizationId: OrganizationId
  readonly founder: Session
  invite(name: string, role: 'handler' | 'lead'): Promise<Session>
  ask<Answer>(who: Session, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer>
  mail(mail: Mail): Promise<void>
  /** Time passes at the desk, and not in the browsers: what it waits for comes sooner. */
  pass(seconds: number): void
  /** A browser in which somebody is signed in. */
  seat(browser: Browser, who: Session, options?: BrowserContextOptions): Promise<Person>
  stop(): Promise<void>
}

const password = 'a quiet harbour at noon'
const ourServer = 'mx.halden.example'

export async function openCompany(): Promise<Company> {
  const letterBox = await openLetterBox()
  let aheadMs = 0
  const clock = { now: () => new Date(systemClock.now().getTime() + aheadMs) }
  const desk = await startDesk({ pages: true, clock })
  const { house } = desk.desk
  const call = (who: Session | null, method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${desk.url}${path}`, {
      method,
      headers: {
        ...(who === null ? {} : { cookie: who.cookie, 'x-amends-csrf': who.csrf }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const enter = async (path: string, body: object): Promise<Session> => {
    const answer = await call(null, 'POST', path, body)
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    const { csrfToken } = (await answer.json()) as { csrfToken: string }
    return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', csrf: csrfToken }
  }
  const ask: Company['ask'] = async <Answer>(who: Session, method: string, path: string, body?: object) => {
    const answer = await call(who, method, path, body)
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const founder = await enter('/api/first-run', {
    ...{ company: 'Halden Home', kindOfBusiness: 'kitchen shop', timeZone: 'Europe/Berlin', password },
    ...{ name: 'Amira Haddad', email: 'amira@halden.example' },
    floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
  })
  const server = { host: '127.0.0.1', security: 'none', user: null, password: null }
  const { channelId } = await ask<{ channelId: string }>(founder, 'POST', '/api/channels/mail', {
    ...{ name: 'Help', address: 'help@halden.example', displayName: 'Halden Home', trustedAuthservId: ourServer },
    imap: { ...server, port: 1, user: 'help', password: 'help', mailbox: 'INBOX' },
    smtp: { ...server, port: letterBox.port },
  })
  const organizationId = await homeOrganization(house.pool)
  if (organizationId === null) throw new Error('no company was founded')
  return {
    ...{ desk, letterBox, organizationId, founder, ask },
    invite: async (name, role) => {
      const email = `${name.split(' ')[0]?.toLowerCase() ?? ''}@halden.example`
      const { url } = await ask<{ url: string }>(founder, 'POST', '/api/invites', { email, role })
      return enter('/api/invites/accept', { token: /[^/#?=]+$/.exec(url)?.[0], name, password })
    },
    mail: async (mail) => {
      const bytes = Buffer.from(written(mail).replaceAll('\n', '\r\n'), 'utf8')
      await withContext(house, { organizationId, actor: { kind: 'system', part: 'test' } }, (ctx) =>
        storeRaw(ctx, channelId as ChannelId, [
          { key: mailKey(bytes), bytes, mediaType: 'message/rfc822', receivedAt: ctx.now(), proof: { kind: 'pulled' } },
        ]),
      )
      house.wake('raw')
    },
    pass: (seconds) => {
      aheadMs += seconds * 1000
    },
    seat: async (browser, who, options) => {
      const person = await openPerson(browser, options)
      const [name = '', value = ''] = who.cookie.split('=')
      await person.page.context().addCookies([{ name, value, url: desk.url }])
      return person
    },
    stop: async () => {
      await desk.stop()
      await letterBox.close()
    },
  }
}

let mails = 0

function written({ from, subject, text, headers, file }: Mail): string {
  mails += 1
  const all: Record<string, string> = {
    'authentication-results': `${ourServer}; dmarc=pass header.from=${/@([^>]+)/.exec(from)?.[1] ?? ''}`,
    ...{ from, to: 'help@halden.example', subject, date: new Date().toUTCString().replace('GMT', '+0000') },
    'message-id': `<${String(mails)}.${String(Date.now())}@customer.example>`,
    'mime-version': '1.0',
    'content-type': file ? 'multipart/mixed; boundary=part' : 'text/plain; charset=utf-8',
    ...headers,
  }
  const head = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
  if (!file) return `${head}\n\n${text}\n`
  const parts = [
    `content-type: text/plain; charset=utf-8\n\n${text}\n`,
    `content-type: ${file.type}; name="${file.name}"\ncontent-disposition: attachment; filename="${file.name}"\ncontent-transfer-encoding: base64\n\n${file.base64}\n`,
  ]
  return `${head}\n\n${parts.map((part) => `--part\n${part}`).join('')}--part--\n`
}

/** A header of a letter as it came, its lines unfolded. */
export const headerOf = (letter: string, name: string): string =>
  new RegExp(`^${name}: *(.+)$`, 'im').exec(letter.replace(/\r?\n[ \t]+/g, ' '))?.[1]?.trim() ?? ''
