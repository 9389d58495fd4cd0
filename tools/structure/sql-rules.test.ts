// What the rules about SQL catch: its place, the owners of tables, the clock, and keys that keep organizations apart.
import { describe, expect, it } from 'vitest'
import { keysBeginWithOrganization } from './keys-begin-with-organization.ts'
import { faultsIn } from './planted.fixture.ts'
import { sqlClock } from './sql-clock.ts'
import { sqlPlaces } from './sql-places.ts'
import { tableOwners } from './table-owners.ts'

describe('where SQL lives', () => {
  const at = (path: string, text: string) => faultsIn(sqlPlaces, { [path]: text })

  it.each([
    'const q = sql`select 1`',
    'const q = sql<Row>`select 1`',
    "await pool.query('select 1')",
    'await pool.query(`\n  update cases set x = ${1}`)',
    "db.selectFrom('cases')",
  ])('catches %s in a use case and lets it pass in *.sql.ts', (text) => {
    expect(at('src/amend/cases/open-case.ts', text)).toHaveLength(1)
    expect(at('src/amend/cases/case.sql.ts', text)).toEqual([])
    expect(at('src/platform/database/migrate.ts', text)).toEqual([])
  })

  it('does not take words about choosing for SQL', () => {
    expect(
      at(
        'src/hear/intake/a.ts',
        "search.query('anna'); const text = 'select a person from the list'; say('update.done')",
      ),
    ).toEqual([])
  })
})

describe('owners of tables', () => {
  const house = {
    'migrations/0001_all.sql':
      'create table message (x int);\ncreate table if not exists cases (x int);\ncreate table survey (x int);\ncreate table person (x int);',
    'src/hear/conversations/message.sql.ts': 'sql`insert into message (x) values (1)`',
    'src/amend/cases/number.sql.ts': 'sql`insert into cases (x) values (1)`',
    'src/hear/customers/person.sql.ts': "db.insertInto('person')",
    'src/learn/outcomes/survey.sql.ts': 'sql`delete from survey where x = 1`',
  }
  const cases = (text: string, path = 'src/amend/cases/case.sql.ts') =>
    faultsIn(tableOwners, { ...house, [path]: text })

  it('lets a folder write its tables and read declared ones to its left', () => {
    expect(
      cases(
        "export const reads = ['message', 'person'] as const\nsql`update cases set x = 1 from message m, person p where true`\nsql`select from cases for update`",
      ),
    ).toEqual([])
  })

  it('catches a second writer', () => {
    expect(cases('sql`update message set x = 1`')).toContain(
      'src/amend/cases/case.sql.ts:1 writes message, which src/hear/conversations writes too',
    )
    expect(cases("db.updateTable('message').set({})")).not.toEqual([])
  })

  it('catches reading without saying so, in text, joins, comma lists and query builders', () => {
    const want = 'src/amend/cases/case.sql.ts:1 reads message of src/hear/conversations without naming it in reads'
    expect(cases('sql`select 1 from message`')).toEqual([want])
    expect(cases('sql`select 1 from cases c join public.message m on true`')).toEqual([want])
    expect(cases('sql`with a as (select 1) select 1 from a, message m`')).toEqual([want])
    expect(cases("db.selectFrom('message as m')")).toEqual([want])
  })

  it('catches a table named in reads that nothing reads', () => {
    expect(cases("export const reads = ['message'] as const satisfies readonly string[]")).toHaveLength(1)
  })

  it('gives a table to the folder that calls the function writing it, and a table that nobody writes to nobody', () => {
    const migrations = {
      'migrations/0002_b.sql':
        'create table log (x int); create table seed (x int);\ncreate function note(x int) returns int language sql as $$ insert into log values (x) $$;',
    }
    const own = { ...migrations, 'src/platform/audit/log.sql.ts': 'sql`select note(1)`; sql`select 1 from log, seed`' }
    expect(faultsIn(tableOwners, own)).toEqual([])
    expect(faultsIn(tableOwners, { ...own, 'src/hear/intake/raw.sql.ts': 'sql`select note(1)`' })).toHaveLength(2)
    expect(faultsIn(tableOwners, { ...own, 'src/hear/intake/raw.sql.ts': 'sql`select 1 from log`' })).toHaveLength(1)
  })

  it('catches reading to the right, except by a register', () => {
    const text = "export const reads = ['survey'] as const\nsql`select 1 from survey`"
    expect(cases(text)).toEqual([
      'src/amend/cases/case.sql.ts:2 reads survey of src/learn/outcomes, which stands to the right',
    ])
    expect(cases(text, 'src/amend/register/lists.sql.ts')).toEqual([])
  })

  it('takes neither comments, sentences, functions nor names of with-queries for tables', () => {
    expect(
      cases(
        "// from message\nthrow new Error('Nothing came from message')\nsql`-- from message\nselect extract(epoch from at) from message(1)`\nsql`with message as (select 1) select from message`",
      ),
    ).toEqual([])
  })
})

describe('the clock in SQL', () => {
  it('catches every way to ask for the time', () => {
    const sql =
      "-- now() in a comment\ncreate table a (\n  at timestamptz default now(),\n  day date default CURRENT_DATE,\n  b timestamptz default 'now'::timestamptz\n);"
    expect(faultsIn(sqlClock, { 'migrations/0001_a.sql': sql }).map((fault) => fault.split(' ')[0])).toEqual([
      'migrations/0001_a.sql:3',
      'migrations/0001_a.sql:4',
      'migrations/0001_a.sql:5',
    ])
    expect(
      faultsIn(sqlClock, { 'src/hear/intake/raw.sql.ts': 'sql`select 1\n  where at < clock_timestamp()`' }),
    ).toEqual(['src/hear/intake/raw.sql.ts:2 clock_timestamp( asks the database for the time'])
  })

  it('lets ctx.now() pass as a parameter', () => {
    expect(faultsIn(sqlClock, { 'src/hear/intake/raw.sql.ts': 'sql`select ${ctx.now()}`' })).toEqual([])
  })
})

describe('keys begin with organization_id', () => {
  const keys = (sql: string) => faultsIn(keysBeginWithOrganization, { 'migrations/0001_a.sql': sql })

  it('lets keys pass that begin with it', () => {
    expect(
      keys(`create table organization (organization_id uuid primary key);
        create table a (organization_id uuid not null references organization, b text default 'x, unique (b)', "references" text[],
          primary key (organization_id, b), unique nulls not distinct (organization_id, b), foreign key (organization_id, b) references c (organization_id, d),
          check (b in ('primary key (b)')));
        create unique index a_b on a using btree (organization_id, lower(b)) where b <> '';
        create function f() returns void language sql as $$ create table x (b int primary key) $$;`),
    ).toEqual([])
  })

  it.each([
    'create table a (id uuid primary key)',
    'create table a (organization_id uuid, b text unique)',
    'create table a (organization_id uuid, b uuid references c)',
    'create table a (b uuid, constraint one primary key (b, organization_id))',
    'create table a (b uuid, foreign key (b) references c)',
    'create table a (foreign key (organization_id, b) references c (d, organization_id))',
    'create unique index on a (b)',
    'alter table a add constraint b unique (c)',
    'alter table a add column b uuid references c',
  ])('catches %s', (sql) => {
    expect(keys(`${sql};`)).toHaveLength(1)
  })
})
