// Where nobody is left to cover the cases of who is away, the doctor says so in words; where somebody is, all is well.
import { afterAll, expect, test } from 'vitest'
import { coverWhoLeft } from '../../src/amend/cases/work/cover-cases.ts'
import { sayAbsent } from '../../src/amend/calendars/say-absent.ts'
import { deskFindings } from '../../src/commands/doctor-questions.sql.ts'
import { staff } from '../setup/cases.ts'
import { openCaseDesk } from '../setup/taken-case.ts'

const { home, jonas, taken } = await openCaseDesk()
afterAll(() => home.close())

const cover = async () => {
  const client = await home.house.ownerPool.connect()
  try {
    const findings = await deskFindings(client, home.clock.now())
    return findings.find(({ what }) => what === 'cover')?.wrong
  } finally {
    client.release()
  }
}

test('the doctor counts the cases that stay with who is away', async () => {
  const { caseId } = await taken()
  expect(await cover()).toBeNull()
  await home.house.ownerPool.query('update cases set about_staff_ids = array[$1::uuid] where case_id = $2', [
    home.founder,
    caseId,
  ])
  const until = new Date(home.clock.now().getTime() + 86_400_000)
  await home.as(staff(home.founder, 'lead'), (ctx) => sayAbsent(ctx, jonas, { from: null, until }))
  await coverWhoLeft.run(home.house, home.organizationId)
  expect(await cover(), 'a cover may still be on its way').toBeNull()
  home.clock.moveMinutes(4)
  expect(await cover()).toMatch(/^1 cases are with colleagues who left or are away, and nobody is left to cover them/)
  await home.addPerson('Nina Roth', 'handler')
  await coverWhoLeft.run(home.house, home.organizationId)
  expect(await cover()).toBeNull()
})
