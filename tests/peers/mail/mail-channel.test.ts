// The mail channel against real servers: Dovecot holds the mailbox, Postfix takes and carries the letters.
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Outbound, RawRecord } from '../../../src/hear/channels/channel.ts'
import { checkReading, checkSending, mailChannel } from '../../../src/hear/channels/mail/mail.ts'
import type { MailConfig } from '../../../src/hear/channels/mail/mail.schema.ts'
import { findTokens, makeReplyAddress, verifyToken } from '../../../src/hear/channels/mail/reply-token.ts'
import { makeMessageId } from '../../../src/hear/channels/mail/send-mail.ts'
import { createParsePool } from '../../../src/hear/intake/parse-pool.ts'
import { OutsideFailure } from '../../../src/shared/errors.ts'
import { startMailServers, whyNoMailServers } from './mail-servers.ts'
import type { MailServers } from './mail-servers.ts'
import { startReading, testIo } from './reading.ts'
import type { Reading } from './reading.ts'

const reason = whyNoMailServers()
const io = testIo(new AbortController().signal)
const secret = { scope: 'org-1', secrets: [new Uint8Array(32).fill(7)] }

let servers: MailServers
let readings: Reading[] = []

const config = (
  more: Record<string, unknown> = {},
  imap: Record<string, unknown> = {},
  smtp: Record<string, unknown> = {},
): MailConfig =>
  mailChannel.parseConfig({
    address: 'support@shop.test',
    displayName: 'Kettle Co',
    imap: {
      host: '127.0.0.1',
      port: servers.imapPort,
      security: 'none',
      user: 'support@shop.test',
      password: 'secret',
      ...imap,
    },
    smtp: { host: '127.0.0.1', port: servers.smtpPort, security: 'none', ...smtp },
    pollSeconds: 30,
    ...more,
  })

const read = (by: MailConfig, from: Reading | null = null): Reading => {
  const reading = startReading(by, from?.cursor() ?? null)
  readings.push(reading)
  return reading
}

/** Anna writes, as a real mail program would: by SMTP to Postfix. */
async function annaWrites(subject: string, more: Record<string, unknown> = {}): Promise<void> {
  const anna = createTransport({ host: '127.0.0.1', port: servers.smtpPort, ignoreTLS: true })
  await anna.sendMail({
    from: 'Anna <anna@example.test>',
    to: 'support@shop.test',
    subject,
    text: `${subject}.`,
    ...more,
  })
  anna.close()
}

const subjectOf = (record: RawRecord) =>
  /^Subject: (.*)$/m.exec(Buffer.from(record.bytes).toString('latin1'))?.[1]?.trim() ?? ''
const subjects = (reading: Reading) => [...reading.kept.values()].map(subjectOf)
const arrives = (reading: Reading, subject: string) =>
  expect.poll(() => subjects(reading), { timeout: 90_000, interval: 50 }).toContain(subject)
const isUp = (reading: Reading) =>
  expect.poll(() => reading.batches.at(-1)?.caughtUp ?? false, { timeout: 30_000 }).toBe(true)

const letter = (more: Partial<Outbound> = {}): Outbound => ({
  to: { address: 'anna@example.test', name: 'Anna' },
  subject: 'Your kettle',
  text: 'We are sorry.',
  attachments: [],
  thread: { replyTo: null, references: [] },
  isAutomatic: false,
  ...more,
})

describe.skipIf(reason !== null)(`mail by real servers${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  beforeAll(async () => {
    servers = await startMailServers()
  })
  afterEach(async () => {
    await Promise.all(readings.map((reading) => reading.stop()))
    readings = []
  })
  afterAll(async () => {
    await servers.stop()
  })

  describe('mail coming in', () => {
    it('is there at once by a push, long before the next look', async () => {
      const reading = read(config({ pollSeconds: 3600 }))
      await isUp(reading)
      await annaWrites('pushed')
      await arrives(reading, 'pushed')
    })

    it('that lay there before is read, and after a restart only what is new', async () => {
      await annaWrites('before')
      const first = read(config())
      await arrives(first, 'before')
      await isUp(first)
      await first.stop()
      await annaWrites('while away')
      const second = read(config(), first)
      await arrives(second, 'while away')
      expect(subjects(second)).toEqual(['while away'])
    })

    it('is found by looking where no push comes', async () => {
      const { port, close } = await relay(servers.imapPort, (text) => text.replace(/ IDLE\b/g, ''))
      const reading = read(config({ pollSeconds: 1 }, { port }))
      await isUp(reading)
      await annaWrites('looked for')
      await arrives(reading, 'looked for')
      await reading.stop()
      close()
    })

    it('stays unread on the server', async () => {
      await annaWrites('unread')
      await arrives(read(config()), 'unread')
      const client = new ImapFlow({
        host: '127.0.0.1',
        port: servers.imapPort,
        secure: false,
        doSTARTTLS: false,
        auth: { user: 'support@shop.test', pass: 'secret' },
        logger: false,
      })
      await client.connect()
      const status = await client.status('INBOX', { messages: true, unseen: true })
      await client.logout()
      expect(status !== false && status.messages).toBeGreaterThan(0)
      expect(status !== false && status.unseen).toBe(status !== false && status.messages)
    })

    it('from before the channel was set up is left out if so wished', async () => {
      await annaWrites('old')
      await arrives(read(config()), 'old')
      const reading = read(config({ readsOldMail: false }))
      await isUp(reading)
      await annaWrites('new')
      await arrives(reading, 'new')
      expect(subjects(reading)).toEqual(['new'])
    })

    it('keeps its attachment byte for byte, its token and its author through both servers and the parser', async () => {
      const picture = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 256))
      const to = makeReplyAddress('support@shop.test', 'case', '42', secret)
      await annaWrites('with a picture', { to, attachments: [{ filename: 'Kännchen.jpg', content: picture }] })
      const reading = read(config())
      await arrives(reading, 'with a picture')
      const pool = createParsePool()
      const record = [...reading.kept.values()].find((one) => subjectOf(one) === 'with a picture')
      const outcome = record === undefined ? null : await pool.parse('mail', record)
      await pool.close()
      const mail = outcome?.kind === 'parsed' ? outcome.inbound : null
      expect(mail?.attachments.map((file) => [file.name, Buffer.from(file.bytes).equals(picture)])).toEqual([
        ['Kännchen.jpg', true],
      ])
      expect(mail?.author?.value).toBe('anna@example.test')
      expect(findTokens(mail?.addressedTo ?? []).filter((found) => verifyToken(found, secret))).toHaveLength(1)
    })

    it('larger than the channel reads comes as its headers with the reason, and nothing behind it waits', async () => {
      const reading = read(config({ maxBytes: 100_000 }))
      await annaWrites('enormous', { attachments: [{ filename: 'a.bin', content: Buffer.alloc(400_000, 1) }] })
      await annaWrites('behind it')
      await arrives(reading, 'behind it')
      await arrives(reading, 'enormous')
      const large = [...reading.kept.values()].find((one) => subjectOf(one) === 'enormous')
      expect(large?.mediaType).toMatch(/^text\/rfc822-headers; size=5\d{5}$/)
      expect(large?.proof.detail).toContain('0.1 MB')
      expect(large?.bytes.length).toBeLessThan(5000)
    })
  })

  describe('a mailbox server', () => {
    it('that vanishes and comes back is read on, without loss and without doubles', async () => {
      const reading = read(config())
      await annaWrites('before the outage')
      await arrives(reading, 'before the outage')
      const before = subjects(reading).length
      await servers.stopDovecot()
      await expect.poll(() => reading.healths.at(-1)?.isWell, { timeout: 30_000 }).toBe(false)
      expect(reading.healths.at(-1)?.words).toContain(`127.0.0.1:${String(servers.imapPort)}`)
      await annaWrites('during the outage')
      await servers.startDovecot()
      await expect.poll(() => reading.healths.at(-1)?.isWell, { timeout: 60_000 }).toBe(true)
      await arrives(reading, 'during the outage')
      expect(reading.batches.flatMap(({ records }) => records)).toHaveLength(before + 1)
      expect(reading.failure()).toBeNull()
    })

    it('that makes the mailbox anew is read again from the start, and the same mails are the same', async () => {
      const first = read(config())
      await annaWrites('same as ever')
      await arrives(first, 'same as ever')
      await isUp(first)
      await first.stop()
      const keys = new Set(first.kept.keys())
      await servers.renewMailbox('support@shop.test')
      const second = read(config(), first)
      await isUp(second)
      expect(second.cursor()?.uidValidity).not.toBe(first.cursor()?.uidValidity)
      expect([...keys].filter((key) => !second.kept.has(key))).toEqual([])
      expect(second.kept.size).toBe(second.batches.flatMap(({ records }) => records).length)
    })

    it('that refuses the password ends the reading with words, at once', async () => {
      const reading = read(config({}, { password: 'wrong' }))
      await expect.poll(() => reading.failure(), { timeout: 30_000 }).toBeInstanceOf(OutsideFailure)
      expect(reading.failure()).toMatchObject({ system: 'mailbox', retry: false })
      expect(String(reading.failure())).toContain('refused the user name or password of support@shop.test')
    })

    it.each([
      ['no such mailbox', { mailbox: 'Nowhere' }, 'no such mailbox'],
      ['nobody listens', { port: 1 }, 'Nothing answers at 127.0.0.1:1'],
      ['no such host', { host: 'no-such-host.invalid', security: 'tls' }, 'There is no host no-such-host.invalid'],
      ['an unknown certificate', { security: 'tls', imaps: true }, 'certificate of 127.0.0.1 is not valid'],
      ['TLS on a plain port', { security: 'tls' }, 'does not speak TLS from the start'],
    ])('is explained when there is %s', async (_what, { imaps, ...imap }: Record<string, unknown>, words) => {
      const health = await checkReading(
        config({}, { ...imap, ...(imaps === true ? { port: servers.imapsPort } : {}) }),
        io,
      )
      expect(health.isWell).toBe(false)
      expect(health.words).toContain(words)
    })

    it('is found well by TLS with its own certificate, and by STARTTLS', async () => {
      const { certificate } = servers
      for (const imap of [
        { security: 'tls', port: servers.imapsPort, certificate },
        { security: 'starttls', certificate },
      ]) {
        expect(await checkReading(config({}, imap), io)).toMatchObject({ isWell: true })
      }
    })
  })

  describe('a letter', () => {
    const sending = mailChannel.openSending()
    afterAll(sending.close)
    const send = (out: Outbound, name: string, by = config()) =>
      sending.send(by, out, makeMessageId(name, 'support@shop.test'), io)

    it('arrives under its own Message-ID, in its thread, with its attachment, and as a person’s', async () => {
      const bytes = new Uint8Array(50_000).fill(3)
      const replyAddress = makeReplyAddress('support@shop.test', 'case', '42', secret)
      const out = letter({
        html: '<p>We are <b>sorry</b>.</p>',
        replyAddress,
        thread: { replyTo: '<m1@example.test>', references: ['<m0@example.test>', '<m1@example.test>'] },
        attachments: [{ name: 'Gutschein ä.pdf', mediaType: 'application/pdf', bytes }],
      })
      expect(await send(out, 'letter-1')).toMatchObject({ kind: 'sent', externalId: '<letter-1@shop.test>' })
      const mail = await received('<letter-1@shop.test>')
      expect(mail).toMatchObject({
        externalId: '<letter-1@shop.test>',
        subject: 'Your kettle',
        thread: { replyTo: '<m1@example.test>', references: ['<m0@example.test>', '<m1@example.test>'] },
      })
      expect(mail.text.trim()).toBe('We are sorry.')
      expect(mail.html).toContain('<b>sorry</b>')
      expect(mail.author).toMatchObject({ value: replyAddress, display: 'Kettle Co' })
      expect(mail.attachments.map((file) => [file.name, Buffer.from(file.bytes).equals(bytes)])).toEqual([
        ['Gutschein ä.pdf', true],
      ])
      expect(mail.machine).toMatchObject({ machine: false, mayAnswerAutomatically: true })
    })

    it('that is automatic says so, and no machine answers it', async () => {
      await send(letter({ isAutomatic: true }), 'letter-2')
      expect((await received('<letter-2@shop.test>')).machine).toMatchObject({
        machine: true,
        kind: 'auto-reply',
        why: 'Auto-Submitted: auto-replied',
      })
    })

    it('cannot be given headers or recipients by what a customer wrote', async () => {
      const evil = 'x\r\nBcc: support@shop.test\r\nX-Evil: 1\r\n\r\nbody'
      await send(
        letter({
          subject: evil,
          to: { address: 'anna@example.test', name: `${evil}" <support@shop.test>` },
          thread: { replyTo: `<${evil}@x>`, references: [evil, '<a\r\nX-Evil: 2@x>'] },
          attachments: [{ name: evil, mediaType: `text/plain\r\nX-Evil: 3`, bytes: new Uint8Array([65]) }],
        }),
        'letter-3',
      )
      const raw = Buffer.from((await rawOf('<letter-3@shop.test>')).bytes).toString()
      expect(raw).not.toMatch(/^(x-evil|bcc):/im)
      expect(raw.match(/^To:.*$/gm)).toHaveLength(1)
    })

    it.each([
      '"anna@example.test"@evil.example',
      'anna@example.test\r\nRCPT TO:<x@y.test>',
      'anna@example.test>',
      'anna',
      '',
    ])('is not tried to %j', async (address) => {
      expect(await send(letter({ to: { address } }), 'letter-4')).toMatchObject({ kind: 'refused' })
    })

    it('to nobody known is refused for ever, to a busy one for now', async () => {
      expect(await send(letter({ to: { address: 'nobody@example.test' } }), 'letter-5')).toMatchObject({
        kind: 'refused',
        why: expect.stringContaining('5.1.1') as string,
      })
      expect(await send(letter({ to: { address: 'elsewhere@outside.test' } }), 'letter-6')).toMatchObject({
        kind: 'refused',
      })
      expect(await send(letter({ to: { address: 'busy@example.test' } }), 'letter-7')).toMatchObject({
        kind: 'retry',
        why: expect.stringContaining('4.2.1') as string,
      })
    })

    it('larger than the server takes is refused', async () => {
      const attachments = [{ name: 'a.bin', mediaType: 'application/octet-stream', bytes: new Uint8Array(31_000_000) }]
      expect(await send(letter({ attachments }), 'letter-8')).toMatchObject({ kind: 'refused' })
    })

    it('waits while the server is away', async () => {
      const away = config({}, {}, { port: 1 })
      expect(await send(letter(), 'letter-9', away)).toMatchObject({
        kind: 'retry',
        why: expect.stringContaining('Nothing answers') as string,
      })
      expect(await checkSending(away, io)).toMatchObject({ isWell: false })
      expect(await checkSending(config(), io)).toMatchObject({ isWell: true })
    })

    it('waits when the connection breaks before the letter was handed over, and is uncertain after', async () => {
      const early = await relay(servers.smtpPort, (text, socket) =>
        /^354/m.test(text) ? (socket.destroy(), '') : text,
      )
      expect(await send(letter(), 'letter-10', config({}, {}, { port: early.port }))).toMatchObject({ kind: 'retry' })
      early.close()
      const late = await relay(servers.smtpPort, (text, socket) =>
        /queued as/.test(text) ? (socket.destroy(), '') : text,
      )
      expect(await send(letter(), 'letter-11', config({}, {}, { port: late.port }))).toMatchObject({
        kind: 'unknown',
        externalId: '<letter-11@shop.test>',
      })
      late.close()
      // It had arrived indeed: sending again would have doubled it.
      expect((await received('<letter-11@shop.test>')).subject).toBe('Your kettle')
    })

    it('goes over the connection of the one before it, and each arrives', async () => {
      const watched = await relay(servers.smtpPort, (text) => text)
      const by = config({}, {}, { port: watched.port })
      for (let at = 0; at < 20; at++)
        expect(await send(letter(), `row-${String(at)}`, by)).toMatchObject({ kind: 'sent' })
      expect(watched.lines()).toBe(1)
      watched.close()
      for (const at of [0, 10, 19]) await received(`<row-${String(at)}@shop.test>`)
    })

    it('that comes back names itself: the report reaches the bounce address with its token', async () => {
      const refuser = createServer((socket) => {
        refuseRecipients(socket)
      })
      await new Promise<void>((listening) => refuser.listen(servers.directPort, '127.0.0.1', listening))
      const bounceAddress = makeReplyAddress('support@shop.test', 'bounce', '7', secret)
      expect(await send(letter({ to: { address: 'gone@direct.test' }, bounceAddress }), 'letter-12')).toMatchObject({
        kind: 'sent',
      })
      const reading = read(config())
      try {
        await arrives(reading, 'Undelivered Mail Returned to Sender')
      } finally {
        refuser.close()
      }
      const record = [...reading.kept.values()].find((one) => subjectOf(one).startsWith('Undelivered'))
      const mails = record === undefined ? [] : await mailChannel.parse(record)
      expect(mails[0]).toMatchObject({
        kind: 'bounce',
        delivery: {
          recipient: 'gone@direct.test',
          status: '5.1.1',
          isPermanent: true,
          originalMessageId: '<letter-12@shop.test>',
        },
      })
      expect(findTokens(mails[0]?.addressedTo ?? []).filter((found) => verifyToken(found, secret))).toMatchObject([
        { kind: 'bounce', reference: '7' },
      ])
    })
  })
})

/** What lies in Anna's mailbox under this Message-ID. */
async function rawOf(id: string): Promise<RawRecord> {
  const reading = read(config({}, { user: 'anna@example.test' }))
  const find = () =>
    [...reading.kept.values()].find((one) => Buffer.from(one.bytes).toString('latin1').includes(`\nMessage-ID: ${id}`))
  await expect.poll(find, { timeout: 30_000 }).toBeDefined()
  const found = find()
  if (found === undefined) throw new Error(`${id} did not arrive`)
  return found
}

async function received(id: string) {
  const [mail] = await mailChannel.parse(await rawOf(id))
  if (mail === undefined) throw new Error(`${id} says nothing`)
  return mail
}

/** A line to a real server that changes, or breaks at, what the server says. */
async function relay(
  to: number,
  change: (text: string, socket: Socket) => string,
): Promise<{ readonly port: number; readonly lines: () => number; readonly close: () => void }> {
  let lines = 0
  const server = createServer((near) => {
    lines += 1
    const far = connect(to, '127.0.0.1')
    near.pipe(far)
    far.on('data', (chunk) => {
      const text = change(chunk.toString('latin1'), near)
      if (!near.destroyed) near.write(text, 'latin1')
    })
    for (const socket of [near, far]) {
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { port: (server.address() as AddressInfo).port, lines: () => lines, close: () => server.close() }
}

/** The least of an SMTP server: it knows nobody. */
function refuseRecipients(socket: Socket): void {
  socket.on('error', () => undefined)
  socket.write('220 direct.test ready\r\n')
  socket.on('data', (chunk) => {
    for (const line of chunk
      .toString('latin1')
      .split('\r\n')
      .filter((text) => text !== '')) {
      if (/^RCPT/i.test(line)) socket.write('550 5.1.1 no such user here\r\n')
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else if (/^DATA/i.test(line)) socket.write('503 5.5.1 no recipients\r\n')
      else socket.write('250 ok\r\n')
    }
  })
}
