// Cover for who is away: the roster leaves them out, their cases go to colleagues within a minute and stay there; where nobody is left, it is said
// and nothing fails.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { caseOf, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { disablePerson } from '../../../platform/staff/disable-person.ts'
import { sayAbsent, sayBack } from '../../calendars/say-absent.ts'
import { usualLines } from '../../desk/desk.schema.ts'
import { seeDesk } from '../../desk/see-desk.ts'
import { assignCase } from './assign-case.ts'
import { coverWhoLeft } from './cover-cases.ts'
import { takeCase } from './take-case.ts'
import { takeNext } from './take-next.ts'
import { undoHandOver } from './undo-hand-over.ts'

const desk = await openCaseDesk()
const { home, jonas, mailbox, taken, versionOf } = desk
const lead = home.founder
afterAll(() => home.close())
beforeEach(async () => {
  await home.house.ownerPool.query('delete from absence')
})

const hour = 3_600_000
const inHours = (hours: number) => new Date(home.clock.now().getTime() + hours * hour)
const away = (staffId: StaffId, until = inHours(48), from: Date | null = null) =>
  home.as(staff(lead, 'lead'), (ctx) => sayAbsent(ctx, staffId, { from, until }))
const tick = () => coverWhoLeft.run(home.house, home.organizationId)
const ownerOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.ownerStaffId
const dutyOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.dutyStaffId
const deskOf = (who: StaffId, role: 'handler' | 'lead' = 'handler') =>
  home.as(staff(who, role), (ctx) => seeDesk(ctx, usualLines))
const events = (caseId: CaseId) =>
  home.as('system', async ({ db }) =>
    (
      await db
        .selectFrom('case_event')
        .select(['kind', 'details'])
        .where('case_id', '=', caseId)
        .orderBy('at')
        .execute()
    ).map(({ kind, details }) => ({ kind, words: (details as { words: string | null }).words })),
  )
let writers = 0
const complain = async () => {
  writers += 1
  return (await writeIn(home, mailbox, { from: `w${String(writers)}@customer.example`, text: 'It leaks.' })).caseId
}
/** Leaves only these at work. */
const only = async (...who: StaffId[]) => {
  await home.house.ownerPool.query('update pool_member set left_at = joined_at where not staff_id = any ($1)', [who])
  await home.house.ownerPool.query('update pool_member set left_at = null where staff_id = any ($1)', [who])
}

test('cases of who is away go to a colleague, with a summary of facts; the customer hears of it', async () => {
  const { caseId } = await taken()
  await away(jonas)
  await tick()
  expect(await ownerOf(caseId)).toBe(lead)
  const covered = (await events(caseId)).find(({ kind }) => kind === 'covered')
  expect(covered?.words).toContain('is away until')
  const told = await home.as('system', ({ db }) =>
    db
      .selectFrom('case_message')
      .select('meaning')
      .where('case_id', '=', caseId)
      .where('meaning', '=', 'owner-changed')
      .execute(),
  )
  expect(told).toHaveLength(1)
})

test('they are not given back; who is back is named and given cases again', async () => {
  const { caseId } = await taken()
  await away(jonas, inHours(2))
  await tick()
  home.clock.moveMinutes(121)
  await tick()
  expect(await ownerOf(caseId)).toBe(lead)
  expect((await deskOf(jonas)).awayUntil).toBeNull()
  await home.as(staff(lead, 'lead'), async (ctx) =>
    assignCase(ctx, caseId, { version: await versionOf(caseId), staffId: jonas, summary: 'Yours again.' }),
  )
  await tick()
  expect(await ownerOf(caseId)).toBe(jonas)
})

test('an absence to come changes nothing until it begins', async () => {
  const { caseId } = await taken()
  await away(jonas, inHours(48), inHours(24))
  await tick()
  expect(await ownerOf(caseId)).toBe(jonas)
  home.clock.moveMinutes(24 * 60)
  await tick()
  expect(await ownerOf(caseId)).toBe(lead)
})

test('the roster names nobody who is away, and what they were on duty for goes to somebody else', async () => {
  const before = [await complain(), await complain()]
  const ofJonas = await (async () => {
    for (const caseId of before) if ((await dutyOf(caseId)) === jonas) return caseId
    throw new Error('the roster named nobody in turn')
  })()
  await away(jonas)
  await tick()
  expect(await dutyOf(ofJonas)).toBe(lead)
  for (let n = 0; n < 4; n++) expect(await dutyOf(await complain())).toBe(lead)
})

test('where everybody is away a new complaint is still somebody’s', async () => {
  await away(jonas)
  await away(lead)
  expect([jonas, lead]).toContain(await dutyOf(await complain()))
})

test('nobody left to cover fails no tick: the case stays, a lead’s desk says so, and whoever comes next covers it', async () => {
  await only(jonas, lead)
  const many = await Promise.all([taken(), taken()])
  await home.house.ownerPool.query('update cases set about_staff_ids = array[$1::uuid] where case_id = $2', [
    lead,
    many[0].caseId,
  ])
  await away(jonas)
  await expect(tick()).resolves.toBeUndefined()
  expect([await ownerOf(many[0].caseId), await ownerOf(many[1].caseId)]).toEqual([jonas, lead])
  home.clock.moveMinutes(4)
  await tick()
  const nina = await home.addPerson('Nina Roth', 'lead')
  expect(await deskOf(nina, 'lead')).toMatchObject({ uncovered: 1 })
  expect(await deskOf(lead, 'lead'), 'it is about them').toMatchObject({ uncovered: 0 })
  expect(await deskOf(nina), 'a handler can do nothing').toMatchObject({ uncovered: 0 })
  await only(jonas, lead, nina)
  await tick()
  expect(await ownerOf(many[0].caseId)).toBe(nina)
  expect(await deskOf(nina, 'lead')).toMatchObject({ uncovered: 0 })
})

test('of more cases than one round takes, those nobody is left for keep none of the others back', async () => {
  await only(jonas, lead)
  for (let n = 0; n < 51; n++) await complain()
  await home.house.ownerPool.query(
    'update cases set duty_staff_id = $2, about_staff_ids = array[$1::uuid] where owner_staff_id is null',
    [lead, jonas],
  )
  const { caseId } = await taken()
  await away(jonas)
  await tick()
  expect(await ownerOf(caseId)).toBe(lead)
})

test('who is away takes nothing and is given nothing, in words; they say themselves that they are back', async () => {
  const caseId = await complain()
  const theirs = (await taken()).caseId
  await away(jonas)
  const words = { code: 'wrong-state', message: expect.stringContaining('away') as string }
  await expect(
    home.as(staff(jonas), async (ctx) => takeCase(ctx, caseId, await versionOf(caseId))),
  ).rejects.toMatchObject(words)
  await expect(home.as(staff(jonas), takeNext)).rejects.toMatchObject(words)
  await tick()
  const give = async (to: StaffId | null) =>
    home.as(staff(lead, 'lead'), async (ctx) =>
      assignCase(ctx, theirs, { version: await versionOf(theirs), staffId: to, summary: 'Please.' }),
    )
  await expect(give(jonas)).rejects.toMatchObject({
    code: 'invalid',
    message: 'This colleague is away. Name somebody who is here.',
  })
  expect((await deskOf(jonas)).awayUntil).not.toBeNull()
  await home.as(staff(jonas), (ctx) => sayBack(ctx, jonas))
  await expect(home.as(staff(jonas), (ctx) => sayBack(ctx, jonas))).rejects.toMatchObject({ code: 'wrong-state' })
  await give(jonas)
  expect(await ownerOf(theirs)).toBe(jonas)
})

test('back to the pool is whoever is next on its roster, not who had it, and can be undone', async () => {
  await only(jonas, lead)
  const { caseId } = await taken()
  const give = async () =>
    home.as(staff(lead, 'lead'), async (ctx) =>
      assignCase(ctx, caseId, { version: await versionOf(caseId), staffId: null, summary: 'Too much at once.' }),
    )
  const { version } = await give()
  expect(await ownerOf(caseId)).toBe(lead)
  await home.as(staff(lead, 'lead'), (ctx) => undoHandOver(ctx, caseId, version))
  expect(await ownerOf(caseId)).toBe(jonas)
  await only(jonas)
  await expect(give()).rejects.toMatchObject({
    code: 'wrong-state',
    message: 'Nobody else is left on the roster of its pool.',
  })
  const waiting = await complain()
  await only(jonas, lead)
  const before = await dutyOf(waiting)
  await home.as(staff(lead, 'lead'), async (ctx) =>
    assignCase(ctx, waiting, { version: await versionOf(waiting), staffId: null, summary: 'Somebody else.' }),
  )
  expect([await ownerOf(waiting), (await dutyOf(waiting)) === before]).toEqual([null, false])
})

test('an absence is of somebody who works here, ends after it begins, after now and within a year', async () => {
  const gone = await home.addPerson('Gone Long', 'handler')
  await home.as('system', (ctx) => disablePerson(ctx, gone, null))
  await expect(away(gone)).rejects.toMatchObject({ code: 'invalid' })
  await expect(away(mailbox as unknown as StaffId)).rejects.toMatchObject({ code: 'not-found' })
  await expect(away(jonas, inHours(-1))).rejects.toMatchObject({ code: 'invalid' })
  await expect(away(jonas, inHours(1), inHours(2))).rejects.toMatchObject({ code: 'invalid' })
  await expect(away(jonas, inHours(24 * 400))).rejects.toMatchObject({ code: 'invalid' })
})
