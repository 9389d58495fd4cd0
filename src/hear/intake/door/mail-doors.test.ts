// A mail that is handed over is stored before it is taken, once however often it comes; nobody else's mail is taken, and a stranger's proves nothing.
import { connect, type Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk, ourAddress, ourServer } from '../../../../tests/setup/mail-desk.ts'
import type { House } from '../../../platform/context/house.ts'
import { switchChannel } from '../../channels/switch-channel.ts'
import { loopbackPeers } from './door-peers.ts'
import { type DoorSettings, openMailDoors, type OpenDoors } from './open-mail-doors.ts'

let desk: MailDesk
let doors: OpenDoors | null = null
beforeAll(async () => {
  desk = await openMailDesk()
})
afterEach(async () => {
  await doors?.close()
  doors = null
})
afterAll(async () => {
  await desk.pool.close()
  await desk.close()
})

async function open(
  protocol: 'LMTP' | 'SMTP',
  { peers = loopbackPeers, house = desk.house }: { peers?: DoorSettings['peers']; house?: House } = {},
): Promise<number> {
  doors = await openMailDoors(house, { doors: [{ protocol, host: '127.0.0.1', port: 0 }], peers, tls: null })
  return doors.at[0]?.port ?? 0
}

interface Sent {
  readonly from?: string
  readonly to?: readonly string[]
  readonly mail: string
}

/** Sends one mail; what the server said to it, or why it refused. */
async function send(
  protocol: 'LMTP' | 'SMTP',
  port: number,
  { from = 'anna@customer.example', to = [ourAddress], mail }: Sent,
) {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, lmtp: protocol === 'LMTP', ignoreTLS: true })
  connection.on('error', () => undefined)
  desk.clock.moveMinutes(1)
  try {
    await new Promise<void>((done, fail) => {
      connection.once('error', fail)
      connection.connect((error) => {
        if (error) fail(error)
        else done()
      })
    })
    return await new Promise<string>((done) => {
      connection.send({ from, to: [...to] }, mail, (error, info) => {
        done(error ? ((error as { response?: string }).response ?? error.message) : info.response)
      })
    })
  } catch (error) {
    return String((error as { response?: string }).response ?? error)
  } finally {
    connection.close()
  }
}

const stored = () =>
  desk.as('system', ({ db }) =>
    db
      .selectFrom('inbound_raw')
      .select(['raw_id', 'key', 'bytes', 'proof'])
      .orderBy('received_at')
      .orderBy('raw_id')
      .execute(),
  )
const words = { From: 'Anna Berg <anna@customer.example>', To: ourAddress, Subject: 'Kettle' }
let mails = 0
const mail = (headers: Readonly<Record<string, string>> = {}, body = 'It leaks.') => {
  mails += 1
  return mailOf({ ...words, 'Message-ID': `<door${String(mails)}@customer.example>`, ...headers }, body)
}

for (const protocol of ['LMTP', 'SMTP'] as const)
  test(`by ${protocol} it is stored with its envelope, taken, and once though it comes twice`, async () => {
    const port = await open(protocol)
    const before = (await stored()).length
    const one = mail()
    const to = [ourAddress.replace('@', '+c7.token@')]
    expect(await send(protocol, port, { mail: one, to })).toMatch(/^250/)
    expect(await send(protocol, port, { mail: one, to })).toMatch(/^250/)
    const [raw, ...more] = (await stored()).slice(before)
    expect(more).toEqual([])
    const text = raw?.bytes.toString('utf8') ?? ''
    expect(text.startsWith(`Return-Path: <anna@customer.example>\r\nDelivered-To: ${to.join('')}\r\n`)).toBe(true)
    expect(text).toContain('It leaks.')
    expect(raw?.proof).toMatchObject({ kind: 'session' })
  })

test('nobody else’s mail is taken, and a mailbox that is off asks to come again', async () => {
  const port = await open('SMTP')
  const before = (await stored()).length
  expect(await send('SMTP', port, { to: ['somebody@elsewhere.example'], mail: mail() })).toMatch(/^550/)
  expect(await send('SMTP', port, { to: [`${ourAddress}.evil.example`], mail: mail() })).toMatch(/^550/)
  await desk.as('system', (ctx) => switchChannel(ctx, desk.channelId, 'off'))
  expect(await send('SMTP', port, { mail: mail() })).toMatch(/^450/)
  await desk.as('system', (ctx) => switchChannel(ctx, desk.channelId, 'on'))
  expect((await stored()).length).toBe(before)
  expect(await send('SMTP', port, { to: [ourAddress.toUpperCase()], mail: mail() })).toMatch(/^250/)
})

test('what cannot be stored is not taken, and is once it can be', async () => {
  const broken: House = {
    ...desk.house,
    pool: new Proxy(desk.house.pool, {
      get: (pool, name, self) =>
        name === 'connect' ? () => Promise.reject(new Error('away')) : (Reflect.get(pool, name, self) as unknown),
    }),
  }
  const one = mail()
  const before = (await stored()).length
  expect(await send('LMTP', await open('LMTP', { house: broken }), { mail: one })).toMatch(/^451/)
  await doors?.close()
  expect(await send('LMTP', await open('LMTP'), { mail: one })).toMatch(/^250/)
  expect((await stored()).length).toBe(before + 1)
})

test('whoever is not named is not let in', async () => {
  const port = await open('SMTP', { peers: { named: ['192.0.2.7'], any: false } })
  expect(await send('SMTP', port, { mail: mail() })).toMatch(/^554/)
})

test('a stranger’s mail is taken, and its word on its sender counts for nothing', async () => {
  const vouched = { 'Authentication-Results': `${ourServer}; dmarc=pass header.from=customer.example` }
  const authentication = async (peers: DoorSettings['peers']) => {
    const port = await open('SMTP', { peers })
    expect(await send('SMTP', port, { mail: mail(vouched) })).toMatch(/^250/)
    await doors?.close()
    const raw = (await stored()).at(-1)
    await desk.readAll()
    return desk.as('system', async ({ db }) => {
      const row = await db
        .selectFrom('message')
        .select('authentication')
        .where('raw_id', '=', raw?.raw_id ?? '')
        .executeTakeFirstOrThrow()
      return row.authentication
    })
  }
  expect(await authentication({ named: [], any: true })).toBe('none')
  expect(await authentication(loopbackPeers)).toBe('verified')
})

test('a mail that begins with a blank lengthens no line of ours', async () => {
  const port = await open('SMTP')
  expect(await send('SMTP', port, { mail: ' , victim@elsewhere.example\r\nSubject: x\r\n\r\nwords' })).toMatch(/^250/)
  const text = (await stored()).at(-1)?.bytes.toString('utf8') ?? ''
  expect(text.split('\r\n\r\n')[0]?.split('\r\n')).toHaveLength(2)
})

test('nothing is relayed, nobody logs in, and what breaks off is not stored', async () => {
  const port = await open('SMTP')
  const before = (await stored()).length
  const socket = connect(port, '127.0.0.1')
  expect(await said(socket)).toMatch(/^220/)
  const ask = async (line: string) => {
    socket.write(`${line}\r\n`)
    return said(socket)
  }
  expect(await ask('EHLO there')).not.toMatch(/AUTH|STARTTLS/)
  expect(await ask('AUTH PLAIN AGEAYg==')).toMatch(/^5/)
  expect(await ask('MAIL FROM:<a@b.example>')).toMatch(/^250/)
  expect(await ask(`RCPT TO:<${ourAddress}>`)).toMatch(/^250/)
  expect(await ask('DATA')).toMatch(/^354/)
  socket.write('Subject: half\r\n\r\nhalf a ')
  socket.destroy()
  await doors?.close()
  expect((await stored()).length).toBe(before)
})

const said = (socket: Socket): Promise<string> =>
  new Promise((heard) => {
    socket.once('data', (piece: Buffer) => {
      heard(piece.toString('latin1'))
    })
  })
