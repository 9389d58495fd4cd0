// How often a record is tried: what cannot be read waits in quarantine, what was only in hand when the desk died is read.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../../tests/setup/mail-desk.ts'
import type { House } from '../../platform/context/house.ts'
import type { RawId } from '../../shared/ids.ts'
import type { ParseFailureReason, ParsePool } from './parse-pool.ts'
import { claimRaws } from './raw.sql.ts'
import { readDue } from './reader.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

let number = 0
async function store(): Promise<RawId> {
  number += 1
  const name = `m${String(number)}`
  const headers = { From: `${name}@example.test`, Subject: name, 'Message-ID': `<${name}@x>` }
  const [rawId] = await desk.store(mailOf(headers, 'The kettle leaks.'))
  return rawId!
}

/** The desk takes a record into hand and dies; the next one comes up when the lease is over. */
async function dieOver(rawId: RawId): Promise<void> {
  const until = new Date(desk.clock.now().getTime() + 60_000)
  const claimed = await desk.as('system', (ctx) => claimRaws(ctx.db, [rawId], ctx.now(), until))
  expect(claimed).toHaveLength(1)
  desk.clock.moveMinutes(2)
}

const became = (rawId: RawId) =>
  desk.as('system', ({ db }) =>
    db.selectFrom('disposition').select(['kind', 'reason']).where('raw_id', '=', rawId).executeTakeFirst(),
  )

const bytesOf = (rawId: RawId) =>
  desk.as('system', async ({ db }) => {
    const row = await db.selectFrom('inbound_raw').select('bytes').where('raw_id', '=', rawId).executeTakeFirstOrThrow()
    return row.bytes.toString()
  })

/** Children that fail for this reason, `times` times in all. */
function failing(reason: ParseFailureReason, times: number): ParsePool {
  let left = times
  return {
    ...desk.pool,
    parse: (kind, raw) =>
      left-- > 0
        ? Promise.resolve({ kind: 'failed', reason, words: `It ended: ${reason}.`, cpu: null, memory: null })
        : desk.pool.parse(kind, raw),
  }
}

test('a record that was in hand each time a desk was killed is read all the same', async () => {
  const rawId = await store()
  for (let death = 1; death <= 5; death++) await dieOver(rawId)
  await desk.readAll()
  expect(await became(rawId)).toMatchObject({ kind: 'conversation' })
})

test('a record that the desk died over six times is kept apart, and read no more', async () => {
  const rawId = await store()
  for (let death = 1; death <= 6; death++) await dieOver(rawId)
  await desk.readAll()
  expect(await became(rawId)).toEqual({
    kind: 'quarantine',
    reason: 'The desk ended 6 times while it had this in hand, so it may be the cause. Its bytes are kept.',
  })
  expect(await bytesOf(rawId)).toContain('The kettle leaks.')
})

test('a record whose reading fails three times is kept apart, with what failed last', async () => {
  const rawId = await store()
  let tries = 0
  const random = {
    ...desk.house.random,
    bytes: () => {
      tries += 1
      throw new Error('no dice')
    },
  }
  const house: House = { ...desk.house, random }
  for (let round = 1; round <= 5; round++) {
    await readDue(house, desk.pool)
    desk.clock.moveMinutes(6)
  }
  expect(tries).toBe(3)
  expect(await became(rawId)).toEqual({
    kind: 'quarantine',
    reason: 'Reading it failed 3 times: no dice. Its bytes are kept.',
  })
})

async function readWith(pool: ParsePool): Promise<void> {
  for (let round = 1; round <= 3; round++) {
    await readDue(desk.house, pool)
    desk.clock.moveMinutes(1)
  }
}

test.each(['crash', 'memory', 'late'] as const)(
  'what may be the fault of the machine (%s) gets one more try',
  async (reason) => {
    const rawId = await store()
    // A desk that died over it before is no failure of the record.
    await dieOver(rawId)
    await readWith(failing(reason, 1))
    expect(await became(rawId)).toMatchObject({ kind: 'conversation' })
  },
)

test.each([
  ['crash', 2],
  ['timeout', 1],
  ['limits', 1],
] as const)('what fails by %s is kept apart after %i', async (reason, times) => {
  const rawId = await store()
  await readWith(failing(reason, times))
  expect(await became(rawId)).toEqual({ kind: 'quarantine', reason: `It ended: ${reason}.` })
})
