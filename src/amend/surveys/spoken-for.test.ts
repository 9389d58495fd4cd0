// A child, or somebody who has died, is not asked while somebody speaks for them; whoever speaks is, and so are they once nobody does.
import { afterAll, expect, test } from 'vitest'
import { staff } from '../../../tests/setup/cases.ts'
import { openSurveyDesk } from '../../../tests/setup/survey-desk.ts'
import { endRepresentation, represent } from '../../hear/customers/representatives/represent.ts'
import type { CaseId, CustomerId } from '../../shared/ids.ts'

const desk = await openSurveyDesk()
afterAll(() => desk.home.close())

const waitTwoDays = (): void => {
  desk.home.clock.moveMinutes(2.1 * 24 * 60)
}
const customerOf = async (caseId: CaseId): Promise<CustomerId> => {
  const find = 'select customer_id as id from cases where case_id = $1'
  return (await desk.home.house.ownerPool.query<{ id: CustomerId }>(find, [caseId])).rows[0]!.id
}
const lead = staff(desk.home.founder, 'administrator')

test.each([
  ['parent', 'left-out', 'spoken-for'],
  ['estate', 'left-out', 'spoken-for'],
  ['lawyer', 'asked', null],
] as const)('somebody for whom a %s writes: %s', async (kind, state, why) => {
  await desk.set({ state: 'on', afterHours: 48, share: 100, capDays: 90 })
  const [one, other] = [await desk.oneSettled(), await desk.oneSettled()]
  const [customerId, by] = [await customerOf(one.caseId), await customerOf(other.caseId)]
  const { spokenForBy } = await desk.home.as(lead, (ctx) =>
    represent(ctx, customerId, { by, kind, evidence: 'They say so.' }),
  )
  waitTwoDays()
  await desk.ask()
  expect(await desk.surveyOf(one.caseId)).toMatchObject({ state, why })
  expect(await desk.surveyOf(other.caseId)).toMatchObject({ state: 'asked' })

  await desk.home.as(lead, (ctx) => endRepresentation(ctx, spokenForBy[0]!.representationId, 'Of age.'))
  const later = await desk.write(one.from)
  waitTwoDays()
  await desk.ask()
  expect(await desk.surveyOf(later)).toMatchObject(state === 'asked' ? { why: 'asked-lately' } : { state: 'asked' })
})
