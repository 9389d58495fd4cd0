// The register shows exactly the cases that are wanted, each once, in order, whatever the filter and however it is read through.
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { isWanted, openFilledRegister } from '../../../tests/setup/filled-register.ts'
import { withContext } from '../../platform/context/context.ts'
import { type RegisterFilter, type RegisterLine, type RegisterOrder, registerFilter } from './register.schema.ts'
import { readFilter } from './read-filter.ts'
import { countCases } from './register.sql.ts'
import { seeRegister } from './see-register.ts'

const register = await openFilledRegister()
const { home, mailbox, me, change, see, walk, wanted, singles } = register
afterAll(() => register.close())

const ids = (lines: readonly RegisterLine[]) => lines.map((line) => line.caseId as string)

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
  const kept = register.all().find((one) => one.number === 901)!
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
  expect((await see({})).count).toEqual({ cases: wanted({}, 'received').length, isMore: false })
  const upTo = (most: number) => home.as(staff(me), async (ctx) => countCases(ctx.db, await readFilter(ctx, {}), most))
  expect([await upTo(1000), await upTo(1e6)]).toEqual([1000, wanted({}, 'received').length])
  const some = wanted({ kind: 'request' }, 'received').length
  expect((await see({ kind: 'request' })).count).toEqual({ cases: some, isMore: false })
  const page = await see({ q: 'A-901' })
  expect(page.count).toEqual({ cases: 1, isMore: false })
  const { next } = await see({})
  expect((await see({}, 'received', next!)).count).toBeNull()
})

test('days are those of the company, from midnight to midnight on its clocks', async () => {
  const [one] = register.all().filter((kept) => kept.number === 4)
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
  const about = register
    .all()
    .filter((one) => one.about_staff_ids.includes(me))
    .map((one) => one.case_id)
  expect(about.length).toBeGreaterThan(20)
  const seen = new Set(ids(await walk({})))
  expect(about.filter((one) => seen.has(one))).toEqual([])
  const filter = { from: '2026-06-01', to: '2026-09-30', state: 'closed' }
  const mine = (await see(filter)).count!.cases
  const theirs = (await see(filter, 'received', undefined, 50, home.founder)).count!.cases
  expect(theirs - mine).toBe(
    register
      .all()
      .filter(
        (one) =>
          one.about_staff_ids.includes(me) && isWanted({ ...one, about_staff_ids: [] }, filter, me, home.clock.now()),
      ).length,
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
    await register.reread()
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
