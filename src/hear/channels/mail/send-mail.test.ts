// Letters over connections that stay open for the next one: what far servers do to them costs no letter, and sends none twice.
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLetterServer, refusal } from '../../../../tests/setup/letter-server.ts'
import { systemClock } from '../../../shared/clock.ts'
import { seededRandom } from '../../../shared/random.ts'
import type { Io, Outbound, Sending } from '../channel.ts'
import { mailChannel } from './mail.ts'
import type { MailConfig } from './mail.schema.ts'

const far = await openLetterServer()
afterAll(() => far.stop())

let sending: Sending<MailConfig>
let count = 0
beforeEach(() => {
  far.renew()
  count = 0
  sending = mailChannel.openSending()
})
afterEach(() => {
  vi.useRealTimers()
  sending.close()
})

const config = (smtp: object = {}): MailConfig =>
  mailChannel.parseConfig({
    address: 'support@shop.test',
    imap: { host: '127.0.0.1', port: 1, security: 'none', user: 'support', password: 'secret' },
    smtp: { host: '127.0.0.1', port: far.port, security: 'none', user: 'support', password: 'secret', ...smtp },
  })

const io = (signal = new AbortController().signal): Io => ({
  now: () => systemClock.now(),
  random: seededRandom(1),
  signal,
  log: { info: () => undefined, warn: () => undefined },
  report: () => undefined,
  postBox: null,
  mailDoors: [],
  tokens: null,
})

const letter = (to: string): Outbound => ({
  to: { address: to },
  subject: 'Your kettle',
  text: 'We are sorry.',
  attachments: [],
  thread: { replyTo: null, references: [] },
  isAutomatic: false,
})

/** Sends the next letter: `<letter-1@shop.test>`, `<letter-2@shop.test>` and so on. */
const send = (by = config(), to = 'anna@example.test', signal?: AbortSignal) =>
  sending.send(by, letter(to), `<letter-${String(++count)}@shop.test>`, io(signal))
const arrived = () => far.connections.flatMap(({ letters }) => letters)
const ids = (...numbers: readonly number[]) => numbers.map((number) => `<letter-${String(number)}@shop.test>`)
const isEmpty = () => expect.poll(() => far.open().length).toBe(0)

test('twenty letters in a row go over one connection that logged in once, each once and in order', async () => {
  for (let at = 0; at < 20; at++) expect(await send()).toMatchObject({ kind: 'sent' })
  expect(far.connections.map(({ login }) => login)).toEqual(['support:secret'])
  expect(arrived()).toEqual(ids(...Array.from({ length: 20 }, (_, at) => at + 1)))
})

test('letters under way at the same moment have a connection each, and those after them use these again', async () => {
  const lane = async () => {
    for (let at = 0; at < 10; at++) expect(await send()).toMatchObject({ kind: 'sent' })
  }
  await Promise.all([lane(), lane(), lane()])
  expect(far.connections).toHaveLength(3)
  expect(new Set(arrived()).size).toBe(30)
})

test('a connection says goodbye after five seconds without a letter, and after a hundred letters', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await send()
  vi.advanceTimersByTime(4_000)
  await send()
  vi.advanceTimersByTime(4_900)
  expect(far.connections.map(({ saidQuit }) => saidQuit)).toEqual([false])
  vi.advanceTimersByTime(200)
  await isEmpty()
  expect(far.connections.map(({ saidQuit }) => saidQuit)).toEqual([true])
  vi.useRealTimers()
  for (let at = 0; at < 101; at++) await send()
  expect(far.connections.map(({ letters }) => letters.length)).toEqual([2, 100, 1])
})

test('other settings, if only another password, never meet a connection of earlier ones', async () => {
  await send()
  await send(config({ password: 'changed' }))
  await send(config({ user: null, password: null }))
  await send(config({ host: 'localhost' }))
  await send()
  expect(far.connections.map(({ login, letters }) => [login, ...letters])).toEqual([
    ['support:secret', ...ids(1, 5)],
    ['support:changed', ...ids(2)],
    [null, ...ids(3)],
    ['support:secret', ...ids(4)],
  ])
})

test('closing says goodbye to what waits, and what is still under way waits no more', async () => {
  await send()
  let finish: (() => void) | undefined
  far.faults.onLetter = () => {
    sending.close()
    finish?.()
    return undefined
  }
  const closed = new Promise<void>((resolve) => (finish = resolve))
  const under = send()
  await closed
  expect(await under).toMatchObject({ kind: 'sent' })
  await isEmpty()
  expect(far.connections.map(({ saidQuit }) => saidQuit)).toEqual([true])
  far.faults = {}
  await send()
  await send()
  expect(far.connections).toHaveLength(3)
  await isEmpty()
})

test.each([
  ['hangs up', ''],
  ['says 421 and hangs up', '421 4.4.2 idle for too long\r\n'],
])('a server that %s between letters costs neither a letter nor a try', async (_what, words) => {
  for (const isAtOnce of [false, true]) {
    await send()
    for (const { socket } of far.open()) socket.end(words)
    // At once, the desk writes to a server that has gone; later, it knows.
    if (!isAtOnce) await isEmpty()
    expect(await send()).toMatchObject({ kind: 'sent' })
    expect(arrived()).toEqual(ids(...Array.from({ length: count }, (_, at) => at + 1)))
  }
})

test.each([
  ['421, closing', () => refusal(421, '4.7.0 closing')],
  ['452, too many letters on this connection', () => refusal(452, '4.5.3 too many letters')],
  ['554, too many letters on this connection', () => refusal(554, '5.7.0 too many letters')],
])('a server that has had enough of a connection (%s) gets the letter on a new one', async (_what, fault) => {
  far.faults.onSender = ({ letters }) => (letters.length >= 2 ? fault() : undefined)
  for (let at = 0; at < 5; at++) expect(await send()).toMatchObject({ kind: 'sent' })
  expect(far.connections.map(({ letters }) => letters)).toEqual([ids(1, 2), ids(3, 4), ids(5)])
})

test('a server that breaks a used connection at the sender, without a word, gets the letter on a new one', async () => {
  far.faults.onSender = ({ letters, socket }) => {
    if (letters.length > 0) socket.destroy()
    return undefined
  }
  await send()
  expect(await send()).toMatchObject({ kind: 'sent' })
  expect(far.connections.map(({ letters }) => letters)).toEqual([ids(1), ids(2)])
})

test('a sender that the server refuses for ever is refused, with its words, even where the server goes on to ask for the letter', async () => {
  far.faults.onSender = () => refusal(550, '5.7.1 you may not send')
  expect(await send()).toEqual({ kind: 'refused', why: '550 5.7.1 you may not send' })
})

test('a new connection has the last word: what it refuses is not tried a third time', async () => {
  await send()
  let asked = 0
  far.faults.onSender = () => {
    asked += 1
    return refusal(451, '4.3.0 not now')
  }
  expect(await send()).toMatchObject({ kind: 'retry' })
  expect(asked).toBe(2)
  expect(await send()).toMatchObject({ kind: 'retry' })
  expect(asked).toBe(3)
})

test('a connection that breaks after the letter was handed over leaves it unknown, used or new, and sends nothing again', async () => {
  for (const isUsed of [true, false]) {
    far.renew()
    if (isUsed) await send()
    far.faults.onLetter = ({ socket }) => {
      socket.destroy()
      return undefined
    }
    expect(await send()).toMatchObject({ kind: 'unknown' })
    expect(arrived().filter((id) => id === ids(count)[0])).toHaveLength(1)
    expect(far.connections).toHaveLength(1)
  }
})

test('a letter that the server refuses whole, after it was handed over, is not handed over again', async () => {
  await send()
  far.faults.onLetter = () => refusal(554, '5.6.0 not this one')
  expect(await send()).toMatchObject({ kind: 'refused' })
  far.faults.onLetter = () => refusal(421, '4.3.0 closing')
  expect(await send()).toMatchObject({ kind: 'retry' })
  expect(arrived()).toEqual(ids(1, 2, 3))
})

test('one recipient who is refused takes no other letter along', async () => {
  far.faults.onRecipient = (address) => (address.startsWith('nobody') ? refusal(550, '5.1.1 no such user') : undefined)
  const to = ['anna', 'nobody', 'berta', 'nobody', 'nobody', 'carla'].map((name) => `${name}@example.test`)
  const kinds = await Promise.all(to.map((address) => send(config(), address)))
  expect(kinds.map(({ kind }) => kind)).toEqual(['sent', 'refused', 'sent', 'refused', 'refused', 'sent'])
  for (const address of to)
    expect((await send(config(), address)).kind).toBe(/nobody/.test(address) ? 'refused' : 'sent')
})

test('a letter that was called off before is sent neither on a new connection nor on a used one', async () => {
  for (const count of [0, 1]) {
    expect(await send(config(), 'anna@example.test', AbortSignal.abort())).toMatchObject({ kind: 'retry' })
    expect(far.connections).toHaveLength(count)
    await send()
  }
  expect(arrived()).toEqual(ids(2, 4))
})

test('a letter that is called off on a used connection is not tried on another', async () => {
  await send()
  const called = new AbortController()
  far.faults.onSender = () => {
    called.abort()
    return undefined
  }
  expect(await send(config(), 'anna@example.test', called.signal)).toMatchObject({ kind: 'retry' })
  expect(far.connections).toHaveLength(1)
})

test('a letter that one can unsubscribe from says how, by one click only over https, and that no person sent it', async () => {
  const headOf = async (more: object): Promise<string> => {
    far.renew()
    await sending.send(
      config(),
      { ...letter('anna@example.test'), ...more },
      `<letter-${String(++count)}@shop.test>`,
      io(),
    )
    return far.connections.at(-1)?.head ?? ''
  }
  const token = 'a'.repeat(64)
  const secure = await headOf({ isAutomatic: true, unsubscribeUrl: `https://desk.test/survey/${token}/unsubscribe` })
  expect(secure.replaceAll(/\r\n\s+/g, ' ')).toContain(
    `List-Unsubscribe: <https://desk.test/survey/${token}/unsubscribe>`,
  )
  expect(secure).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(secure).toContain('Auto-Submitted: auto-generated')
  const plain = await headOf({ isAutomatic: true, unsubscribeUrl: 'http://desk.test/survey/x/unsubscribe' })
  expect([plain.includes('List-Unsubscribe: <http:'), plain.includes('List-Unsubscribe-Post')]).toEqual([true, false])
  const notice = await headOf({ isAutomatic: true })
  expect([notice.includes('List-'), notice.includes('Auto-Submitted: auto-replied')]).toEqual([false, true])
})

test('copies go with the letter; one that is not taken is said, and an addressee that is not taken is refused', async () => {
  const withCopies = () =>
    sending.send(
      config(),
      { ...letter('anna@example.test'), copies: ['ben@example.test', 'cleo@example.test'] },
      `<letter-${String(++count)}@shop.test>`,
      io(),
    )
  expect(await withCopies()).toMatchObject({ kind: 'sent', notTaken: [] })
  far.faults.onRecipient = (address) => (address === 'ben@example.test' ? refusal(550, 'no such ben') : undefined)
  expect(await withCopies()).toMatchObject({ kind: 'sent', notTaken: ['ben@example.test'] })
  far.faults.onRecipient = (address) => (address === 'anna@example.test' ? refusal(450, 'not now') : undefined)
  const refused = await withCopies()
  expect(refused).toMatchObject({
    kind: 'refused',
    why: expect.stringMatching(/not now.*Copies may have arrived/) as string,
  })
})
