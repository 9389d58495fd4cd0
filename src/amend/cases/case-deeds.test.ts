// What reports count by is read from the history as it is written: when a case was open, and who took, answered and ended it.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bounce, caseOf, staff, writeIn } from '../../../tests/setup/cases.ts'
import { openCaseDesk, type CaseDesk } from '../../../tests/setup/taken-case.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { assignCase } from './work/assign-case.ts'

let desk: CaseDesk
let superuser: pg.Client
let rowan: StaffId

beforeAll(async () => {
  desk = await openCaseDesk()
  rowan = await desk.home.addPerson('Rowan Fox', 'handler')
  superuser = new pg.Client({ connectionString: desk.home.url })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await desk.home.close()
})

const spansOf = async (caseId: CaseId) => {
  const { rows } = await superuser.query<{ opened: Date; ended: Date | null }>(
    `select opened_at as opened, nullif(ended_at, 'infinity') as ended from case_span where case_id = $1 order by round`,
    [caseId],
  )
  return rows
}
const deedsOf = async (caseId: CaseId) => {
  const { rows } = await superuser.query<{ kind: string; staff_id: StaffId; at: Date }>(
    'select kind, staff_id, at from case_deed where case_id = $1 order by sequence',
    [caseId],
  )
  return rows.map(({ kind, staff_id }) => [kind, staff_id])
}
const now = () => desk.home.clock.now()

test('a case is open from its receipt until its end, and again from when it is opened again', async () => {
  const { caseId, ...story } = await desk.taken()
  const { receivedAt } = (await caseOf(desk.home, caseId)).current
  expect(await spansOf(caseId)).toEqual([{ opened: receivedAt, ended: null }])
  desk.home.clock.moveMinutes(30)
  await desk.answered(caseId)
  expect(await spansOf(caseId)).toEqual([{ opened: receivedAt, ended: null }])
  desk.home.clock.moveMinutes(60)
  await writeIn(desk.home, desk.mailbox, { from: story.from, to: story, text: 'Thank you.' })
  const ended = now()
  expect(await spansOf(caseId)).toEqual([{ opened: receivedAt, ended }])
  desk.home.clock.moveMinutes(60)
  await writeIn(desk.home, desk.mailbox, { from: story.from, to: story, text: 'It is still broken.' })
  expect(await spansOf(caseId)).toEqual([
    { opened: receivedAt, ended },
    { opened: now(), ended: null },
  ])
  expect(await deedsOf(caseId)).toEqual([
    ['taken', desk.jonas],
    ['answered', desk.jonas],
    ['ended', desk.jonas],
  ])
})

test('a case that was answered and is opened again had not ended', async () => {
  const { caseId, ...story } = await desk.taken()
  await desk.answered(caseId)
  desk.home.clock.moveMinutes(60)
  await writeIn(desk.home, desk.mailbox, { from: story.from, to: story, text: 'It is still broken.' })
  expect((await caseOf(desk.home, caseId)).current.reopenings).toHaveLength(1)
  expect(await spansOf(caseId)).toHaveLength(1)
})

test('an answer that comes back is none', async () => {
  const { caseId } = await desk.taken()
  await desk.answered(caseId, false)
  desk.home.clock.moveMinutes(1)
  const second = await desk.answered(caseId)
  expect(await deedsOf(caseId)).toHaveLength(3)
  await bounce(desk.home, second)
  expect(await deedsOf(caseId)).toEqual([
    ['taken', desk.jonas],
    ['answered', desk.jonas],
  ])
})

test('an end counts for whoever owned the case then, and stays theirs', async () => {
  const { caseId, ...story } = await desk.taken()
  await desk.answered(caseId)
  const handOver = async (from: StaffId, to: StaffId) =>
    desk.home.as(staff(from), async (ctx) =>
      assignCase(ctx, caseId, { version: await desk.versionOf(caseId), staffId: to, summary: 'Yours now.' }),
    )
  await handOver(desk.jonas, rowan)
  await writeIn(desk.home, desk.mailbox, { from: story.from, to: story, text: 'Thank you.' })
  await handOver(rowan, desk.jonas)
  expect(await deedsOf(caseId)).toEqual([
    ['taken', desk.jonas],
    ['answered', desk.jonas],
    ['ended', rowan],
  ])
})

test('what the history says is made anew from it, line by line', async () => {
  const all = async () => {
    const spans = await superuser.query('select * from case_span order by case_id, round')
    const deeds = await superuser.query('select * from case_deed order by case_id, sequence')
    return { spans: spans.rows, deeds: deeds.rows }
  }
  const before = await all()
  expect(before.spans.length).toBeGreaterThan(4)
  await superuser.query('delete from case_span; delete from case_deed')
  await superuser.query(
    'select note_deed(e) from (select * from case_event order by case_id, sequence) e where kind = any ($1)',
    [
      [
        'received',
        'reopened',
        'taken',
        'answer-accepted',
        'answer-bounced',
        'resolved-by-customer',
        'resolved-by-silence',
        'rejected',
      ],
    ],
  )
  expect(await all()).toEqual(before)
})

test('the application reads them and writes none', async () => {
  await expect(desk.home.as('system', ({ db }) => db.deleteFrom('case_deed').execute())).rejects.toThrow(
    /permission denied/,
  )
  await expect(
    desk.home.as('system', ({ db }) => db.updateTable('case_span').set({ round: 2 }).execute()),
  ).rejects.toThrow(/permission denied/)
})
