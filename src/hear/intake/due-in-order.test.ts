// Looking for what is due costs the same however much waits: the oldest of each company first, from an index.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'

const waiting = 20_000
let home: TestHouse
let client: pg.Client

beforeAll(async () => {
  home = await openTestHouse()
  client = new pg.Client({ connectionString: home.url })
  await client.connect()
  const now = home.clock.now().toISOString()
  const values = [home.organizationId, now, waiting]
  await client.query('set session_replication_role = replica')
  // One in a hundred is leased, one in a thousand by a clock that had jumped.
  const dueAt = `$2::timestamptz + case when g % 1000 = 0 then interval '1 day' when g % 100 = 0 then interval '1 minute' else g * interval '-1 second' end`
  await client.query(
    `insert into unread_raw (organization_id, raw_id, due_at) select $1, md5('raw' || g)::uuid, ${dueAt} from generate_series(1, $3::int) g`,
    values,
  )
  await client.query(
    `insert into outbox (organization_id, message_id, code, channel_id, to_address, from_address, reply_to, envelope_from, is_automatic, state, due_at, queued_at)
     select $1, md5('letter' || g)::uuid, 'm' || g, md5('channel')::uuid, 'x@post.example', 'help@halden.example', 'r', 'e', false, 'queued', ${dueAt}, $2
     from generate_series(1, $3::int) g`,
    values,
  )
  await client.query('set session_replication_role = default; analyze unread_raw; analyze outbox')
}, 120_000)
afterAll(async () => {
  await client.end()
  await home.close()
})

test.each([
  ['due_unread_raws($1, 64)', 'unread_raw', 'raw'],
  [`due_outbox($1, 64, '{}')`, 'outbox', 'letter'],
] as const)('%s', async (look, table, kind) => {
  const read = async (): Promise<readonly unknown[]> => {
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${look}`, [home.clock.now()])
    return rows.map((row) => Object.values(row)[1])
  }
  await client.query('begin')
  const found = await read()
  const { rows } = await client.query<{ whole: string; byIndex: string }>(
    `select seq_scan as whole, idx_tup_fetch as "byIndex" from pg_stat_xact_user_tables where relname = $1`,
    [table],
  )
  await client.query('commit')
  const { rows: oldest } = await client.query<{ id: string }>(
    `select md5('${kind}' || g)::uuid as id from generate_series($1::int, 1, -1) g where g % 100 > 0 limit 64`,
    [waiting],
  )
  expect(found).toEqual(oldest.map(({ id }) => id))
  expect(Number(rows[0]!.whole)).toBe(0)
  expect(Number(rows[0]!.byIndex)).toBeLessThan(200)
})

test('what a clock that had jumped has leased is due, what another reader or sender has in hand is not', async () => {
  const now = home.clock.now()
  await client.query('set session_replication_role = replica')
  for (const table of ['unread_raw', 'outbox']) await client.query(`delete from ${table} where due_at <= $1`, [now])
  await client.query('set session_replication_role = default')
  for (const look of ['due_unread_raws($1, 1000)', `due_outbox($1, 1000, '{}')`]) {
    const { rows } = await client.query(`select * from ${look}`, [now])
    expect(rows).toHaveLength(waiting / 1000)
  }
})
