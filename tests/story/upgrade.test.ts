// The second day: data of an older build is migrated with everything in it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseOfBuild, type OldDatabase } from '../setup/old-database.ts'

const [company, channel, customer] = ['company', 'form', 'anna']
const id = (name: string): string => `md5('${name}')::uuid`
const hour = (hours: number): string => `'2026-11-17T08:00:00Z'::timestamptz + interval '${String(hours)} hours'`

let old: OldDatabase
let said: readonly string[]

beforeAll(async () => {
  old = await databaseOfBuild(6)
  const { client } = old
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into organization (organization_id, name, kind_of_business, time_zone, next_case_number, founded_at)
     values (${id(company)}, 'Halden Home', 'household goods', 'Europe/Berlin', 42, ${hour(0)})`,
  )
  await client.query(
    `insert into channel (organization_id, channel_id, kind, name, config, state_since, made_at)
     values (${id(company)}, ${id(channel)}, 'form', 'Form', '{}', ${hour(0)}, ${hour(0)})`,
  )
  for (const [number, name] of [
    [40, 'kettle'],
    [41, 'lamp'],
  ] as const) {
    await client.query(
      `insert into conversation (organization_id, conversation_id, code, customer_id, channel_id, subject, started_at, last_message_at)
       values (${id(company)}, ${id(name)}, '${name}', ${id(customer)}, ${id(channel)}, 'A ${name}', ${hour(1)}, ${hour(1)})`,
    )
    await client.query(
      `insert into cases (organization_id, case_id, number, kind, customer_id, conversation_id, opening_message_id, matter, state, pool_id,
         duty_staff_id, received_at, floor_version, last_heard_at, changed_at)
       values (${id(company)}, ${id(`case ${name}`)}, ${String(number)}, 'complaint', ${id(customer)}, ${id(name)}, ${id(`${name} 1`)}, 'The ${name}',
         'received', ${id('pool')}, ${id('jonas')}, ${hour(1)}, 1, ${hour(1)}, ${hour(1)})`,
    )
  }
  const messages = [
    ['kettle', 1, 'in', 'human', 'joined', 'My kettle leaks.', 'My kettle leaks.\n> quoted'],
    ['kettle', 2, 'out', 'acknowledgement', 'joined', '', 'We have it.'],
    ['kettle', 3, 'out', 'answer', 'joined', '', 'A new kettle is on its way.'],
    ['kettle', 4, 'in', 'human', 'to-confirm', 'I am somebody else.', 'I am somebody else.'],
    ['lamp', 1, 'in', 'human', 'joined', '', 'dark '.repeat(60)],
  ] as const
  for (const [of, place, direction, kind, standing, visible, text] of messages)
    await client.query(
      `insert into message (organization_id, message_id, conversation_id, direction, kind, channel_id, identity_id, staff_id, standing, subject, text,
         visible_text, joined_by, at, stored_at)
       values (${id(company)}, ${id(`${of} ${String(place)}`)}, ${id(of)}, $1, $2, ${id(channel)}, ${direction === 'in' ? id('identity') : 'null'},
         ${kind === 'answer' ? id('jonas') : 'null'}, $3, 'subject', $4, $5, 'new', ${hour(place)}, ${hour(place)})`,
      [direction, kind, standing, text, visible],
    )
  await client.query(
    `insert into unread_raw (organization_id, raw_id, due_at) values (${id(company)}, ${id('raw 2')}, ${hour(2)}), (${id(company)}, ${id('raw 1')}, ${hour(1)})`,
  )
  await client.query('set session_replication_role = default')
  said = await old.upgrade()
}, 60_000)
afterAll(() => old.drop())

test('every later migration is applied, once, and says so', async () => {
  expect(said[0]).toBe('migrated to 0007_throughput.sql')
  expect(said.length).toBeGreaterThan(3)
  expect(await old.upgrade()).toEqual([])
})

test('what lists show of a case is its newest word by a person, and where it came in', async () => {
  const { rows } = await old.client.query('select number, channel, last_text from cases order by number')
  expect(rows).toEqual([
    { number: 40, channel: 'form', last_text: 'A new kettle is on its way.' },
    { number: 41, channel: 'form', last_text: 'dark '.repeat(60).slice(0, 200) },
  ])
})

test('numbers of cases go on where they were', async () => {
  const { client } = old
  await client.query('begin')
  await client.query(`select set_config('app.organization_id', md5('${company}')::uuid::text, true)`)
  const { rows } = await client.query<{ number: number }>('select take_case_number() as number')
  await client.query('commit')
  expect(rows[0]!.number).toBe(42)
})

test('acknowledgements are found with their case only, what people write by its words', async () => {
  const { rows } = await old.client.query<{ kind: string; found: boolean }>(
    'select distinct kind, words is not null as found from message order by kind',
  )
  expect(rows).toEqual([
    { kind: 'acknowledgement', found: false },
    { kind: 'answer', found: true },
    { kind: 'human', found: true },
  ])
})

test('cases that there were are found by the words of their matter', async () => {
  const { rows } = await old.client.query('select count(*) as cases from cases where plain_matter = plain_text(matter)')
  expect(rows).toEqual([{ cases: 2 }])
})

test('what waited to be read still does, the oldest first', async () => {
  const { rows } = await old.client.query(
    `select raw_id = ${id('raw 1')} as first from due_unread_raws(${hour(3)}, 10)`,
  )
  expect(rows).toEqual([{ first: true }, { first: false }])
})
