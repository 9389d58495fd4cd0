// What a failure costs a job: in passing nothing, otherwise a try. And a worker that stops leaves what it has in hand to the next.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { Refusal } from '../../shared/errors.ts'
import { runJobs } from './run-jobs.ts'

let desk: TestHouse
let admin: pg.Client

beforeAll(async () => {
  desk = await openTestHouse()
  admin = new pg.Client({ connectionString: desk.url })
  await admin.connect()
})
beforeEach(() => admin.query('delete from graphile_worker._private_jobs'))
afterAll(async () => {
  await admin.end()
  await desk.close()
})

const addJob = (task: string, tries: number) =>
  admin.query(`select graphile_worker.add_job($1, json_build_object('organizationId', $2::text), max_attempts => $3)`, [
    ...[task, desk.organizationId, tries],
  ])

const queue = async (): Promise<readonly unknown[]> => {
  const { rows } = await admin.query<Record<string, unknown>>(
    `select attempts, last_error as failure, locked_by is not null as "isInHand" from graphile_worker._private_jobs order by id`,
  )
  return rows
}

test.each(['unavailable', 'storage-full'] as const)(
  'a job that fails because the database is %s is tried again within seconds, as often as it takes',
  async (code) => {
    let tries = 0
    const run = async () => {
      tries += 1
      if (tries <= 3) throw new Refusal(code, 'Please wait.')
      return Promise.resolve()
    }
    await addJob('patient', 1)
    const worker = await runJobs(desk.house, [{ task: 'patient', run }], 1)
    try {
      // By itself the queue would give it up after its only try.
      await expect.poll(queue, { timeout: 50_000 }).toEqual([])
    } finally {
      await worker.stop()
    }
    expect(tries).toBe(4)
  },
)

test('any other failure costs a try, and its words are kept', async () => {
  await addJob('broken', 1)
  let tries = 0
  const run = () => {
    tries += 1
    return Promise.reject(new Error('half a \0 character \uD800'))
  }
  const worker = await runJobs(desk.house, [{ task: 'broken', run }], 1)
  const givenUp = [{ attempts: 1, failure: 'half a \uFFFD character \uFFFD', isInHand: false }]
  try {
    await expect.poll(queue, { timeout: 20_000 }).toEqual(givenUp)
    await sleep(6000) // longer than the queue is looked after once
    expect(await queue()).toEqual(givenUp)
    expect(tries).toBe(1)
  } finally {
    await worker.stop()
  }
})

test('a worker stops with a job that does not end; the next has it within seconds', async () => {
  await addJob('long', 10)
  let end: () => void = () => undefined
  const longest = new Promise<void>((resolve) => {
    end = resolve
  })
  const first = await runJobs(desk.house, [{ task: 'long', run: () => longest }], 1)
  await expect.poll(queue, { timeout: 20_000 }).toEqual([{ attempts: 1, failure: null, isInHand: true }])
  await first.stop()
  expect(await queue()).toEqual([{ attempts: 1, failure: null, isInHand: true }])
  let isDone = false
  const run = () => {
    isDone = true
    return Promise.resolve()
  }
  const second = await runJobs(desk.house, [{ task: 'long', run }], 1)
  try {
    await expect.poll(() => isDone, { timeout: 20_000 }).toBe(true)
    await expect.poll(queue, { timeout: 20_000 }).toEqual([])
  } finally {
    end()
    await second.stop()
  }
})
