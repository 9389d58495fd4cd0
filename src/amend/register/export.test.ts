// The register as a file: all that is wanted and no more, readable by spreadsheet programs, and written down in the audit trail.
import { existsSync, readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from '../../../tests/setup/cases.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { fillHouse } from '../../../tests/setup/many-cases.ts'
import { readCsv, withoutApostrophe } from '../../../tests/setup/read-csv.ts'
import { signInFor, type SignedIn } from '../../../tests/setup/sign-in.ts'
import type { Role } from '../../platform/context/actor.rules.ts'
import { buildServer } from '../../platform/http/server.ts'
import { disablePerson } from '../../platform/staff/disable-person.ts'
import { identifyCaller } from '../../platform/staff/caller.api.ts'
import type { StaffId } from '../../shared/ids.ts'
import { startExport } from './export-register.ts'
import { registerRoutes } from './register.api.ts'
import type { RegisterFilter } from './register.schema.ts'

const corpus = `${process.env['AMENDS_SHARED'] ?? '../shared'}/corpus/csv/formula-injection.json`
const attacks = existsSync(corpus)
  ? (JSON.parse(readFileSync(corpus, 'utf8')) as readonly { value: string }[])
      .map(({ value }) => value)
      .filter((value) => !value.includes('\0')) // what the database never keeps
  : ['=1+1', '+49 30 123456', '-- signed', '@handle', '\t=1', 'a "b", c', 'two\r\nlines', "'", 'é', '＝1', ' =1', 'a;b']

const many = 1250
let home: TestHouse
let app: FastifyInstance
let superuser: pg.Client
const people = new Map<Role, { readonly staffId: StaffId; readonly signedIn: SignedIn }>()

beforeAll(async () => {
  home = await openTestHouse()
  await fillHouse(home, many)
  superuser = new pg.Client({ connectionString: home.url })
  await superuser.connect()
  await superuser.query('set session_replication_role = replica')
  for (const [at, value] of attacks.entries())
    await superuser.query('update cases set matter = $1 where number = $2', [value, at + 1])
  await superuser.query(
    `update customer set name = '=HYPERLINK("http://x.example")' where customer_id = (select customer_id from cases where number = 1249)`,
  )
  app = await buildServer(home.house, identifyCaller, registerRoutes)
  for (const role of ['handler', 'lead', 'administrator'] as const) {
    const staffId = await home.addPerson(`Some ${role}`, role)
    people.set(role, { staffId, signedIn: await signInFor(home, staffId) })
  }
}, 240_000)
afterAll(async () => {
  await app.close()
  await superuser.end()
  await home.close()
})

const take = (role: Role, format: 'csv' | 'jsonl', filter: RegisterFilter = {}) => {
  const { cookie, csrf } = people.get(role)!.signedIn
  const headers = { cookie, 'x-amends-csrf': csrf }
  return app.inject({ method: 'POST', url: '/api/register/export', headers, payload: { format, filter } })
}
const trail = () =>
  home.as('system', ({ db }) =>
    db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id', 'object_kind', 'details'])
      .where('action', 'like', 'register.%')
      .orderBy('sequence')
      .execute(),
  )

interface Kept {
  readonly number: number
  readonly matter: string
  readonly name: string
}

const kept = async (): Promise<readonly Kept[]> => {
  const { rows } = await superuser.query<Kept>(
    'select c.number, c.matter, k.name from cases c join customer k using (organization_id, customer_id) order by c.received_at desc, c.case_id desc',
  )
  return rows
}

test('a file for spreadsheet programs holds every case once, whole and as text', async () => {
  const answer = await take('lead', 'csv')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="register-2026-11-17.csv"',
    'cache-control': 'no-store',
  })
  expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const [head, ...lines] = readCsv(answer.rawPayload.subarray(3).toString('utf8'))
  expect(head).toEqual([
    ...['number', 'kind', 'state', 'customer', 'matter', 'channel', 'receivedAt', 'nextDueAt', 'isLate', 'owner'],
    ...['dutyPerson', 'finding', 'closedAt', 'caseId', 'customerId', 'ownerId', 'dutyPersonId', 'topic', 'stage'],
  ])
  expect(lines.every((line) => line.length === head?.length)).toBe(true)
  expect(lines.map((line) => [line[0], withoutApostrophe(line[4] ?? ''), withoutApostrophe(line[3] ?? '')])).toEqual(
    (await kept()).map(({ number, matter, name }) => [`A-${String(number)}`, matter, name]),
  )
  for (const line of lines)
    for (const cell of line) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@|＝＋－＠]|^[\t\r\n]/)
  expect(lines.find((line) => line[0] === 'A-1249')?.[3]).toBe(`'=HYPERLINK("http://x.example")`)
  expect(lines[0]?.[6]).toMatch(/^2026-11-17T12:00:00\.000\+01:00$/)
})

test('a file of JSON lines holds every word as it is kept', async () => {
  const answer = await take('administrator', 'jsonl')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="register-2026-11-17.jsonl"')
  const lines = answer.body.split('\n')
  expect(lines.pop()).toBe('')
  const cases = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(cases.map(({ number, matter, customer }) => [number, matter, customer])).toEqual(
    (await kept()).map(({ number, matter, name }) => [`A-${String(number)}`, matter, name]),
  )
  expect(cases[0]).toMatchObject({ kind: 'complaint', channel: 'mail', isLate: expect.any(Boolean), finding: null })
})

test('a file holds what its filter wants', async () => {
  const answer = await take('lead', 'jsonl', { state: 'in-progress', q: 'kettle' })
  const states = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { state: string; matter: string })
  expect(states.length).toBeGreaterThan(1)
  for (const { state, matter } of states)
    expect([state, matter.toLowerCase()]).toEqual(['in-progress', expect.stringContaining('kettle')])
  expect((await take('lead', 'csv', { finding: 'dishonest' })).body.split('\r\n')).toHaveLength(2)
})

test('the audit trail says who took what and how much, and no words that were looked for', async () => {
  const before = (await trail()).length
  await take('lead', 'csv', { state: 'closed', q: 'Amira', from: '2026-01-01' })
  const { staffId } = people.get('lead')!
  expect((await trail()).slice(before)).toEqual([
    {
      ...{ action: 'register.exported', actor_id: staffId, object_kind: 'register' },
      details: { format: 'csv', state: 'closed', from: '2026-01-01', hasWords: true },
    },
    {
      ...{ action: 'register.export-ended', actor_id: staffId, object_kind: 'register' },
      details: { cases: 0, isWhole: true },
    },
  ])
  expect(JSON.stringify(await trail())).not.toContain('Amira')
})

test('a handler takes none, and nothing is asked for by a link', async () => {
  const before = (await trail()).length
  expect((await take('handler', 'csv')).statusCode).toBe(403)
  const { cookie } = people.get('lead')!.signedIn
  expect((await app.inject({ method: 'GET', url: '/api/register/export', headers: { cookie } })).statusCode).toBe(404)
  const noToken = {
    method: 'POST',
    url: '/api/register/export',
    headers: { cookie },
    payload: { format: 'csv', filter: {} },
  } as const
  expect((await app.inject(noToken)).statusCode).toBe(403)
  expect(await trail()).toHaveLength(before)
})

test('what is asked wrongly is answered with words, and begins no file', async () => {
  const before = (await trail()).length
  for (const filter of [{ state: 'open' }, { grade: 'A' }, { from: '0001-01-01' }]) {
    const answer = await take('lead', 'csv', filter)
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  }
  expect((await take('lead', 'xlsx' as 'csv')).statusCode).toBe(400)
  expect(await trail()).toHaveLength(before)
})

test('it is read in portions as it is taken, and breaking off is written down with how much was had', async () => {
  const { staffId } = people.get('lead')!
  const { pieces } = await home.as(staff(staffId, 'lead'), (ctx) => startExport(ctx, {}, 'jsonl'))
  const portions: number[] = []
  for await (const piece of pieces) {
    portions.push(piece.split('\n').length - 1)
    if (portions.length === 2) break
  }
  expect(portions).toEqual([500, 500])
  expect((await trail()).at(-1)).toMatchObject({
    action: 'register.export-ended',
    details: { cases: 1000, isWhole: false },
  })
})

test('who is disabled in the middle of it gets no more', async () => {
  const leaving = await home.addPerson('Leaving Lead', 'lead')
  const { pieces } = await home.as(staff(leaving, 'lead'), (ctx) => startExport(ctx, {}, 'jsonl'))
  await pieces.next()
  await home.as(staff(home.founder, 'administrator'), (ctx) => disablePerson(ctx, leaving, null))
  await expect(pieces.next()).rejects.toMatchObject({ code: 'not-signed-in' })
  expect((await trail()).at(-1)).toMatchObject({ actor_id: leaving, details: { cases: 500, isWhole: false } })
})
