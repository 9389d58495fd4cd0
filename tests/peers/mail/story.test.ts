// One complaint from a mail program to its close, on a real Dovecot and Postfix, with a handler in Chromium and the clock moved by hand.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handClock, systemClock } from '../../../src/shared/clock.ts'
import { type RunningDesk, startDesk } from '../../setup/desk.ts'
import { type Anna, lettersOf, openAnna, type Received, sourcesOf, whyNoMutt } from './anna.ts'
import { type Handler, openHandler, whyNoChromium } from './handler.ts'
import { type MailServers, startMailServers, whyNoMailServers } from './mail-servers.ts'
import { connectMailbox, join, setUp } from './visitor.ts'

const reason = whyNoMailServers() ?? whyNoMutt() ?? whyNoChromium()
/** The desk's clock begins with the machine's: mail servers and the browser have no other. It stands still until it is moved. */
const clock = handClock(systemClock.now())
const days = (count: number) => count * 24 * 60
const tom = { name: 'Tom Weber', email: 'tom@halden.example', password: 'nine blue lamps hum softly' }
const picture = Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * 7919) % 256))
const voucher = Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 6007) % 256))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let servers: MailServers
let desk: RunningDesk
let database: pg.Client
let anna: Anna
let handler: Handler
const opened: (() => unknown)[] = []

/** Remembers how to end what was started, so that a failure in between leaves nothing running. */
async function begin<Thing>(start: Promise<Thing>, end: (thing: Thing) => unknown): Promise<Thing> {
  const thing = await start
  opened.push(() => end(thing))
  return thing
}

const rows = async <Row extends object>(statement: string): Promise<readonly Row[]> =>
  (await database.query<Row>(statement)).rows

interface CaseRow {
  readonly number: string
  readonly state: string
  readonly finding: string | null
  readonly resolved_by: string | null
  readonly ends: readonly { readonly kind: string; readonly by?: string }[]
  readonly reopenings: readonly Date[]
  readonly silence_notices: readonly Date[]
}

async function theCase(): Promise<CaseRow> {
  const cases = await rows<CaseRow>('select * from cases')
  const [only] = cases
  if (only === undefined || cases.length !== 1) throw new Error(`there are ${String(cases.length)} cases`)
  return only
}

interface PromiseRow {
  readonly kind: string
  readonly status: string
  readonly due_at: Date
  readonly made_at: Date
  readonly owed_until: Date | null
}

const promises = () => rows<PromiseRow>('select * from promise order by made_at, due_at')
const stands = async () => (await promises()).map(({ kind, status }) => `${kind} ${status}`)
/** What each of her messages counted as in the case. */
const heard = async () =>
  (
    await rows<{ meaning: string }>(
      `select c.meaning from case_message c join message m using (message_id) where m.direction = 'in' order by m.stored_at, m.message_id`,
    )
  ).map(({ meaning }) => meaning)

const becomes = (state: string) =>
  expect.poll(async () => (await rows<CaseRow>('select * from cases'))[0]?.state, { timeout: 60_000 }).toBe(state)

/** The letter that arrives as the `count`th in her mailbox; no other does. */
async function letter(count: number): Promise<Received> {
  await expect.poll(async () => (await anna.letters()).length, { timeout: 60_000, interval: 300 }).toBe(count)
  const last = (await anna.letters()).at(-1)
  if (last === undefined) throw new Error('no letter')
  return last
}

/** As people in Berlin read it: weekday, day and hour of an instant. */
const inBerlin = (at: Date): readonly string[] =>
  new Intl.DateTimeFormat('en-GB', {
    ...{
      timeZone: 'Europe/Berlin',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    },
    hour12: false,
  })
    .formatToParts(at)
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value)

const title = `one complaint by mail${reason === null ? '' : ` (skipped: ${reason})`}`
// A letter sent twice is a fault of its own, so no part of the story is tried again.
describe.skipIf(reason !== null)(title, { retry: 0 }, () => {
  beforeAll(async () => {
    servers = await begin(startMailServers(), (one) => one.stop())
    desk = await begin(startDesk({ clock, pages: true }), (one) => one.stop())
    database = await begin(connected(desk.databaseUrl), (one) => one.end())
    anna = openAnna(servers)
    opened.push(() => {
      anna.leave()
    })
    handler = await begin(openHandler(desk.url), (one) => one.leave())
    const amira = await setUp(desk.url)
    await connectMailbox(amira, servers)
    await join(amira, tom)
  })
  // Each part begins where the one before it ended.
  let hasFailed = false
  beforeEach((test) => {
    test.skip(hasFailed, 'an earlier part of the story failed')
  })
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail'
  })
  afterAll(async () => {
    for (const end of opened.reverse()) await end()
  })

  it('is acknowledged at once: number and due times, none of her words, and no machine answers it', async () => {
    const text = 'The kettle leaks, quinquereme-like, onto my table. I want my money back.\n'
    await anna.write('My zephyrous kettle leaks', text, { name: 'kettle.jpg', bytes: picture })
    const acknowledgement = await letter(1)
    await becomes('acknowledged')
    const { number } = await theCase()
    expect(acknowledgement.header('auto-submitted')).toBe('auto-replied')
    expect(acknowledgement.header('in-reply-to')).toMatch(/^<.+@.+>$/)
    expect(acknowledgement.mail.subject).toContain(`A-${number}`)
    expect(acknowledgement.mail.text).toContain(`A-${number}`)
    expect(acknowledgement.raw).not.toMatch(/quinquereme|zephyrous|leaks|money back/i)
    expect(acknowledgement.mail.attachments).toEqual([])
    for (const { kind, due_at: due } of await promises())
      if (kind !== 'acknowledgement')
        for (const word of inBerlin(due)) expect(acknowledgement.mail.text.replace(/\s+/g, ' ')).toContain(word)
    expect(await stands()).toEqual(['acknowledgement kept', 'first-answer open', 'final-answer open'])
    const stored = await rows<{ name: string; sha256: Buffer }>('select name, sha256 from file')
    expect(stored.map((file) => [file.name, file.sha256.toString('hex')])).toEqual([['kettle.jpg', sha256(picture)]])
  })

  it('is taken and finished by a handler in the browser; the answer comes as a person’s, with its attachment', async () => {
    await handler.signIn(tom.email, tom.password)
    await handler.takeNext()
    expect(await handler.page.getByRole('heading', { level: 1 }).innerText()).toBe('My zephyrous kettle leaks')
    clock.moveMinutes(3)
    await handler.finish({
      text: 'Dear Anna,\n\nwe are sorry. Your money is on its way, and the voucher is attached.\n\nTom',
      finding: 'Founded',
      file: { name: 'voucher.pdf', mimeType: 'application/pdf', buffer: voucher },
    })
    const answer = await letter(2)
    await becomes('answered')
    expect(answer.header('auto-submitted')).toBeNull()
    expect(answer.mail.text).toContain('Your money is on its way')
    expect(answer.mail.attachments.map((file) => [file.name, sha256(file.bytes)])).toEqual([
      ['voucher.pdf', sha256(voucher)],
    ])
    expect((await theCase()).finding).toBe('founded')
    expect(await stands()).toEqual(['acknowledgement kept', 'first-answer kept', 'final-answer kept'])
  })

  it('thanks from a mail program find their case by its keyed address, and open nothing again', async () => {
    const answer = await letter(2)
    await anna.reply('Thank you very much!')
    await becomes('resolved')
    const [, thanks] = await mailsToUs()
    expect(thanks?.header('user-agent') ?? '').toContain('Mutt')
    expect(thanks?.header('to')).toMatch(/support\+c[a-z0-9]+\.[0-9a-f]{32}@shop\.test/)
    expect(thanks?.header('in-reply-to')).toBe(answer.header('message-id'))
    expect(thanks?.mail.text).toContain('> we are sorry')
    expect(await theCase()).toMatchObject({ state: 'resolved', resolved_by: 'customer', reopenings: [] })
    expect(await heard()).toEqual(['complaint', 'thanks'])
  })

  it('“still broken” opens it again with a short clock', async () => {
    clock.moveMinutes(30)
    await anna.reply('The new kettle is still broken.')
    await becomes('in-progress')
    const row = await theCase()
    expect(row.reopenings).toHaveLength(1)
    expect(await heard()).toEqual(['complaint', 'thanks', 'still-broken'])
    const open = (await promises()).filter((promise) => promise.status === 'open')
    expect(open.map((promise) => promise.kind)).toEqual(['still-broken-answer', 'final-answer'])
    const [short, final] = open.map((promise) => promise.due_at.getTime() - clock.now().getTime())
    expect(short).toBeGreaterThan(0)
    expect(short).toBeLessThan(final ?? 0)
  })

  it('a short clock that runs out is a broken promise: she hears so before she asks, and the late answer does not mend it', async () => {
    const due = (await promises()).find((promise) => promise.kind === 'still-broken-answer')?.due_at ?? new Date(0)
    clock.moveTo(new Date(due.getTime() + 60_000))
    await desk.tick()
    expect((await promises()).find((promise) => promise.kind === 'still-broken-answer')?.status).toBe('broken')
    const late = await letter(3)
    expect(late.mail.subject).toMatch(/^We are late: case A-\d+$/)
    expect(late.header('auto-submitted')).toBe('auto-replied')
    expect(late.raw).not.toMatch(/quinquereme|zephyrous|still broken/i)
    const anew = (await promises()).find(({ kind, status }) => kind === 'still-broken-answer' && status === 'open')
    for (const words of inBerlin(anew?.due_at ?? new Date(0))) expect(late.mail.text).toContain(words)
    await handler.signIn(tom.email, tom.password)
    await handler.open('zephyrous kettle')
    await handler.page.locator('.promises').getByText('promised anew; at first due').waitFor()
    await handler.page.locator('.timeline').getByText('we told them that we are late').waitFor()
    await handler.finish({ text: 'Dear Anna,\n\na third kettle left us today.\n\nTom', finding: 'Partly founded' })
    const answer = await letter(4)
    await becomes('answered')
    expect(answer.mail.text).toContain('a third kettle left us today')
    const all = await promises()
    expect(all.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'acknowledgement kept',
      'final-answer kept',
      'final-answer kept',
      'first-answer kept',
      'still-broken-answer broken',
      'still-broken-answer kept',
    ])
    expect(all.filter((promise) => promise.owed_until === null)).toEqual([])
  })

  it('in silence two notices go out, a week apart and no sooner', async () => {
    for (const notice of [1, 2]) {
      clock.moveMinutes(days(7) - 1)
      await desk.tick()
      expect((await theCase()).silence_notices).toHaveLength(notice - 1)
      clock.moveMinutes(1)
      await desk.tick()
      const asked = await letter(4 + notice)
      expect(asked.mail.subject).toMatch(/^Is everything settled\?/)
      expect(asked.raw).not.toMatch(/quinquereme|zephyrous|still broken/i)
      await expect.poll(async () => (await theCase()).silence_notices.length, { timeout: 60_000 }).toBe(notice)
    }
    expect((await theCase()).state).toBe('answered')
  })

  it('then it is resolved by silence, recorded as such, and closed a fortnight later with nothing owed', async () => {
    clock.moveMinutes(days(7) - 1)
    await desk.tick()
    expect((await theCase()).state).toBe('answered')
    clock.moveMinutes(1)
    await desk.tick()
    expect(await theCase()).toMatchObject({ state: 'resolved', resolved_by: 'silence' })
    clock.moveMinutes(days(14) - 1)
    await desk.tick()
    expect((await theCase()).state).toBe('resolved')
    clock.moveMinutes(1)
    await desk.tick()
    const row = await theCase()
    expect(row.state).toBe('closed')
    expect(row.ends.map((end) => [end.kind, end.by])).toEqual([
      ['resolved', 'customer'],
      ['resolved', 'silence'],
      ['closed', undefined],
    ])
    expect((await promises()).filter((promise) => promise.status === 'open')).toEqual([])
  })

  it('every mail she sent is kept byte for byte with one disposition, and she got six letters, each once', async () => {
    const served = (await sourcesOf(servers, 'support@shop.test')).map(sha256)
    const kept = await rows<{ bytes: Buffer; kinds: readonly string[] }>(
      `select r.bytes, array(select d.kind from disposition d where d.raw_id = r.raw_id) as kinds from inbound_raw r order by r.received_at, r.raw_id`,
    )
    expect(kept.map((one) => sha256(one.bytes)).sort()).toEqual([...served].sort())
    expect(kept.map((one) => one.kinds)).toEqual([['conversation'], ['conversation'], ['conversation']])
    expect(await rows('select 1 from unread_raw')).toEqual([])
    expect(await rows(`select 1 from outbox where state <> 'sent'`)).toEqual([])
    const letters = await anna.letters()
    expect(new Set(letters.map((one) => one.header('message-id'))).size).toBe(6)
    expect(letters.map((one) => one.header('auto-submitted') !== null)).toEqual([true, false, true, false, true, true])
  })
})

/** What lies in the shop's mailbox. */
const mailsToUs = (): Promise<readonly Received[]> => lettersOf(servers, 'support@shop.test')

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
