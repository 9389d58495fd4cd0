// The doors of the desk that pictures are taken of: somebody complains by mail, on the web form or over the API; somebody at the desk works on it.
import { storeRaw } from '../../src/hear/intake/store-raw.ts'
import { mailKey } from '../../src/hear/channels/mail/mail-key.ts'
import { withContext } from '../../src/platform/context/context.ts'
import { homeOrganization } from '../../src/platform/jobs/organizations.sql.ts'
import type { ChannelId } from '../../src/shared/ids.ts'
import { eventually, type Session, type Stage } from './stage.ts'

/** What somebody says, and who they are. */
export interface Said {
  readonly name: string
  readonly subject: string
  readonly text: string
}

export interface Doors {
  /** Each answers the case that was opened, once its acknowledgement has left. */
  byMail(said: Said): Promise<string>
  byForm(said: Said): Promise<string>
  byApi(said: Said): Promise<string>
  /** Replies by mail to the last letter they got. */
  reply(caseId: string, said: Said): Promise<void>
}

const mailbox = 'help@halden.example'
/** The server whose word about senders is believed. */
const mailServer = 'mx.halden.example'
const addressOf = (name: string): string =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\W+/g, '.')}@customer.example`

/** Connects a mailbox whose letters end in the letter box, and makes a key for programs. Incoming mail is handed in as a mailbox would. */
export async function openDoors(stage: Stage, by: Session, seenBy: () => Session): Promise<Doors> {
  const { desk } = stage
  const ask: Stage['ask'] = (who, method, path, body) => stage.ask(who, method, path, body)
  const server = { host: '127.0.0.1', security: 'none', user: null, password: null }
  const { channelId } = await ask<{ channelId: string }>(by, 'POST', '/api/channels/mail', {
    ...{ name: 'Help', address: mailbox, displayName: 'Halden Home', trustedAuthservId: mailServer },
    imap: { ...server, port: 1, user: 'help', password: 'help', mailbox: 'INBOX' },
    smtp: { ...server, port: stage.letterBox.port },
  })
  const { key } = await ask<{ key: string }>(by, 'POST', '/api/api-keys', { name: 'Shop' })
  const deliver = (mail: string) => takeIn(stage, channelId as ChannelId, Buffer.from(mail, 'utf8'))
  const opened = (name: string) => caseOf(stage, seenBy(), name)
  return {
    byMail: async (said) => {
      await deliver(mailOf(stage, said, { to: mailbox }))
      return opened(said.name)
    },
    byForm: async ({ name, subject, text }) => {
      const form = new FormData()
      for (const [field, value] of Object.entries({ name, subject, text, email: addressOf(name), website: '' }))
        form.set(field, value)
      const { status } = await fetch(`${desk.url}/form`, { method: 'POST', body: form, redirect: 'manual' })
      if (status !== 303) throw new Error(`The form of ${name} was answered with ${String(status)}.`)
      return opened(name)
    },
    byApi: async ({ name, subject, text }) => {
      await ask(key, 'POST', '/api/v1/complaints', { from: { name, email: addressOf(name) }, subject, text })
      return opened(name)
    },
    reply: async (caseId, said) => {
      const letter = stage.letterBox.letters.findLast((one) => one.includes(addressOf(said.name))) ?? ''
      const header = (name: string) => new RegExp(`^${name}: *(.+)$`, 'im').exec(letter)?.[1]?.trim() ?? ''
      const to = /<([^>]+)>/.exec(header('reply-to'))?.[1] ?? header('reply-to')
      await deliver(mailOf(stage, said, { to, 'in-reply-to': header('message-id') }))
      const path = `/api/cases/${caseId}/messages`
      await eventually(`no reply of ${said.name}`, async () => {
        const { messages } = await ask<{ messages: readonly { text: string }[] }>(seenBy(), 'GET', path)
        return messages.some(({ text }) => text.startsWith(said.text.slice(0, 40))) ? true : null
      })
    },
  }
}

function mailOf(stage: Stage, { name, subject, text }: Said, headers: Readonly<Record<string, string>>): string {
  // Written a moment before the mailbox is looked at.
  const at = new Date(stage.desk.house.clock.now().getTime() - 40_000)
  const all = {
    'authentication-results': `${mailServer}; dmarc=pass header.from=customer.example`,
    from: `"${name}" <${addressOf(name)}>`,
    ...headers,
    subject,
    date: at.toUTCString().replace('GMT', '+0000'),
    'message-id': `<${String(at.getTime())}@customer.example>`,
    'content-type': 'text/plain; charset=utf-8',
  }
  const lines = Object.entries(all).map(([header, value]) => `${header}: ${value}`)
  return `${lines.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`
}

/** The step at which a mailbox hands a mail over; everything after it is the desk's own way. */
async function takeIn({ desk: { house } }: Stage, channelId: ChannelId, bytes: Buffer): Promise<void> {
  const organizationId = await homeOrganization(house.pool)
  if (organizationId === null) throw new Error('There is no company yet.')
  await withContext(house, { organizationId, actor: { kind: 'system', part: 'pictures' } }, (ctx) =>
    storeRaw(ctx, channelId, [
      { key: mailKey(bytes), bytes, mediaType: 'message/rfc822', receivedAt: ctx.now(), proof: { kind: 'pulled' } },
    ]),
  )
  house.wake('raw')
}

const caseOf = (stage: Stage, by: Session, name: string): Promise<string> =>
  eventually(`no acknowledged case of ${name}`, async () => {
    const { cases } = await stage.ask<{ cases: readonly { caseId: string; customerName: string; state: string }[] }>(
      by,
      'GET',
      `/api/search?q=${encodeURIComponent(name)}`,
    )
    return cases.find(({ customerName, state }) => customerName === name && state === 'acknowledged')?.caseId ?? null
  })
