// The register shows exactly the cases that are wanted, each once, in order, whatever the filter and however it is read through.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../tests/setup/customers.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { fillHouse } from '../../../tests/setup/many-cases.ts'
import { withContext } from '../../platform/context/context.ts'
import type { ChannelId, CustomerId, StaffId } from '../../shared/ids.ts'
import { type RegisterFilter, type RegisterLine, type RegisterOrder, registerFilter } from './register.schema.ts'
import { seeRegister } from './see-register.ts'

/** A case as its rows have it, read by a superuser without a filter. */
interface Kept {
  readonly case_id: string
  readonly number: number
  readonly kind: string
  readonly state: string
  readonly channel: string
  readonly matter: string
  readonly customer_id: string
  readonly owner_staff_id: string | null
  readonly duty_staff_id: string
  readonly about_staff_ids: readonly string[]
  readonly finding: string | null
  readonly received_at: Date
  /** Microseconds since 1970: what comes first may differ by less than a `Date` can tell. */
  readonly received: string
  readonly due: string | null
  readonly next_due_at: Date | null
  readonly was_late: boolean
}

const many = 1300
let home: TestHouse
let superuser: pg.Client
let mailbox: ChannelId
let me: StaffId
let all: readonly Kept[]

const change = (statement: string, values: readonly unknown[] = []) => superuser.query(statement, [...values])
const readAll = async (): Promise<readonly Kept[]> => {
  const { rows } = await superuser.query<Kept>(
    `select c.*, (extract(epoch from c.received_at) * 1000000)::bigint::text as received,
       (extract(epoch from c.next_due_at) * 1000000)::bigint::text as due,
       exists (select from promise p where p.case_id = c.case_id and (p.status = 'broken' or p.status = 'open' and p.due_at < $2)) as was_late
     from cases c where c.organization_id = $1`,
    [home.organizationId, home.clock.now()],
  )
  return rows
}

beforeAll(async () => {
  home = await openTestHouse()
  await fillHouse(home, many)
  superuser = new pg.Client({ connectionString: home.url })
  await superuser.connect()
  await change('set session_replication_role = replica')
  await change(`update cases set kind = 'request' where number % 3 = 0`)
  await change(
    `update cases set channel = (array['mail','form','api'])[1 + number % 3 + number % 2 * (number % 3 % 2)]`,
  )
  await change(
    `update cases set finding = (array['founded','undecided','dishonest'])[1 + number % 3] where state = 'closed' and number % 4 > 0`,
  )
  await change(
    `update promise set status = 'broken', broken_at = due_at where status = 'kept' and substr(promise_id::text, 1, 1) in ('0', '1')`,
  )
  // Waves: many cases of one instant, and due times that several share or none has.
  await change(`update cases set received_at = date_trunc('month', received_at) where number % 5 = 0`)
  await change(`update cases set next_due_at = date_trunc('day', next_due_at) where number % 2 = 0`)
  await change(`update cases set matter = 'Kettle 100% broken_things' where number in (7, 77, 777)`)
  const { rows } = await change(`select md5('staff3')::uuid as id`)
  me = (rows as { id: StaffId }[])[0]!.id
  await change(
    `update cases set about_staff_ids = array[$1::uuid] where number % 50 = 0 and owner_staff_id is distinct from $1`,
    [me],
  )
  mailbox = await connectMailbox(home)
  all = await readAll()
}, 240_000)
afterAll(async () => {
  await superuser.end()
  await home.close()
})

const see = (filter: RegisterFilter, order: RegisterOrder = 'received', after?: string, most = 50, who = me) =>
  home.as(staff(who), (ctx) => seeRegister(ctx, filter, order, after, most))

/** Every page, from the first to the last. */
async function walk(filter: RegisterFilter, order: RegisterOrder = 'received', most = 50): Promise<RegisterLine[]> {
  const lines: RegisterLine[] = []
  let after: string | undefined
  do {
    const page = await see(filter, order, after, most)
    expect(page.lines.length).toBeLessThanOrEqual(most)
    lines.push(...page.lines)
    after = page.next ?? undefined
  } while (after !== undefined)
  return lines
}

const berlinDay = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })

/** What the words of a filter mean, said once more. */
function isWanted(one: Kept, filter: RegisterFilter): boolean {
  const day = berlinDay(one.received_at)
  const number = /^(?:[A-Za-z]{1,4}-|#)?(\d{1,15})$/.exec(filter.q ?? '')?.[1]
  const inMatter = one.matter.toLowerCase().includes((filter.q ?? '').toLowerCase())
  const hasPrefix = /^[A-Za-z]{1,4}-\d|^#\d/.test(filter.q ?? '')
  return (
    !one.about_staff_ids.includes(me) &&
    (!filter.state || filter.state.split(',').includes(one.state)) &&
    (!filter.kind || filter.kind === one.kind) &&
    (!filter.channel || filter.channel === one.channel) &&
    (!filter.owner ||
      (filter.owner === 'me' ? me : filter.owner === 'nobody' ? null : filter.owner) === one.owner_staff_id) &&
    (!filter.duty || filter.duty === one.duty_staff_id) &&
    (!filter.from || day >= filter.from) &&
    (!filter.to || day <= filter.to) &&
    (!filter.finding || filter.finding === one.finding) &&
    (!filter.customer || filter.customer === one.customer_id) &&
    (filter.late !== 'now' || (one.next_due_at !== null && one.next_due_at < home.clock.now())) &&
    (filter.late !== 'ever' || one.was_late) &&
    (!filter.q || (inMatter && !hasPrefix) || Number(number) === one.number)
  )
}

function wanted(filter: RegisterFilter, order: RegisterOrder): readonly string[] {
  const newer = (a: Kept, b: Kept) =>
    Number(BigInt(b.received) - BigInt(a.received)) || (a.case_id < b.case_id ? 1 : -1)
  const sooner = (a: Kept, b: Kept) =>
    Number(BigInt(a.due ?? 0) - BigInt(b.due ?? 0)) || (a.case_id < b.case_id ? -1 : 1)
  const some = all.filter((one) => isWanted(one, filter))
  if (order === 'received') return some.sort(newer).map((one) => one.case_id)
  const owed = some.filter((one) => one.due !== null).sort(sooner)
  const rest = some.filter((one) => one.due === null).sort(newer)
  return [...owed, ...rest].map((one) => one.case_id)
}

const ids = (lines: readonly RegisterLine[]) => lines.map((line) => line.caseId as string)
const theFirst = () => all.find((one) => one.number === 901)!
const singles = (): readonly RegisterFilter[] => [
  {},
  { state: 'acknowledged' },
  { state: 'received' },
  { state: 'in-progress,answered' },
  { state: 'closed' },
  { kind: 'request' },
  { channel: 'form' },
  { owner: 'me' },
  { owner: 'nobody' },
  { owner: theFirst().owner_staff_id as StaffId },
  { duty: me },
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-10-20' },
  { to: '2025-12-24' },
  { late: 'now' },
  { late: 'ever' },
  { finding: 'dishonest' },
  { customer: theFirst().customer_id as CustomerId },
  { q: 'kettle' },
  { q: 'KETTLE LEAKS' },
  { q: '100% b' },
  { q: 'n_t' },
  { q: 'e i' },
  { q: '77' },
  { q: 'A-77' },
  { q: '#77' },
  { q: '1299' },
  { q: 'zirconium' },
]

test('each filter alone finds what it asks for and nothing else, in either order, through all pages', async () => {
  for (const filter of singles()) {
    for (const order of ['received', 'due'] as const) {
      const lines = await walk(filter, order)
      expect({ filter, order, found: ids(lines) }).toEqual({ filter, order, found: wanted(filter, order) })
    }
  }
  const empty = singles().filter((filter) => wanted(filter, 'received').length === 0)
  expect(empty).toEqual([{ state: 'received' }, { q: 'zirconium' }])
}, 120_000)

test('filters together, in pages of any length, find each case once and in order', async () => {
  const parts = singles()
  const drawn = fc.record({
    filter: fc
      .subarray([...parts.keys()], { minLength: 1, maxLength: 4 })
      .map((some): RegisterFilter => Object.assign({}, ...some.map((at) => parts[at])) as RegisterFilter),
    order: fc.constantFrom<RegisterOrder>('received', 'due'),
    most: fc.integer({ min: 7, max: 400 }),
  })
  await fc.assert(
    fc.asyncProperty(drawn, async ({ filter, order, most }) => {
      expect(ids(await walk(filter, order, most))).toEqual(wanted(filter, order))
    }),
    { numRuns: 80, seed: 20261117 },
  )
}, 180_000)

test('where more share an instant or a due time than a page holds, pages go on in the middle of them', async () => {
  const filter = { state: 'acknowledged,in-progress' }
  for (const order of ['received', 'due'] as const)
    expect(ids(await walk(filter, order, 3))).toEqual(wanted(filter, order))
})

test('a line says what is known of the case', async () => {
  const [line] = (await see({ q: 'A-901' })).lines
  const kept = theFirst()
  expect(line).toMatchObject({
    ...{ caseId: kept.case_id, number: 'A-901', kind: kept.kind, state: 'closed', matter: kept.matter },
    ...{ channel: kept.channel, receivedAt: kept.received_at.toISOString(), finding: kept.finding },
    ...{ owed: null, duty: { staffId: kept.duty_staff_id, name: 'Colleague 2' }, owner: { name: 'Colleague 2' } },
  })
  expect(line?.closedAt).not.toBeNull()
  const late = (await see({ late: 'now' })).lines
  expect(new Set(late.map(({ owed }) => owed?.isLate))).toEqual(new Set([true]))
  const mine = (await see({ state: 'in-progress' })).lines.filter(({ owed }) => owed?.isLate === false)
  expect(mine.every(({ owed }) => new Date(owed!.dueAt) >= home.clock.now())).toBe(true)
})

test('a count is exact as far as it goes, and says where it stops', async () => {
  expect((await see({})).count).toEqual({ cases: 1000, isMore: true })
  const some = wanted({ kind: 'request' }, 'received').length
  expect((await see({ kind: 'request' })).count).toEqual({ cases: some, isMore: false })
  const page = await see({ q: 'A-901' })
  expect(page.count).toEqual({ cases: 1, isMore: false })
  const { next } = await see({})
  expect((await see({}, 'received', next!)).count).toBeNull()
})

test('days are those of the company, from midnight to midnight on its clocks', async () => {
  const [one] = all.filter((kept) => kept.number === 4)
  const place = async (at: string) => change('update cases set received_at = $2 where case_id = $1', [one!.case_id, at])
  const isOn = async (day: string) => ids(await walk({ from: day, to: day })).includes(one!.case_id)
  for (const [at, day, other] of [
    ['2026-07-10T21:59:59.999999Z', '2026-07-10', '2026-07-11'],
    ['2026-07-10T22:00:00Z', '2026-07-11', '2026-07-10'],
    ['2026-12-10T22:59:59.999999Z', '2026-12-10', '2026-12-11'],
    ['2026-12-10T23:00:00Z', '2026-12-11', '2026-12-10'],
  ] as const) {
    await place(at)
    expect([await isOn(day), await isOn(other)], at).toEqual([true, false])
  }
  await place(one!.received_at.toISOString())
  await change(`update cases set received_at = to_timestamp($2::numeric / 1000000) where case_id = $1`, [
    one!.case_id,
    one!.received,
  ])
  await expect(see({ from: '0001-01-01' })).rejects.toMatchObject({ code: 'invalid' })
})

test('cases about whoever asks are left out for them, in lines and in the count, and for nobody else', async () => {
  const about = all.filter((one) => one.about_staff_ids.includes(me)).map((one) => one.case_id)
  expect(about.length).toBeGreaterThan(20)
  const seen = new Set(ids(await walk({})))
  expect(about.filter((one) => seen.has(one))).toEqual([])
  const filter = { from: '2026-06-01', to: '2026-09-30', state: 'closed' }
  const mine = (await see(filter)).count!.cases
  const theirs = (await see(filter, 'received', undefined, 50, home.founder)).count!.cases
  expect(theirs - mine).toBe(
    all.filter((one) => one.about_staff_ids.includes(me) && isWanted({ ...one, about_staff_ids: [] }, filter)).length,
  )
})

describe('a place in the list', () => {
  test('stays where it is while new cases come in, also of the same instant', async () => {
    const before = wanted({}, 'received')
    const first = await see({})
    // One now, newer than all, and one that is as old as the case the page ends with.
    const { caseId } = await writeIn(home, mailbox, { text: 'My carpet is green. I ordered blue.' })
    const late = await writeIn(home, mailbox, { from: 'other@customer.example', text: 'My lamp is broken.' })
    await change(
      'update cases set received_at = (select received_at from cases where case_id = $2) where case_id = $1',
      [late.caseId, first.lines.at(-1)!.caseId],
    )
    const rest: string[] = []
    for (let after = first.next; after !== null;) {
      const page = await see({}, 'received', after)
      rest.push(...ids(page.lines))
      after = page.next
    }
    expect([...ids(first.lines), ...rest].filter((one) => one !== late.caseId)).toEqual(before)
    expect(rest).not.toContain(caseId)
    expect(ids((await see({})).lines)[0]).toBe(caseId)
    all = await readAll()
  })

  test('holds for its filter, its order and its company only, and cannot be made up', async () => {
    const { next } = await see({ state: 'closed' })
    const place = next!
    const refused = { code: 'invalid', fields: { '/after': 'is no place in this list' } }
    await expect(see({ state: 'closed' }, 'received', place)).resolves.toBeDefined()
    await expect(see({ state: 'closed', kind: 'request' }, 'received', place)).rejects.toMatchObject(refused)
    await expect(see({}, 'received', place)).rejects.toMatchObject(refused)
    await expect(see({ state: 'answered' }, 'received', place)).rejects.toMatchObject(refused)
    await expect(see({ kind: 'request' }, 'received', place)).rejects.toMatchObject(refused)
    await expect(see({ state: 'closed' }, 'due', place)).rejects.toMatchObject(refused)
    const other = await home.foundAnother('Rival')
    const rival = { organizationId: other.organizationId, actor: staff(other.founder) }
    await expect(
      withContext(home.house, rival, (ctx) => seeRegister(ctx, { state: 'closed' }, 'received', place, 50)),
    ).rejects.toMatchObject(refused)
    const changed = (at: number) => {
      const bytes = Buffer.from(place, 'base64url')
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      return bytes.toString('base64url')
    }
    const length = Buffer.from(place, 'base64url').length
    for (let at = 0; at < length; at++)
      await expect(see({ state: 'closed' }, 'received', changed(at))).rejects.toMatchObject(refused)
    for (const made of [
      'x',
      'AAAA',
      `${place}A`,
      `${place}=`,
      place.slice(0, -3),
      Buffer.from('[0,"infinity","x"]').toString('base64url'),
    ])
      await expect(see({ state: 'closed' }, 'received', made)).rejects.toMatchObject(refused)
  })

  test('is the same place whatever the order in which the filter was typed', async () => {
    const { next } = await see({ state: 'closed', kind: 'complaint' })
    await expect(see({ kind: 'complaint', state: 'closed' }, 'received', next!)).resolves.toBeDefined()
  })
})

test('another company sees none of it', async () => {
  const other = await home.foundAnother('Other')
  const rival = { organizationId: other.organizationId, actor: staff(other.founder) }
  for (const filter of singles()) {
    const seen = await withContext(home.house, rival, (ctx) => seeRegister(ctx, filter, 'due', undefined, 50))
    expect(seen).toEqual({ lines: [], next: null, count: { cases: 0, isMore: false } })
  }
})

test.each([
  { state: 'open' },
  { state: '' },
  { state: 'closed,' },
  { kind: 'praise' },
  { channel: 'pigeon' },
  { owner: 'somebody' },
  { owner: "' or 1=1 --" },
  { duty: 'me' },
  { from: '2026-02-30' },
  { to: 'yesterday' },
  { late: 'maybe' },
  { finding: 'guilty' },
  { customer: '1' },
  { q: '' },
  { q: 'a\u0000b' },
  { q: '\ud800' },
  { q: 'x'.repeat(201) },
  { grade: 'A' },
])('a filter that means nothing is refused: %j', (filter) => {
  expect(registerFilter.safeParse(filter).success).toBe(false)
})

test('what has a meaning in a search is taken as it was typed', async () => {
  for (const q of ['%', '_', '\\', "' or 1=1 --", '%%%', '((('])
    expect(ids(await walk({ q }))).toEqual(wanted({ q }, 'received'))
})
