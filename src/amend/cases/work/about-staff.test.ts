// A complaint that names a colleague: they are never on duty for it and cannot take it; and no complaint is left lying for it.
import { afterAll, expect, test } from 'vitest'
import { caseOf, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { nameSubject } from './name-subject.ts'
import { seeCase } from '../page/see-case.ts'
import { seeTimeline } from '../page/see-timeline.ts'
import { takeCase } from './take-case.ts'

const { home, mailbox, jonas } = await openCaseDesk()
afterAll(() => home.close())

const complain = async (text: string) => {
  const { caseId } = await writeIn(home, mailbox, { text })
  return { caseId, current: (await caseOf(home, caseId)).current }
}

test('whoever is named is on duty for none of them, and cannot take them', async () => {
  for (let n = 0; n < 3; n++) {
    const { caseId, current } = await complain('Your colleague Jonas Weber shouted at me in the shop.')
    expect(current).toMatchObject({ aboutStaffIds: [jonas], dutyStaffId: home.founder })
    await expect(home.as(staff(jonas), (ctx) => takeCase(ctx, caseId, 1))).rejects.toMatchObject({
      code: 'wrong-state',
    })
  }
})

test('a first name is nobody’s', async () => {
  expect((await complain('Jonas shouted at me.')).current.aboutStaffIds).toEqual([])
})

test('a complaint that names everybody who could answer goes to the highest of them, and the log and the page say so', async () => {
  for (let n = 0; n < 3; n++) {
    const { current } = await complain('Jonas Weber and Amira Haddad both lied to me.')
    expect(current).toMatchObject({ aboutStaffIds: [jonas], dutyStaffId: home.founder, state: 'received' })
  }
  const { caseId } = await complain('Amira Haddad lied to me, and Jonas Weber laughed.')
  await expect(home.as(staff(jonas), (ctx) => takeCase(ctx, caseId, 1))).rejects.toMatchObject({ code: 'wrong-state' })
  const log = await home.as('system', ({ db }) =>
    db
      .selectFrom('decision')
      .select('reason')
      .where('case_id', '=', caseId)
      .where('kind', '=', 'duty-person')
      .execute(),
  )
  expect(log).toMatchObject([{ reason: expect.stringContaining('names everybody') }])
  const { entries } = await home.as(staff(home.founder), (ctx) => seeTimeline(ctx, { caseId }, undefined))
  expect(entries.map(({ kind }) => kind)).toContain('case-naming-everybody')
})

test('what a lead says later takes it from the colleague, and the page says why', async () => {
  const { caseId } = await complain('Somebody at the till shouted at me.')
  await home.as(staff(jonas), (ctx) => takeCase(ctx, caseId, 1))
  const lead = await home.addPerson('Tomas Lind', 'lead')
  const asLead = staff(lead, 'lead')
  const { version } = (await caseOf(home, caseId)).current
  await home.as(asLead, (ctx) => nameSubject(ctx, caseId, { version, staffId: jonas }))
  const { current } = await caseOf(home, caseId)
  expect(current.aboutStaffIds).toEqual([jonas])
  expect([home.founder, lead]).toContain(current.ownerStaffId)
  expect((await home.as(asLead, (ctx) => seeCase(ctx, caseId))).about).toEqual(['Jonas Weber'])
})
