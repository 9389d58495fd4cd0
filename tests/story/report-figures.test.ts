// Every figure of the reports is what somebody who counts case by case finds, and opens just these cases in the register: for any period and filter,
// and for whoever asks.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentFloor } from '../../src/amend/promises/floor-policy.sql.ts'
import type { Calendar } from '../../src/amend/calendars/calendar.rules.ts'
import { readFilter } from '../../src/amend/register/read-filter.ts'
import type { RegisterFilter } from '../../src/amend/register/register.schema.ts'
import { countCases } from '../../src/amend/register/register.sql.ts'
import * as schema from '../../src/amend/reports/report.schema.ts'
import type { Figure } from '../../src/amend/reports/report.schema.ts'
import type { ReportQuery } from '../../src/amend/reports/report-query.schema.ts'
import { seeBacklog } from '../../src/amend/reports/see-backlog.ts'
import { seeHandlers } from '../../src/amend/reports/see-handlers.ts'
import { seePromisesKept } from '../../src/amend/reports/see-promises-kept.ts'
import { seeTimes } from '../../src/amend/reports/see-times.ts'
import { seeTopics } from '../../src/amend/reports/see-topics.ts'
import { seeFrequentWords } from '../../src/amend/reports/see-frequent-words.ts'
import { seeChannels, seeVolume } from '../../src/amend/reports/see-volume.ts'
import type { Context } from '../../src/platform/context/context.ts'
import type { StaffId } from '../../src/shared/ids.ts'
import {
  cameOf,
  dayIn,
  did,
  ended,
  type KeptCase,
  openAfter,
  productLimit,
  received,
  waits,
} from '../oracles/reports.ts'
import { staff } from '../setup/cases.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'
import { fillHouse } from '../setup/many-cases.ts'

const many = 1300
const dayOf = dayIn('Europe/Berlin')
let home: TestHouse
let superuser: pg.Client
let me: StaffId
let other: StaffId
let all: readonly KeptCase[]
let calendar: Calendar

const change = (statement: string, values: readonly unknown[] = []) => superuser.query(statement, [...values])

beforeAll(async () => {
  home = await openTestHouse()
  await fillHouse(home, many)
  superuser = new pg.Client({ connectionString: home.url })
  await superuser.connect()
  await change('set session_replication_role = replica')
  const { rows } = await change(`select md5('staff3')::uuid as me, md5('staff4')::uuid as other`)
  ;({ me, other } = (rows as { me: StaffId; other: StaffId }[])[0]!)
  await change(`update cases set kind = 'request' where number % 3 = 0`)
  await change(`update cases set channel = (array['mail','form','api'])[1 + number % 3]`)
  await change(
    `update cases set about_staff_ids = array[$1::uuid] where number % 20 = 0 and owner_staff_id is distinct from $1`,
    [me],
  )
  // Some were over for a while and opened again, once or twice; some were rejected; some ended without an answer.
  await change(
    `insert into case_span (organization_id, case_id, round, received_at, opened_at, ended_at)
     select organization_id, case_id, 2, received_at, ended_at + interval '3 days', case when h % 2 = 0 then ended_at + interval '9 days' else 'infinity' end
     from (select s.*, ('x' || substr(case_id::text, 1, 2))::bit(8)::int as h from case_span s where ended_at < 'infinity') s where h % 9 = 0`,
  )
  await change(
    `update cases c set state = case when s.ended_at = 'infinity' then 'in-progress' else 'closed' end,
       resolved_at = case when s.ended_at = 'infinity' then c.resolved_at else s.ended_at end
     from case_span s where s.case_id = c.case_id and s.round = 2`,
  )
  await change(
    `insert into case_deed (organization_id, case_id, sequence, kind, staff_id, at)
     select s.organization_id, s.case_id, 10, 'ended', c.owner_staff_id, s.ended_at from case_span s join cases c using (organization_id, case_id) where s.round = 2 and s.ended_at < 'infinity'
     union all select organization_id, case_id, 11, 'answered', $1, first_answered_at + interval '30 hours' from cases where number % 7 = 0 and first_answered_at is not null
     union all select organization_id, case_id, 12, 'answered', owner_staff_id, first_answered_at + interval '1 hour' from cases where number % 5 = 0 and first_answered_at is not null`,
    [other],
  )
  await change(
    `update cases set rejected_at = resolved_at + interval '1 hour', rejection = '{}' where number % 11 = 0 and resolved_at is not null`,
  )
  await change(`update cases set first_answered_at = null where number % 13 = 0`)
  await change(
    `update promise set status = st, due_at = greatest(due_at, unpaused_due_at) + h * interval '3 hours', settled_at = case when st <> 'open' then due_at end,
       broken_at = case when st = 'broken' then due_at end, owed_until = case when st in ('kept', 'released') then due_at end
     from (select promise_id as id, h, (array['kept','broken','released','open'])[1 + h % 4] as st
           from (select promise_id, ('x' || substr(promise_id::text, 1, 2))::bit(8)::int as h from promise) y) x where id = promise_id and h % 3 = 0`,
  )
  await change(
    `insert into promise (organization_id, promise_id, case_id, kind, source, made_at, due_at, unpaused_due_at, status, settled_at, owed_until)
     select organization_id, md5(promise_id::text)::uuid, case_id, kind, source, made_at, due_at + interval '2 days', due_at + interval '2 days', status, settled_at, owed_until
     from promise where status = 'kept' and kind = 'final-answer' and substr(promise_id::text, 1, 1) = '1'`,
  )
  await change(
    `insert into promise (organization_id, promise_id, case_id, kind, source, made_at, due_at, unpaused_due_at, status, settled_at, broken_at, instead_of)
     select organization_id, md5(promise_id::text)::uuid, case_id, kind, source, made_at, due_at + interval '2 days', due_at + interval '2 days', status, settled_at, broken_at, promise_id
     from promise where status = 'broken' and kind = 'first-answer'`,
  )
  // Around midnight, on the days when the clocks change.
  await change(
    `update cases set received_at = '2026-10-25T00:30:00Z'::timestamptz + number % 4 * interval '30 minutes' where number between 1200 and 1215`,
  )
  await change(`update cases set received_at = '2026-10-24T21:59:59.999999Z' where number = 1216`)
  await change(`update cases set received_at = '2026-10-25T23:00:00Z' where number = 1217`)
  await change(
    `update case_span s set received_at = c.received_at, opened_at = case round when 1 then c.received_at else opened_at end from cases c where c.case_id = s.case_id and number between 1200 and 1217`,
  )
  await change('analyze')
  const found = await change(
    `select c.*, (select jsonb_agg(jsonb_build_object('opened', opened_at, 'ended', nullif(ended_at, 'infinity'))) from case_span s where s.case_id = c.case_id) as spans,
       coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'staff', staff_id, 'at', at)) from case_deed d where d.case_id = c.case_id), '[]') as deeds,
       coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'status', status, 'due', due_at)) from promise p where p.case_id = c.case_id and instead_of is null), '[]') as promises
     from cases c where organization_id = $1`,
    [home.organizationId],
  )
  all = (found.rows as KeptCase[]).map((one) => ({
    ...one,
    spans: one.spans.map(({ opened, ended }) => ({ opened: new Date(opened), ended: ended && new Date(ended) })),
    deeds: one.deeds.map((deed) => ({ ...deed, at: new Date(deed.at) })),
    promises: one.promises.map((promise) => ({ ...promise, due: new Date(promise.due) })),
  }))
  calendar = (await home.as('system', ({ db }) => currentFloor(db)))!.calendar
}, 240_000)
afterAll(async () => {
  await superuser.end()
  await home.close()
})

const panels = {
  volume: [seeVolume, schema.volumeReport],
  backlog: [seeBacklog, schema.backlogReport],
  times: [seeTimes, schema.timesReport],
  promises: [seePromisesKept, schema.promisesReport],
  topics: [seeTopics, schema.topicsReport],
  channels: [seeChannels, schema.channelsReport],
  frequentWords: [seeFrequentWords, schema.frequentWordsReport],
  handlers: [seeHandlers, schema.handlersReport],
} as const
const names = Object.keys(panels) as (keyof typeof panels)[]

const see = <Report>(work: (ctx: Context, query: ReportQuery) => Promise<Report>, query: ReportQuery, who = me) =>
  home.as(staff(who, 'lead'), (ctx) => work(ctx, query))

const isFigure = (value: object): value is Figure => 'cases' in value && 'filter' in value

/** Every figure in an answer, wherever it stands. */
function figuresIn(value: unknown): readonly Figure[] {
  if (typeof value !== 'object' || value === null) return []
  return isFigure(value) ? [value] : Object.values(value).flatMap(figuresIn)
}

const inRegister = (filter: RegisterFilter, who: StaffId): Promise<number> =>
  home.as(staff(who, 'lead'), async (ctx) => countCases(ctx.db, await readFilter(ctx, filter), 1_000_000))

async function opensItsCases(query: ReportQuery, who: StaffId): Promise<number> {
  let figures = 0
  for (const name of names) {
    const report = await see<unknown>(panels[name][0], query, who)
    expect(panels[name][1].parse(report)).toEqual(report)
    for (const { cases, filter } of figuresIn(report)) {
      figures += 1
      expect({ name, query, filter, cases }).toEqual({ name, query, filter, cases: await inRegister(filter, who) })
    }
  }
  return figures
}

describe('every figure opens its cases', () => {
  test.each<ReportQuery>([
    {},
    { last: 7, kind: 'complaint' },
    { last: 365, channel: 'form' },
    { from: '2026-10-20', to: '2026-10-31', kind: 'request', channel: 'mail' },
  ])(
    'of %j, for somebody whom some of them are about',
    async (query) => {
      expect(await opensItsCases(query, me)).toBeGreaterThan(150)
    },
    240_000,
  )

  test('for somebody else it opens theirs', async () => {
    await opensItsCases({ last: 30 }, home.founder)
    const mine = await see(seeVolume, { last: 365 })
    const theirs = await see(seeVolume, { last: 365 }, home.founder)
    expect(theirs.received.now.cases - mine.received.now.cases).toBe(
      received(all, theirs.period.days, dayOf).filter((one) => one.about_staff_ids.includes(me)).length,
    )
    expect(theirs.received.now.cases).toBeGreaterThan(mine.received.now.cases)
  }, 120_000)
})

const day = fc
  .integer({ min: 0, max: 400 })
  .map((back) => dayOf(new Date(Date.parse('2026-11-17T11:00:00Z') - back * 86_400_000)))
const asked: fc.Arbitrary<ReportQuery> = fc
  .record({
    days: fc.oneof(
      fc.constantFrom<ReportQuery>({ last: 7 }, { last: 30 }, { last: 90 }, { last: 365 }, {}),
      fc
        .tuple(day, day)
        .map(([one, two]): ReportQuery => (one < two ? { from: one, to: two } : { from: two, to: one })),
      fc.constantFrom<ReportQuery>({ from: '2026-10-25', to: '2026-10-25' }, { from: '2026-03-29', to: '2026-03-29' }),
    ),
    kind: fc.option(fc.constantFrom('complaint' as const, 'request' as const), { freq: 2 }),
    channel: fc.option(fc.constantFrom('mail' as const, 'form' as const), { freq: 2 }),
  })
  .map(({ days, kind, channel }) => ({ ...days, ...(kind && { kind }), ...(channel && { channel }) }))

const casesOf = ({ kind, channel }: ReportQuery) =>
  all.filter(
    (one) =>
      !one.about_staff_ids.includes(me) && (kind ?? one.kind) === one.kind && (channel ?? one.channel) === one.channel,
  )

test('every figure is what somebody finds who counts one case at a time', async () => {
  const now = home.clock.now()
  const isSo = async (query: ReportQuery) => {
    const cases = casesOf(query)
    const volume = await see(seeVolume, query)
    const { days, before } = volume.period
    expect(volume.received.now.cases).toBe(received(cases, days, dayOf).length)
    expect(volume.received.before.cases).toBe(received(cases, before, dayOf).length)
    expect(volume.ended.now.cases).toBe(ended(cases, days, dayOf).length)
    expect(volume.ended.before.cases).toBe(ended(cases, before, dayOf).length)
    const ofKind = (kind: string) => cases.filter((one) => one.kind === kind)
    for (const step of volume.steps)
      expect([step.received.cases, step.complaints?.cases ?? 0, step.requests?.cases ?? 0, step.ended.cases]).toEqual([
        ...[cases, ofKind('complaint'), ofKind('request')].map((some) => received(some, step, dayOf).length),
        ended(cases, step, dayOf).length,
      ])
    expect(volume.steps.map(({ from }) => from)[0]).toBe(days.from)
    expect(volume.steps.at(-1)?.to).toBe(days.to)

    const backlog = await see(seeBacklog, query)
    const longAgo = (date: string) => new Date(Date.parse(date) - 7 * 86_400_000).toISOString().slice(0, 10)
    for (const step of backlog.steps) {
      const open = openAfter(cases, step.to, dayOf)
      const old = open.filter((one) => dayOf(one.received_at) <= longAgo(step.to))
      expect([step, step.open.cases, step.old.cases]).toEqual([step, open.length, old.length])
    }
    expect(backlog.open.before.cases).toBe(openAfter(cases, before.to, dayOf).length)
    expect(backlog.ages.reduce((sum, { open }) => sum + open.cases, 0)).toBe(backlog.open.now.cases)

    const times = await see(seeTimes, query)
    for (const what of ['first', 'end'] as const)
      for (const [scale, of] of [
        ['business', calendar],
        ['wall', null],
      ] as const)
        for (const [shown, some] of [
          [times[what][scale], received(cases, days, dayOf)],
          [times[what].before[scale], received(cases, before, dayOf)],
        ] as const) {
          const waited = waits(some, what, of, now)
          const isFew = waited.filter(({ isDone }) => isDone).length < 10
          const minutes = [0.5, 0.9].map((share) => (isFew ? null : productLimit(waited, share)))
          expect([what, scale, shown.median.minutes, shown.ninetieth.minutes]).toEqual([what, scale, ...minutes])
          expect(shown.median.why).toBe(isFew ? 'few' : minutes[0] === null ? 'open' : null)
        }

    const promises = await see(seePromisesKept, query)
    for (const { kind, ...came } of promises.kinds)
      for (const name of ['kept', 'late', 'open', 'released'] as const)
        expect([kind, name, came[name].now.cases, came[name].before.cases]).toEqual([
          ...[kind, name, cameOf(cases, kind, name, days, now, dayOf), cameOf(cases, kind, name, before, now, dayOf)],
        ])

    const handlers = await see(seeHandlers, query)
    for (const { staffId, name, open, late, ...done } of handlers.handlers) {
      const theirs = cases.filter((one) => one.owner_staff_id === staffId)
      expect([name, open.cases, late.cases, done.taken.cases, done.answered.cases, done.ended.cases]).toEqual([
        ...[name, theirs.filter((one) => !['resolved', 'rejected', 'closed'].includes(one.state)).length],
        theirs.filter((one) => one.next_due_at !== null && one.next_due_at < now).length,
        ...['taken', 'answered', 'ended'].map((kind) => did(cases, kind, staffId, days, dayOf).length),
      ])
    }
    expect(handlers.handlers.map(({ name }) => name)).toEqual(
      handlers.handlers.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, 'en')),
    )

    const found = await see(seeFrequentWords, query)
    for (const { words, received: shown, examples } of found.frequent) {
      const having = cases.filter((one) => one.plain_matter.includes(words))
      expect([words, shown.now.cases, shown.before.cases]).toEqual([
        ...[words, received(having, days, dayOf).length, received(having, before, dayOf).length],
      ])
      expect(examples.length).toBeGreaterThan(0)
    }
    const about = await see(seeTopics, query)
    for (const parts of [about.topics, about.stages])
      expect(parts.reduce((sum, one) => sum + one.received.now.cases, 0)).toBe(volume.received.now.cases)
    const channels = await see(seeChannels, query)
    expect(channels.channels.reduce((sum, one) => sum + one.received.now.cases, 0)).toBe(volume.received.now.cases)
  }
  await fc.assert(fc.asyncProperty(asked, isSo), { numRuns: 25, seed: 20261117 })
}, 400_000)

test('a day on which the clocks change has its 25 hours, and no minute of its neighbours', async () => {
  const on = async (date: string) => (await see(seeVolume, { from: date, to: date }, home.founder)).received.now
  expect((await on('2026-10-25')).cases).toBe(received(all, { from: '2026-10-25', to: '2026-10-25' }, dayOf).length)
  const numbers = (date: string) => received(all, { from: date, to: date }, dayOf).map(({ number }) => number)
  expect(numbers('2026-10-25')).toEqual(expect.arrayContaining([1200, 1215]))
  expect([numbers('2026-10-24').includes(1216), numbers('2026-10-26').includes(1217)]).toEqual([true, true])
})

test('an empty company has reports that say so', async () => {
  const { organizationId, founder } = await home.foundAnother('New here')
  const { withContext } = await import('../../src/platform/context/context.ts')
  for (const name of names) {
    const report = await withContext(
      home.house,
      { organizationId, actor: staff(founder, 'administrator') },
      (ctx): Promise<unknown> => panels[name][0](ctx, { last: 365 }),
    )
    expect(panels[name][1].parse(report)).toEqual(report)
    expect(figuresIn(report).reduce((sum, { cases }) => sum + cases, 0)).toBe(0)
  }
})

test.each([
  [{ from: '2026-11-10', to: '2026-11-01' }, 'ends before'],
  [{ from: '2020-01-01' }, 'days at most'],
  [{ from: '0001-01-01', to: '0001-01-02' }, 'days from'],
  [{ from: '9999-12-01', to: '9999-12-31' }, 'days from'],
])('a period that no calendar has is refused in words: %j', async (query, words) => {
  const asking = see(seeVolume, query)
  if (words === null) await expect(asking).resolves.toMatchObject({ received: { now: { cases: 0 } } })
  else
    await expect(asking).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(words) as string })
})
