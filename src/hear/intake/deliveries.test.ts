// Any order, any duplication, crashes between and inside the transactions of reading: exactly the messages that were sent, each with one disposition.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../../tests/setup/mail-desk.ts'
import type { House } from '../../platform/context/house.ts'
import type { RawId } from '../../shared/ids.ts'
import { parseRaw } from './parse-raw.ts'
import { claimRaws, type ClaimedRaw } from './raw.sql.ts'
import { readParsed } from './read-raw.ts'
import { readDue } from './reader.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

const system = { kind: 'system', part: 'test' } as const
let run = 0
const mail = (number: number, route: number) =>
  mailOf(
    {
      Received: `by route ${String(route)}`,
      From: `person${String(number % 3)}.run${String(run)}@example.test`,
      To: 'support@our.example',
      Subject: `Number ${String(number)}`,
      'Message-ID': `<${String(run)}.${String(number)}@example.test>`,
      Date: 'Tue, 17 Nov 2026 10:00:00 +0000',
    },
    `Text ${String(number)}`,
  )

interface Crash {
  readonly after: 'claim' | 'parse' | 'steps'
}

/** Reads a record as the reader does, but dies at a given point: what was not committed is gone. */
async function readAndDie(rawIds: readonly RawId[], { after }: Crash): Promise<void> {
  const later = new Date(desk.clock.now().getTime() + 60_000)
  const claimed = await desk.as(system, (ctx) => claimRaws(ctx.db, rawIds, ctx.now(), later))
  if (after === 'claim') return
  for (const raw of claimed) {
    const outcome = await parseRaw(desk.pool, raw)
    if (after === 'parse' || outcome.kind !== 'parsed') continue
    await dieInside(raw, async (ctx) => readParsed(ctx, raw, outcome.parsed))
  }
}

async function dieInside(_raw: ClaimedRaw, work: Parameters<MailDesk['as']>[1]): Promise<void> {
  await desk
    .as(system, async (ctx) => {
      await work(ctx)
      throw new Error('killed before the commit')
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'killed before the commit') throw error
    })
}

const delivery = fc.record({ number: fc.nat({ max: 5 }), route: fc.nat({ max: 2 }) })
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      batch: fc.array(delivery, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'read' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      after: fc.constantFrom('claim' as const, 'parse' as const, 'steps' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'two readers' as const }) },
)

test('N mails delivered in any order, any number of times, with crashes, are exactly N messages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      run += 1
      const sent = new Set<number>()
      let crashes = 0
      for (const one of acts) {
        desk.clock.moveMinutes(2)
        if (one.kind === 'deliver') {
          for (const { number } of one.batch) sent.add(number)
          await desk.store(...one.batch.map(({ number, route }) => mail(number, route)))
        } else if (one.kind === 'read') await readDue(desk.house, desk.pool)
        else if (one.kind === 'two readers')
          await Promise.all([readDue(desk.house, desk.pool), readDue(desk.house, desk.pool)])
        else if (crashes++ < 2) await readAndDie(await unread(), { after: one.after })
      }
      desk.clock.moveMinutes(2)
      await desk.readAll()
      await expectExactly([...sent].map((number) => `Number ${String(number)}`))
    }),
    { numRuns: 60, seed: 20_261_117 },
  )
})

const unread = () =>
  desk.as(system, async ({ db }) =>
    (await db.selectFrom('unread_raw').select('raw_id').execute()).map((row) => row.raw_id as RawId),
  )

async function expectExactly(subjects: readonly string[]): Promise<void> {
  const seen = await desk.as(system, async ({ db }) => ({
    messages: await db
      .selectFrom('message')
      .select(['subject', 'external_id'])
      .where('external_id', 'like', `<${String(run)}.%`)
      .execute(),
    people: await db
      .selectFrom('identity')
      .select('value')
      .where('value', 'like', `%.run${String(run)}@%`)
      .execute(),
    announced: await db.selectFrom('live_event').select('object_id').where('kind', '=', 'message.received').execute(),
    allMessages: await db.selectFrom('message').select('conversation_id').where('kind', '=', 'human').execute(),
    raws: await db.selectFrom('inbound_raw').select('raw_id').execute(),
    settled: await db.selectFrom('disposition').select('raw_id').execute(),
    unread: await db.selectFrom('unread_raw').select('raw_id').execute(),
    quarantined: await db.selectFrom('disposition').select('reason').where('kind', '=', 'quarantine').execute(),
  }))
  expect(seen.messages.map((row) => row.subject).sort()).toEqual([...subjects].sort())
  expect(new Set(seen.people.map((row) => row.value)).size).toBe(seen.people.length)
  // Each message was announced exactly once, and only in the transaction that kept it.
  expect(seen.announced.map((row) => row.object_id).sort()).toEqual(
    seen.allMessages.map((row) => row.conversation_id).sort(),
  )
  expect(seen.settled.map((row) => row.raw_id).sort()).toEqual(seen.raws.map((row) => row.raw_id).sort())
  expect([seen.unread, seen.quarantined]).toEqual([[], []])
}

test('a try that failed because the database was away does not count', async () => {
  const [rawId] = await desk.store(
    mailOf({ From: 'patient@example.test', Subject: 'p', 'Message-ID': '<patient@x>' }, 'patience'),
  )
  if (rawId === undefined) throw new Error('nothing stored')
  let broken = 0
  // A house whose parsing takes place while the database is away: the transaction after it cannot begin.
  const away: House = {
    ...desk.house,
    pool: Object.assign(Object.create(desk.house.pool) as typeof desk.house.pool, {
      connect: async () => {
        if (broken > 0 && broken++ < 2) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
        broken = Math.max(broken, 1)
        return desk.house.pool.connect()
      },
    }),
  }
  for (let at = 0; at < 5; at++) {
    broken = 0
    await readDue(away, desk.pool)
    desk.clock.moveMinutes(2)
  }
  const waiting = await desk.as(system, ({ db }) =>
    db.selectFrom('unread_raw').select('attempts').where('raw_id', '=', rawId).executeTakeFirst(),
  )
  expect(waiting?.attempts).toBe(0)
  await desk.readAll()
  const end = await desk.as(system, ({ db }) =>
    db.selectFrom('disposition').select('kind').where('raw_id', '=', rawId).executeTakeFirstOrThrow(),
  )
  expect(end.kind).toBe('conversation')
})

test('small mails wait for one large one at most, and large ones are in hand one at a time', async () => {
  const mail = (name: string, bytes: number) =>
    mailOf({ From: 'dora@example.test', Subject: name, 'Message-ID': `<${name}@x>` }, 'x'.repeat(bytes))
  const large = ['a', 'b', 'c'].map((name) => mail(name, 20_000_000))
  const small = Array.from({ length: 20 }, (_, at) => mail(`small${String(at)}`, 10))
  const rawIds = await desk.store(...large, ...small)
  const until = new Date(desk.clock.now().getTime() + 60_000)
  const rounds: { small: number; large: number }[] = []
  for (let claimed = 1; claimed > 0;) {
    const round = await desk.as(system, (ctx) => claimRaws(ctx.db, rawIds, ctx.now(), until))
    claimed = round.length
    const sizes = round.map(({ bytes }) => bytes.length)
    rounds.push({
      small: sizes.filter((size) => size < 1000).length,
      large: sizes.filter((size) => size > 1000).length,
    })
  }
  expect(rounds).toEqual([
    { small: 16, large: 1 },
    { small: 4, large: 1 },
    { small: 0, large: 1 },
    { small: 0, large: 0 },
  ])
})
