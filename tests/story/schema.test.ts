// The schema keeps its promises: organization first in every key, row-level security everywhere, a privacy part for every table.
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { privacy } from '../../src/wiring.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'

let desk: TestHouse
beforeAll(async () => {
  desk = await openTestHouse()
})
afterAll(() => desk.close())

const rows = async <Row extends object>(question: string): Promise<readonly Row[]> =>
  (await desk.house.ownerPool.query<Row>(question)).rows

const tables = async (): Promise<readonly string[]> => {
  const found = await rows<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'schema_migration' order by 1`)
  return found.map((row) => row.name)
}

test('every primary, unique and foreign key begins with organization_id', async () => {
  const wrong = await rows(`
    select x.conname from pg_constraint x join pg_class c on c.oid = x.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relname <> 'schema_migration' and x.contype in ('p', 'u', 'f')
      and (select attname from pg_attribute a where a.attrelid = x.conrelid and a.attnum = x.conkey[1]) <> 'organization_id'
    union all
    select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
      join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relname <> 'schema_migration' and x.indisunique
      and (select attname from pg_attribute a where a.attrelid = x.indrelid and a.attnum = x.indkey[0]) <> 'organization_id'`)
  expect(wrong).toEqual([])
})

test('every table has row-level security, and the application owns none of them', async () => {
  const open = await rows(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'schema_migration'
      and (not c.relrowsecurity or pg_get_userbyid(c.relowner) = 'amends_app')`)
  expect(open).toEqual([])
})

test('without an organization the application sees no rows, and with one only its own', async () => {
  const other = await desk.foundAnother('Rival')
  const strangers: string[] = []
  for (const table of await tables()) {
    const [allowed] = await rows<{ may: boolean }>(
      `select has_table_privilege('amends_app', '${table}', 'select') as may`,
    )
    if (!allowed?.may) continue
    const none = await desk.house.pool.query(`select 1 from ${table} limit 1`)
    if (none.rows.length > 0) strangers.push(`${table} without organization`)
    const seen = await inTransaction(desk.house.pool, other.organizationId, (db) =>
      db
        .selectFrom(table as 'staff')
        .select('organization_id')
        .distinct()
        .execute(),
    )
    if (seen.some((row) => row.organization_id !== other.organizationId)) strangers.push(table)
  }
  expect(strangers).toEqual([])
})

test('the application cannot write for another organization, change the schema, or look into the queue', async () => {
  const other = await desk.foundAnother('Another rival')
  const inOurs = (statement: string) =>
    inTransaction(desk.house.pool, desk.organizationId, (db) => db.executeQuery(CompiledQuery.raw(statement)))
  const foreignRow = `insert into attempt values ('${other.organizationId}', 'x', 'x', '2026-01-01', 1)`
  await expect(inOurs(foreignRow)).rejects.toThrow(/row-level security/)
  await expect(inOurs('create table mine (id int)')).rejects.toThrow(/permission denied/)
  await expect(inOurs('select * from graphile_worker._private_jobs')).rejects.toThrow(/permission denied/)
  await expect(inOurs('set local session_replication_role = replica')).rejects.toThrow(/permission denied/)
  const foreignJob = `select add_jobs('[{"task":"open-case","payload":{"organizationId":"${other.organizationId}"}}]')`
  await expect(inOurs(foreignJob)).rejects.toThrow(/its own organization only/)
})

test('each table has exactly one part in erasing, exporting and forgetting', async () => {
  const parts = privacy.map((part) => part.table)
  expect([...parts].sort()).toEqual([...(await tables())].sort())
})
