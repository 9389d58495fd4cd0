// Brings a database to this build's schema: roles, numbered migrations in order, the queue's own tables. Forward only, one at a time.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { Refusal } from '../../shared/errors.ts'
import { connectTo } from './connect.ts'
import { openPool } from './connection.ts'

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url))
const lock = 4_100_418

interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** This build's migrations, by number. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(folder + name, 'utf8')
      return { number: Number(name.slice(0, 4)), name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Migrates the database at `url`. Safe to call from several processes at once: one does it, the others wait.
 * @param migrations those of an older build where a test wants its data
 * @throws Refusal('wrong-state') for a database of a newer build, or one whose migrations were changed afterwards */
export async function migrate(
  url: string,
  log: (sentence: string) => void,
  migrations: readonly Migration[] | null = null,
): Promise<void> {
  const client = await connectTo(url)
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await makeRoles(client)
    await applyAll(client, migrations ?? (await readMigrations()), log)
    await migrateQueue(url)
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'amends_owner') then create role amends_owner nologin; end if;
      if not exists (select from pg_roles where rolname = 'amends_app') then create role amends_app nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$;
    grant amends_owner, amends_app to current_user;
    do $$ begin
      execute format('grant create on database %I to amends_owner', current_database());
    end $$;
    grant usage, create on schema public to amends_owner;
    grant usage on schema public to amends_app;
    create table if not exists schema_migration (number integer primary key, name text not null, sha256 text not null)`)
}

async function applyAll(
  client: pg.Client,
  migrations: readonly Migration[],
  log: (sentence: string) => void,
): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
    'select * from schema_migration order by number',
  )
  const newest = migrations.at(-1)?.number ?? 0
  const ahead = rows.find((row) => row.number > newest)
  if (ahead)
    throw new Refusal(
      'wrong-state',
      `This data was written by a newer Amends (its schema is ${String(ahead.number)}, this one knows ${String(newest)}). Start the newer version; nothing was changed.`,
    )
  for (const migration of migrations) {
    const done = rows.find((row) => row.number === migration.number)
    if (done && done.sha256 !== migration.sha256)
      throw new Refusal(
        'wrong-state',
        `Migration ${migration.name} was changed after it had been applied. Restore the released file; nothing was changed.`,
      )
    if (done) continue
    await apply(client, migration)
    log(`migrated to ${migration.name}`)
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local role amends_owner')
    await client.query(migration.text)
    await client.query('reset role')
    await client.query('insert into schema_migration values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed and was undone`, { cause: error })
  }
}

async function migrateQueue(url: string): Promise<void> {
  const pool = openPool({ url, role: 'amends_owner', size: 2, onBroken: () => undefined })
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}
