// The team as a lead sees it: figures of each person and of what nobody has taken, the cases behind them, and who is away; without what is about the lead.
import { afterAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../tests/setup/taken-case.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { sayAbsent } from '../calendars/say-absent.ts'
import { assignCase } from '../cases/work/assign-case.ts'
import { coverWhoLeft } from '../cases/work/cover-cases.ts'
import { undoHandOver } from '../cases/work/undo-hand-over.ts'
import { seeTeam, seeTeamCases } from './see-team.ts'
import { seeDesk } from './see-desk.ts'
import { teamCases, teamView } from './team.schema.ts'

// Tuesday noon in Berlin: what is promised within a business day is due tomorrow.
const { home, mailbox, jonas, taken, versionOf } = await openCaseDesk()
const lea = await home.addPerson('Lea Brandt', 'handler')
const mona = await home.addPerson('Mona Reyes', 'lead')
afterAll(() => home.close())

const team = (who = mona) => home.as(staff(who, 'lead'), seeTeam)
const of = async (staffId: StaffId, who = mona) => (await team(who)).people.find((person) => person.staffId === staffId)
const cases = (whose: 'at-risk' | 'untaken' | StaffId, who = mona, most = 50) =>
  home.as(staff(who, 'lead'), (ctx) => seeTeamCases(ctx, whose, most))
const idsOf = async (whose: 'at-risk' | 'untaken' | StaffId, who = mona) =>
  (await cases(whose, who)).lines.map(({ caseId }) => caseId)
const move = (caseId: CaseId, version: number, to: StaffId | null, by = mona) =>
  home.as(staff(by, 'lead'), (ctx) => assignCase(ctx, caseId, { version, staffId: to, summary: 'Lea has too many.' }))

test('everybody who works here stands there with what they have, and what nobody has taken apart', async () => {
  expect(await team()).toMatchObject({ untaken: { open: 0 } })
  const mine = [await taken(), await taken()]
  const waiting = await writeIn(home, mailbox, { from: 'w@customer.example', text: 'It leaks.' })
  const seen = await team()
  expect(teamView.parse(seen)).toEqual(seen)
  expect(seen.people.map(({ name }) => name)).toEqual(['Amira Haddad', 'Jonas Weber', 'Lea Brandt', 'Mona Reyes'])
  expect(await of(jonas)).toMatchObject({ open: 2, late: 0, dueToday: 0, absence: null, isAway: false })
  expect(seen.untaken).toMatchObject({ open: 1, dueToday: 1 })
  const lines = await cases(jonas)
  expect(teamCases.parse(lines)).toEqual(lines)
  expect(lines.lines.map(({ caseId }) => caseId)).toEqual(mine.map(({ caseId }) => caseId))
  expect(lines.lines[0]).toMatchObject({ ownerStaffId: jonas, version: await versionOf(mine[0]!.caseId) })
  expect(await idsOf('untaken')).toEqual([waiting.caseId])
  expect(await cases(jonas, mona, 1)).toMatchObject({ hasMore: true, lines: [{ caseId: mine[0]!.caseId }] })
})

test('at risk is what runs out today or is late, of everybody, the first due in front', async () => {
  const [theirs] = await idsOf(jonas)
  const [waiting] = await idsOf('untaken')
  expect(await idsOf('at-risk'), 'the acknowledgement of what waits').toEqual([waiting])
  home.clock.moveMinutes(24 * 60 - 120)
  expect(await of(jonas)).toMatchObject({ late: 0, dueToday: 2 })
  expect(await idsOf('at-risk')).toContain(theirs)
  home.clock.moveMinutes(180)
  expect(await of(jonas)).toMatchObject({ late: 2, dueToday: 0 })
})

test('a lead moves cases, undoes it within the minute, and of two leads at once the second is told', async () => {
  const ids = await idsOf(jonas)
  const version = await versionOf(ids[0]!)
  const done = await move(ids[0]!, version, lea)
  await expect(move(ids[0]!, version, mona, home.founder)).rejects.toMatchObject({ code: 'conflict' })
  expect([(await of(jonas))?.open, (await of(lea))?.open]).toEqual([1, 1])
  await home.as(staff(mona, 'lead'), (ctx) => undoHandOver(ctx, ids[0]!, done.version))
  expect([(await of(jonas))?.open, (await of(lea))?.open]).toEqual([2, 0])
  const again = await Promise.allSettled([lea, mona].map(async (to) => move(ids[1]!, await versionOf(ids[1]!), to)))
  expect(again.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('who is away says so with from and until; what is to come is no absence yet', async () => {
  const now = home.clock.now().getTime()
  const [from, until] = [new Date(now + 3_600_000), new Date(now + 7_200_000)]
  await home.as(staff(mona, 'lead'), (ctx) => sayAbsent(ctx, lea, { from, until }))
  expect(await of(lea)).toMatchObject({ absence: { from: from.toISOString() }, isAway: false })
  home.clock.moveMinutes(61)
  expect(await of(lea)).toMatchObject({ isAway: true })
  await coverWhoLeft.run(home.house, home.organizationId)
  expect(await of(lea)).toMatchObject({ open: 0 })
})

test('a lead finds nothing of a case that is about them: not in a figure, not in a list, on no desk', async () => {
  const [first] = await idsOf(jonas)
  const before = [(await of(jonas))?.open ?? 0, (await team()).untaken.open]
  await home.house.ownerPool.query(
    `update cases set about_staff_ids = array[$1::uuid] where case_id = $2 or owner_staff_id is null`,
    [mona, first],
  )
  expect([(await of(jonas))?.open, (await team()).untaken.open]).toEqual([before[0]! - 1, 0])
  for (const whose of ['at-risk', 'untaken', jonas] as const)
    expect(
      (await idsOf(whose)).filter((caseId) => caseId === first),
      whose,
    ).toEqual([])
  expect(await idsOf('untaken')).toEqual([])
  const load = async (who: StaffId) =>
    (await home.as(staff(who, 'lead'), (ctx) => seeDesk(ctx, 25))).team.find(({ staffId }) => staffId === jonas)?.open
  expect([await load(mona), await load(home.founder)]).toEqual([before[0]! - 1, before[0]])
  expect((await of(jonas, home.founder))?.open).toBe(before[0])
})
