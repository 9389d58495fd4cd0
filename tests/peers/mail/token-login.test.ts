// A mailbox that logs in by token: a real Dovecot checks each token itself (RS256), a real Postfix carries the letters, and a token server gives tokens out.
import { createSign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Outbound } from '../../../src/hear/channels/channel.ts'
import { checkMailChannel } from '../../../src/hear/channels/check-mail-channel.ts'
import type { MailChannelBody } from '../../../src/hear/channels/channel.schema.ts'
import { findChannel } from '../../../src/hear/channels/channel.sql.ts'
import { addMailChannel, changeMailChannel } from '../../../src/hear/channels/save-mail-channel.ts'
import { openSending, type SendingThroughChannels } from '../../../src/hear/channels/send-through-channel.ts'
import { findMailbox } from '../../../src/hear/channels/show-channels.ts'
import { runChannels } from '../../../src/hear/intake/run-channels.ts'
import type { House } from '../../../src/platform/context/house.ts'
import type { Loop } from '../../../src/platform/jobs/loop.ts'
import { systemClock } from '../../../src/shared/clock.ts'
import type { ChannelId } from '../../../src/shared/ids.ts'
import { openTestHouse, type TestHouse } from '../../setup/house.ts'
import { client, openTokenServer, type TokenServer } from '../../setup/token-server.ts'
import { type MailServers, startMailServers, whyNoMailServers } from './mail-servers.ts'

const reason = whyNoMailServers()
const us = 'support@shop.test'

let servers: MailServers
let desk: TestHouse
let far: TokenServer
let house: House
let sending: SendingThroughChannels
let channelId: ChannelId
let reading: Loop | null = null
let key = ''

/** As Dovecot's settings want one. @param seconds for how long it holds from now on */
function jwt(seconds: number, email = us): string {
  const now = Math.floor(systemClock.now().getTime() / 1000)
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { iss: 'https://idp.test', sub: email, email, iat: now - 5, exp: now + seconds, scope: 'mail' }
  const head = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key, 'base64url')}`
}
const forged = (): string => `${jwt(60).slice(0, -8)}AAAAAAAA`

const body = (refreshToken: string | null): MailChannelBody => ({
  ...{ name: 'Support', address: us, displayName: 'Kettle Co', trustedAuthservId: null },
  imap: { host: '127.0.0.1', port: servers.imapPort, security: 'none', user: us, password: null, mailbox: 'INBOX' },
  smtp: { host: '127.0.0.1', port: servers.submissionPort, security: 'none', user: us, password: null },
  login: {
    ...{ kind: 'token', provider: 'other', clientId: client.id, clientSecret: client.secret, scope: null },
    ...{ authorizeUrl: null, tokenUrl: `${far.url}/token`, refreshToken },
  },
})
const channel = async () => {
  const row = await desk.as('system', (ctx) => findChannel(ctx.db, channelId))
  if (!row) throw new Error('gone')
  return row
}
/** The desk is started again: nothing is remembered but what stands in the database. */
async function restart(): Promise<void> {
  await reading?.stop()
  reading = null
  sending.close()
  sending = openSending()
  house = { ...house }
}
const letter: Outbound = {
  ...{ to: { address: 'anna@example.test', name: 'Anna' }, subject: 'Your kettle', text: 'We are sorry.' },
  ...{ attachments: [], thread: { replyTo: null, references: [] }, isAutomatic: false },
}
let letters = 0
const send = async () =>
  sending.sendThrough(
    house,
    { ...(await channel()), organizationId: desk.organizationId },
    letter,
    `<token-${String(++letters)}@shop.test>`,
    AbortSignal.timeout(30_000),
  )
const check = async () => {
  const there = await desk.as('system', (ctx) => findMailbox(ctx, channelId))
  return checkMailChannel(house, body(null), there)
}
const says = (state: string, words: string) =>
  expect
    .poll(async () => ((await channel()).state === state ? (await channel()).stateDetail : state), { timeout: 30_000 })
    .toContain(words)

describe.skipIf(reason !== null)(
  `a token login at real servers${reason === null ? '' : ` (skipped: ${reason})`}`,
  () => {
    beforeAll(async () => {
      servers = await startMailServers({ tokens: true })
      key = readFileSync(path.join(servers.folder, 'dovecot/jwt.key'), 'utf8')
      desk = await openTestHouse()
    })
    beforeEach(async () => {
      far = await openTokenServer()
      far.makeAccessToken = () => jwt(3600)
      house = { ...desk.house, clock: systemClock, insideHosts: new Set(['127.0.0.1']) }
      sending = openSending()
      const wish = body(far.giveRefreshToken())
      if (channelId) await desk.as('system', (ctx) => changeMailChannel({ ...ctx, house }, channelId, wish))
      else channelId = await desk.as('system', (ctx) => addMailChannel({ ...ctx, house }, wish))
    })
    afterEach(async () => {
      await restart()
      await far.stop()
    })
    afterAll(async () => {
      await desk.close()
      await servers.stop()
    })

    it('reads what comes, sends what goes, and asks for one token for both', async () => {
      reading = runChannels(house)
      await says('working', 'Reading INBOX')
      const anna = createTransport({ host: '127.0.0.1', port: servers.smtpPort, ignoreTLS: true })
      await anna.sendMail({ from: 'anna@example.test', to: us, subject: 'by token', text: 'It leaks.' })
      anna.close()
      const stored = () =>
        desk.as('system', async ({ db }) => (await db.selectFrom('inbound_raw').select('raw_id').execute()).length)
      await expect.poll(stored, { timeout: 30_000 }).toBe(1)
      for (let turn = 0; turn < 3; turn++) expect(await send()).toEqual(expect.objectContaining({ kind: 'sent' }))
      expect(far.asked).toHaveLength(1)
    })

    it('is tried by the test of the connection, at both servers', async () => {
      expect(await check()).toMatchObject({ imap: { ok: true }, smtp: { ok: true } })
    })

    it.each([
      ['expired', () => jwt(-1)],
      ['forged', forged],
      ['of another user', () => jwt(60, 'anna@example.test')],
    ])('by a token that is %s is refused by both, in words that say what to do', async (_name, make) => {
      far.makeAccessToken = make
      const { imap, smtp } = await check()
      for (const [{ ok, words }, port] of [
        [imap, servers.imapPort],
        [smtp, servers.submissionPort],
      ] as const)
        expect([ok, words]).toEqual([
          false,
          expect.stringContaining(`127.0.0.1:${String(port)} refused the token for ${us}. Sign in again, as ${us}`),
        ])
      expect(await send()).toMatchObject({ kind: 'retry', why: expect.stringContaining('refused the token') as string })
      reading = runChannels(house)
      await says('failing', 'refused the token')
    })

    it('gets another token, once, for one that is refused before its time', async () => {
      const made = [forged(), jwt(60)]
      far.makeAccessToken = () => made.shift() ?? jwt(60)
      expect(await send()).toEqual(expect.objectContaining({ kind: 'sent' }))
      expect(far.asked).toHaveLength(2)
      made.push(forged(), jwt(60))
      await restart()
      reading = runChannels(house)
      await says('working', 'Reading INBOX')
      expect(far.asked).toHaveLength(4)
    })

    it('goes on after a restart with the refresh token that took the place of the first', async () => {
      for (let turn = 0; turn < 3; turn++) {
        expect(await send()).toEqual(expect.objectContaining({ kind: 'sent' }))
        await restart()
      }
      const used = far.asked.map((form) => form.get('refresh_token'))
      expect([used.length, new Set(used).size]).toEqual([3, 3])
    })

    it('that was taken back says so, holds its letters, and works again after the next sign-in', async () => {
      far.takeBack()
      expect(await send()).toMatchObject({ kind: 'retry', why: expect.stringContaining('Sign in again') as string })
      await says('failing', 'has ended or was taken back')
      await desk.as('system', (ctx) => changeMailChannel({ ...ctx, house }, channelId, body(far.giveRefreshToken())))
      expect(await send()).toEqual(expect.objectContaining({ kind: 'sent' }))
      reading = runChannels(house)
      await says('working', 'Reading INBOX')
    })

    it('waits for a token server that is away', async () => {
      far.fault = (response) => response.writeHead(503).end()
      expect(await send()).toMatchObject({ kind: 'retry', why: expect.stringContaining('it answered 503') as string })
      reading = runChannels(house)
      await says('failing', 'it answered 503')
      far.fault = null
      await says('working', 'Reading INBOX')
    })
  },
)
