// What a failure costs a job: in passing nothing, otherwise a try. And a worker that stops leaves what it has in hand to the next.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { Refusal } from '../../shared/errors.ts'
import type { JobPayload } from './job.ts'
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

// Each time takes five seconds.
test.each([
  ['unavailable', 2],
  ['storage-full', 1],
] as const)(
  'a job that fails because the database is %s is tried again within seconds, as often as it takes',
  async (code, failing) => {
    let tries = 0
    const run = async () => {
      tries += 1
      if (tries <= failing) throw new Refusal(code, 'Please wait.')
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
    expect(tries).toBe(failing + 1)
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

test('a job wakes the queue and notifies nobody; with a key there is one, and a kind that is new is added too', async () => {
  await admin.query(`insert into graphile_worker._private_tasks (identifier) values ('known') on conflict do nothing`)
  let notices = 0
  admin.on('notification', () => {
    notices += 1
  })
  await admin.query('listen "jobs:insert"')
  desk.woken.clear()
  await desk.as('system', (ctx) => {
    ctx.addJob('known', { messageId: 'a' })
    ctx.addJob('known', { messageId: 'b' })
    return Promise.resolve()
  })
  expect([...desk.woken]).toEqual(['jobs'])
  await admin.query('select 1')
  expect(notices).toBe(0)
  for (const messageId of ['c', 'd'])
    await desk.as('system', (ctx) => {
      ctx.addJob('known', { messageId }, 'only one')
      ctx.addJob('never seen', { messageId })
      return Promise.resolve()
    })
  const { rows } = await admin.query<{ job: string }>(
    `select t.identifier || ' ' || (j.payload->>'messageId') || ' ' || j.max_attempts as job
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by 1`,
  )
  expect(rows.map(({ job }) => job)).toEqual([
    ...['known a 10', 'known b 10', 'known d 10', 'never seen c 10', 'never seen d 10'],
  ])
  await admin.query('unlisten *')
})

test('the queue that is woken begins a job at once', async () => {
  const began: string[] = []
  const run = (_house: unknown, { messageId = '' }: JobPayload) => {
    began.push(messageId)
    return Promise.resolve()
  }
  const worker = await runJobs(desk.house, [{ task: 'woken', run }], 2)
  try {
    const startedAt = performance.now()
    for (const messageId of Array.from({ length: 20 }, (_, index) => String(index))) {
      await desk.as('system', (ctx) => {
        ctx.addJob('woken', { messageId })
        return Promise.resolve()
      })
      worker.wake()
      await expect.poll(() => began, { interval: 5, timeout: 5000 }).toContain(messageId)
      await sleep(8) // so that the queue has just found nothing
    }
    // Left to itself it looks once a second.
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  } finally {
    await worker.stop()
  }
})

test('no job is lost whose kind becomes known while it is added', async () => {
  const other = new pg.Client({ connectionString: desk.url })
  await other.connect()
  try {
    for (let round = 0; round < 40; round++) {
      const task = `new-${String(round)}`
      await Promise.all([
        other.query(`insert into graphile_worker._private_tasks (identifier) values ($1) on conflict do nothing`, [
          task,
        ]),
        desk.as('system', (ctx) => {
          ctx.addJob(task, { messageId: task })
          return Promise.resolve()
        }),
      ])
    }
  } finally {
    await other.end()
  }
  expect(await queue()).toHaveLength(40)
})
