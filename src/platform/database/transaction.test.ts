// A transaction's statements leave without waiting for each other, in the order they were asked for; none outlives it.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Database, inTransaction } from './transaction.ts'

let desk: TestHouse

beforeAll(async () => {
  desk = await openTestHouse()
})
afterAll(() => desk.close())

const run = <Result>(work: (db: Database) => Promise<Result>, last?: (db: Database) => Promise<unknown>) =>
  inTransaction(desk.house.pool, desk.organizationId, work, last ? { last } : {})

const attempts = (db: Database) =>
  db.selectFrom('attempt').select(['subject', 'count']).where('scope', '=', 'order').orderBy('subject').execute()

/** Built or raw by turns: neither way may be faster. */
function add(db: Database, subject: string, count: number): Promise<unknown> {
  const at = new Date(0)
  if (count % 2 === 0)
    return db
      .insertInto('attempt')
      .values({ organization_id: desk.organizationId, scope: 'order', subject, window_start: at, count })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'scope', 'subject', 'window_start']).doUpdateSet({ count }),
      )
      .execute()
  return sql`
    insert into attempt (organization_id, scope, subject, window_start, count) values (${desk.organizationId}, 'order', ${subject}, ${at}, ${count})
    on conflict (organization_id, scope, subject, window_start) do update set count = excluded.count`.execute(db)
}

test('what is asked for together is done in the order of asking, and the last with the commit', async () => {
  const counts = Array.from({ length: 101 }, (_, count) => count)
  await run(
    (db) => Promise.all(counts.map((count) => add(db, 'together', count))),
    (db) => Promise.all([add(db, 'together', 101), add(db, 'together', 102)]),
  )
  expect(await run(attempts)).toEqual([{ subject: 'together', count: 102 }])
  await run((db) => Promise.all(counts.map((count) => add(db, 'order', count))))
  expect(await run(attempts)).toContainEqual({ subject: 'order', count: 100 })
})

const say = (db: Database, kind: string) =>
  db
    .insertInto('live_event')
    .values({ organization_id: desk.organizationId, at: new Date(0), kind, object_kind: 'test', object_id: null })
    .execute()

/** A row that is only added: what `add` does may change one. */
const addPlainly = (db: Database, subject: string) =>
  db
    .insertInto('attempt')
    .values({ organization_id: desk.organizationId, scope: 'plain', subject, window_start: new Date(0), count: 1 })
    .execute()

/** The rows, those that one statement wrote side by side, in the order of writing. */
const writers = async (db: Database) =>
  (
    await sql<{ rows: string }>`
      select string_agg(what, '+' order by what) as rows from (
        select subject as what, xmin::text::bigint as transaction, cmin::text::bigint as statement from attempt where scope = 'plain'
        union all select kind, xmin::text::bigint, cmin::text::bigint from live_event where object_kind = 'test') written
      group by transaction, statement order by transaction, statement`.execute(db)
  ).rows.map(({ rows }) => rows)

test('plain inserts into different tables that are asked for at once are one statement, before whatever is asked for next', async () => {
  const seen = await run(async (db) => {
    const [, , before] = await Promise.all([addPlainly(db, 'a'), say(db, 'b'), writers(db), say(db, 'c')])
    await Promise.all([say(db, 'd'), addPlainly(db, 'e'), say(db, 'f')])
    return { before, after: await writers(db) }
  })
  expect(seen.before).toEqual(['a+b'])
  expect(seen.after).toEqual(['a+b', 'c', 'd+e', 'f'])
  const twice = run((db) => Promise.all([say(db, 'lost'), addPlainly(db, 'a')]))
  await expect(twice).rejects.toThrow('duplicate key')
  await run(
    () => Promise.resolve(),
    (db) => Promise.all([say(db, 'g'), addPlainly(db, 'h')]),
  )
  expect(await run(writers)).toEqual([...seen.after, 'g+h'])
})

test('one statement that fails takes all with it, and says why', async () => {
  const failing = run(
    (db) => Promise.all([add(db, 'lost', 1), sql`select 1 / 0`.execute(db), add(db, 'lost', 2)]),
    (db) => add(db, 'lost', 3),
  )
  await expect(failing).rejects.toThrow('division by zero')
  await expect(
    run(
      (db) => add(db, 'lost', 4),
      (db) => sql`select 1 / 0`.execute(db),
    ),
  ).rejects.toThrow('division by zero')
  expect((await run(attempts)).map(({ subject }) => subject)).not.toContain('lost')
})

test('a failure nobody awaited still rolls everything back', async () => {
  const forgotten = run(async (db) => {
    void sql`select 1 / 0`.execute(db).catch(() => undefined)
    await add(db, 'forgotten', 1).catch(() => undefined)
  })
  await expect(forgotten).rejects.toThrow('division by zero')
  expect((await run(attempts)).map(({ subject }) => subject)).not.toContain('forgotten')
})

test('a statement after the end of its transaction is refused, for the connection may serve another by then', async () => {
  let kept: Database | undefined
  await run((db) => {
    kept = db
    return Promise.resolve()
  })
  await expect(sql`select 1`.execute(kept ?? (undefined as never))).rejects.toThrow('after the end')
  let late: Promise<unknown> = Promise.resolve()
  const failing = run(async (db) => {
    late = attempts(db).then(() => add(db, 'late', 1))
    late.catch(() => undefined)
    await Promise.resolve()
    throw new Error('not today')
  })
  await expect(failing).rejects.toThrow('not today')
  await expect(late).rejects.toThrow('after the end')
  expect((await run(attempts)).map(({ subject }) => subject)).not.toContain('late')
})

test('only work that can be done again does not wait for the disk', async () => {
  const ask = (isRedoable: boolean) =>
    inTransaction(
      desk.house.pool,
      desk.organizationId,
      async (db) =>
        (await sql<{ waits: string }>`select current_setting('synchronous_commit') as waits`.execute(db)).rows,
      { isRedoable },
    )
  expect(await ask(true)).toEqual([{ waits: 'off' }])
  expect(await ask(false)).toEqual([{ waits: 'on' }])
})

const read = <Result>(work: (db: Database) => Promise<Result>) =>
  inTransaction(desk.house.pool, desk.organizationId, work, { isReading: true })

test('what only reads is held to it, leaves nothing open behind it, and hides no failure', async () => {
  await expect(read((db) => add(db, 'reading', 1))).rejects.toThrow('read-only')
  await expect(read((db) => sql`select 1 / 0`.execute(db).catch(() => undefined))).rejects.toThrow('division by zero')
  await Promise.all(Array.from({ length: 40 }, () => read(attempts)))
  await run((db) => add(db, 'after-reading', 1))
  expect((await read(attempts)).map(({ subject }) => subject)).toContain('after-reading')
  const open = sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%' and xact_start < clock_timestamp() - interval '1 s'`
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect((await read((db) => open.execute(db))).rows).toEqual([{ count: 0 }])
})
