// Every hostile mail through a real mailbox into a running desk: each ends with one disposition and all its bytes, and the desk never ends.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAlive } from '../../src/platform/database/launcher/processes.ts'
import { headerOf, sourcesOf } from '../peers/mail/anna.ts'
import { deliver, type ToDeliver, type Undelivered } from '../peers/mail/deliver.ts'
import { type DeskProgram, openDeskProgram } from '../peers/mail/desk-program.ts'
import { type LetterSink, openLetterSink } from '../peers/mail/letter-sink.ts'
import { type MailServers, startMailServers, whyNoMailServers } from '../peers/mail/mail-servers.ts'
import { connectMailbox, setUp } from '../peers/mail/visitor.ts'
import { cloneDatabase, type TestDatabase } from '../setup/database.ts'
import { bombs, corpusMails, dataMails, hasCorpus } from './mail-files.ts'

const reason = whyNoMailServers() ?? (hasCorpus ? null : 'there is no corpus')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const opened: (() => Promise<unknown>)[] = []

let servers: MailServers
let sink: LetterSink
let desk: DeskProgram
let pid = 0
let delivered: readonly ToDeliver[] = []
let refused: readonly Undelivered[] = []

/** A mail that anybody could have written, beside each bomb. */
const neighbour = (at: number): ToDeliver => ({
  name: `neighbour ${String(at)}`,
  bytes: Buffer.from(
    `From: Nora <nora${String(at)}@neighbour.test>\r\nTo: support@shop.test\r\nMessage-ID: <n${String(at)}@neighbour.test>\r\n` +
      `Subject: My lamp is broken\r\n\r\nIt came broken, number ${String(at)}.\r\n`,
  ),
})

/** Delivers and waits until each has its disposition. */
async function bring(mails: readonly ToDeliver[]): Promise<void> {
  const left = await deliver(servers.lmtpPort, mails, { to: 'support@shop.test', from: 'carrier@corpus.test' })
  for (const { name, words } of left) console.log(`Dovecot did not take ${name}: ${words}`)
  delivered = [...delivered, ...mails]
  refused = [...refused, ...left]
  const there = delivered.length - refused.length
  await expect
    .poll(async () => [await count('inbound_raw'), await count('disposition')], { timeout: 240_000, interval: 1000 })
    .toEqual([there, there])
}

const count = async (what: string): Promise<number> =>
  Number((await desk.ask<{ count: string }>(`select count(*) from ${what}`))[0]?.count)

// One delivery, then what became of it: brought twice, every mail would be there twice.
describe.skipIf(reason !== null)(
  `hostile mail in a real mailbox${reason === null ? '' : ` (skipped: ${reason})`}`,
  { retry: 0 },
  () => {
    beforeAll(async () => {
      servers = await startMailServers()
      opened.push(() => servers.stop())
      sink = await openLetterSink()
      opened.push(() => sink.stop())
      const database: TestDatabase = await cloneDatabase()
      opened.push(() => database.drop())
      desk = await openDeskProgram(database.url)
      opened.push(() => desk.clean())
      await desk.start()
      pid = desk.pid()
      await connectMailbox(await setUp(desk.url), { imapPort: servers.imapPort, smtpPort: sink.port })
    })
    afterAll(async () => {
      for (const end of opened.reverse()) await end()
    })

    it('is taken, all of it, and the desk that reads it is the same process at the end', async () => {
      const hostile = [...dataMails(), ...corpusMails(['mime', 'mime-spoof-spam'])]
      await bring(hostile)
      // The bombs come when nothing else waits, so that what their neighbours wait for is them.
      await bring(bombs().flatMap((bomb, at) => [bomb, neighbour(at)]))
      const there = delivered.length - refused.length
      expect(there).toBeGreaterThan(1000)
      await expect
        .poll(async () => await count(`graphile_worker._private_jobs`), { timeout: 120_000, interval: 1000 })
        .toBe(0)
      await expect
        .poll(async () => await count(`outbox where state in ('queued', 'sending')`), {
          timeout: 120_000,
          interval: 1000,
        })
        .toBe(0)
      expect(await count('unread_raw')).toBe(0)
      expect(desk.unasked()).toBe(0)
      expect([desk.pid(), isAlive(pid)]).toEqual([pid, true])
      const kinds = await desk.ask<{ kind: string; count: string }>(
        'select kind, count(*) from disposition group by kind',
      )
      console.log(
        `${String(there)} mails delivered: ${kinds.map(({ kind, count: of }) => `${of} ${kind}`).join(', ')}; ${String(sink.letters.length)} acknowledged`,
      )
    })

    it('lies in the database byte for byte as the mailbox serves it', async () => {
      const served = (await sourcesOf(servers, 'support@shop.test')).map(sha256).sort()
      const kept = await desk.ask<{ served: string; noted: string }>(
        `select encode(sha256(bytes), 'hex') as served, encode(content_sha256, 'hex') as noted from inbound_raw`,
      )
      expect(kept.map((raw) => raw.served).sort()).toEqual(served)
      expect(kept.filter((raw) => raw.served !== raw.noted)).toEqual([])
    })

    it('holds no neighbour up: each plain mail beside a bomb is a case', async () => {
      const cases = await desk.ask<{ id: string }>(
        `select m.external_id as id from cases c join message m on m.message_id = c.opening_message_id where m.external_id like '%@neighbour.test>'`,
      )
      const neighbours = delivered.filter(({ name }) => name.startsWith('neighbour')).length
      expect(neighbours).toBeGreaterThan(15)
      expect(new Set(cases.map(({ id }) => id)).size).toBe(neighbours)
      expect(cases).toHaveLength(neighbours)
    })

    it('keeps a neighbour waiting for no more than the round it is in', async () => {
      // The order is what is checked: a mail that came more than two rounds of the reader after a neighbour is never read before it.
      const lates = await desk.ask<{ overtaken: number; ms: number }>(
        `with read as (select row_number() over (order by r.received_at, r.raw_id) as came, r.received_at, d.decided_at, m.external_id as id
           from inbound_raw r join disposition d using (organization_id, raw_id) left join message m using (organization_id, raw_id))
         select (select count(*)::int from read other where other.came > one.came + 32 and other.decided_at < one.decided_at) as overtaken,
           extract(epoch from decided_at - received_at)::float * 1000 as ms
         from read one where id like '%@neighbour.test>' order by ms`,
      )
      const at = (share: number) => String(Math.round(lates[Math.floor((lates.length - 1) * share)]?.ms ?? 0))
      console.error(`neighbours of bombs: read after ${at(0.5)} ms in the middle, ${at(1)} ms at most`)
      expect(lates.length).toBeGreaterThan(15)
      expect(lates.filter(({ overtaken }) => overtaken > 0)).toEqual([])
    })

    it('causes nothing to be sent but one acknowledgement each to addresses that may have it', async () => {
      // Colleagues are told of danger that customers write of; nobody else hears of that.
      const isNotice = ({ raw, to }: (typeof sink.letters)[number]): boolean =>
        /^Danger: /.test(headerOf(raw, 'subject') ?? '') && to.every((address) => address.endsWith('@halden.example'))
      const letters = sink.letters.filter((letter) => !isNotice(letter))
      expect(letters.length).toBeGreaterThan(15)
      const automatic = letters.filter(({ raw }) => headerOf(raw, 'auto-submitted') === 'auto-replied')
      expect(automatic).toHaveLength(letters.length)
      expect(
        letters.filter(({ raw }) => !/^We have your message: case A-\d+$/.test(headerOf(raw, 'subject') ?? '')),
      ).toEqual([])
      const to = letters.flatMap((letter) => letter.to.map((address) => address.toLowerCase()))
      expect(to.length).toBe(letters.length)
      expect(new Set(to).size).toBe(to.length)
      expect(to.filter((address) => /^support(\+.*)?@shop\.test$/.test(address))).toEqual([])
      const answered = await desk.ask<{ id: string; bytes: Buffer }>(
        `select o.external_id as id, r.bytes from message o join cases c on c.conversation_id = o.conversation_id
         join message m on m.message_id = c.opening_message_id join inbound_raw r on r.raw_id = m.raw_id where o.kind = 'acknowledgement'`,
      )
      const causes = new Map(answered.map(({ id, bytes }) => [id, bytes.toString('latin1')]))
      expect(letters.filter(({ raw }) => !causes.has(headerOf(raw, 'message-id') ?? ''))).toEqual([])
      const wrong = letters.flatMap(({ raw, to: [address] }) => {
        const why = whyNoAnswer(causes.get(headerOf(raw, 'message-id') ?? '') ?? '')
        return why === null ? [] : [`${address ?? ''}: ${why}`]
      })
      expect(wrong).toEqual([])
    })
  },
)

/** RFC 3834, read off the headers alone and on its own here: why a mail gets no automatic answer. */
function whyNoAnswer(raw: string): string | null {
  const head = (raw.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ')
  const lines = head.split(/\r?\n/)
  const forbidden = [
    /^return-path:\s*<\s*>/i,
    /^list-[a-z]+:/i,
    /^precedence:\s*(bulk|list|junk)\b/i,
    /^auto-submitted:\s*(?!no\b)\S/i,
  ]
  return lines.find((line) => forbidden.some((shape) => shape.test(line))) ?? null
}
