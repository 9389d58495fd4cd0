// The company can be renamed and moved to another zone: letters follow, business days and the audit trail do not forget.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import type { Context } from '../context/context.ts'
import { changeCompany, seeCompany } from './change-company.ts'

let desk: TestHouse
beforeAll(async () => {
  desk = await openTestHouse()
})
afterAll(() => desk.close())

const asAdministrator = <Result>(work: (ctx: Context) => Promise<Result>) =>
  desk.as({ kind: 'staff', staffId: desk.founder, role: 'administrator' }, work)
const moved = { name: 'Halden Living', kindOfBusiness: 'furniture', timeZone: 'Europe/Lisbon' }
const trail = () =>
  desk.as('system', ({ db }) =>
    db
      .selectFrom('audit_entry')
      .select(['actor_id', 'details'])
      .where('action', '=', 'organization.changed')
      .orderBy('sequence')
      .execute(),
  )

test('a change holds at once, and the audit trail says who changed what', async () => {
  const before = await asAdministrator(seeCompany)
  expect(await asAdministrator((ctx) => changeCompany(ctx, moved))).toEqual(moved)
  expect(await asAdministrator(seeCompany)).toEqual(moved)
  expect(await trail()).toEqual([{ actor_id: desk.founder, details: { before, after: moved } }])
})

test('a change that changes nothing leaves no trace', async () => {
  await asAdministrator((ctx) => changeCompany(ctx, moved))
  expect(await trail()).toHaveLength(1)
})

test('the calendar keeps its own zone: business days move only when somebody says so', async () => {
  const zones = await desk.as('system', ({ db }) => db.selectFrom('calendar').select('time_zone').execute())
  expect(zones).toEqual([{ time_zone: 'Europe/Berlin' }])
})

test('an unknown zone is refused, and nothing changes', async () => {
  for (const timeZone of ['Europe/Atlantis', '+02:00', "x'; drop table organization; --"])
    await expect(asAdministrator((ctx) => changeCompany(ctx, { ...moved, timeZone }))).rejects.toMatchObject({
      code: 'invalid',
    })
  expect(await asAdministrator(seeCompany)).toEqual(moved)
})

test('another company stays as it is', async () => {
  const other = await desk.foundAnother('Rival')
  await asAdministrator((ctx) => changeCompany(ctx, { ...moved, name: 'Halden Again' }))
  const { rows } = await desk.house.ownerPool.query<{ name: string }>(
    `select name from organization where organization_id = '${other.organizationId}'`,
  )
  expect(rows).toEqual([{ name: 'Rival' }])
})
