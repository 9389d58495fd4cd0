// Jobs in the hands of a worker that is gone are free again within seconds; those of a living one stay in its hands.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { liveAs } from './worker-life.ts'
import { holdLife } from './worker-life.sql.ts'

let desk: TestHouse
let admin: pg.Client

beforeAll(async () => {
  desk = await openTestHouse()
  admin = new pg.Client({ connectionString: desk.url })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await desk.close()
})

const holders = async (): Promise<readonly unknown[]> => {
  const { rows } = await admin.query<{ locked_by: string | null }>(
    'select locked_by from graphile_worker._private_jobs order by id',
  )
  return rows.map((row) => row.locked_by)
}

test('a dead worker is told from a living one, and only its jobs are freed', async () => {
  const hands = ['pool-dead', 'pool-living', 'pool-ourselves', null]
  for (const worker of hands) {
    const { rows } = await admin.query<{ id: string }>(`select id from graphile_worker.add_job('some-task')`)
    await admin.query('update graphile_worker._private_jobs set locked_by = $1, locked_at = now() where id = $2', [
      worker,
      rows[0]?.id,
    ])
  }
  const living = await desk.house.ownerPool.connect()
  await holdLife(living, 'pool-living')
  const life = liveAs(desk.house, () => 'pool-ourselves')
  try {
    await expect.poll(holders, { timeout: 20_000 }).toEqual([null, 'pool-living', 'pool-ourselves', null])
    living.release(true)
    await expect.poll(holders, { timeout: 20_000 }).toEqual([null, null, 'pool-ourselves', null])
  } finally {
    await life.stop()
  }
})
