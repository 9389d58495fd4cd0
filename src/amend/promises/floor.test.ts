// The floor on a real database: founded once, changed by version, never below its bounds, and old promises stay as they were.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { promisesOf, writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../tests/setup/customers.ts'
import { openTestHouse, testTerms, type TestHouse } from '../../../tests/setup/house.ts'
import { changeFloor, seeFloor } from './change-floor.ts'
import { foundFloor } from './found-floor.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openTestHouse()
})
afterAll(() => home.close())

const calendar = {
  timeZone: 'Asia/Kolkata',
  weekly: {
    '0': [
      [600, 720],
      [780, 1080],
    ] as [number, number][],
  },
  holidays: ['2026-12-25'],
}
const change = (terms: object) =>
  home.as({ kind: 'staff', staffId: home.founder, role: 'administrator' }, (ctx) =>
    changeFloor(ctx, { terms: { ...testTerms, ...terms }, calendar }),
  )

test('founding twice makes one floor, and everybody who works here is in its pool', async () => {
  await home.as('system', (ctx) => foundFloor(ctx, { timeZone: 'Europe/Berlin', terms: testTerms }))
  const made = await home.as('system', async ({ db }) => ({
    pools: await db.selectFrom('pool').select('pool_id').execute(),
    floors: await db.selectFrom('floor_policy').select('version').execute(),
    members: await db.selectFrom('pool_member').select('staff_id').execute(),
  }))
  expect(made).toMatchObject({ pools: [{}], floors: [{ version: 1 }], members: [{ staff_id: home.founder }] })
})

test('a new floor holds for what is promised from then on', async () => {
  const mailbox = await connectMailbox(home)
  const before = await writeIn(home, mailbox, { from: 'a@customer.example', text: 'Broken.' })
  const dues = async (caseId: typeof before.caseId) =>
    (await promisesOf(home, caseId)).map(({ kind, dueAt }) => [kind, dueAt])
  const old = await dues(before.caseId)
  const view = await change({ acknowledgeMinutes: 30 })
  expect(view).toMatchObject({ version: 2, terms: { acknowledgeMinutes: 30 }, calendar })
  expect(await home.as('system', seeFloor)).toEqual(view)
  expect(await dues(before.caseId)).toEqual(old)
  const after = await writeIn(home, mailbox, { from: 'b@customer.example', text: 'Broken.' })
  const acknowledgement = (await promisesOf(home, after.caseId)).find(({ kind }) => kind === 'acknowledgement')
  expect(acknowledgement).toMatchObject({ source: 'floor:2' })
  expect(acknowledgement?.dueAt).toEqual(new Date(home.clock.now().getTime() + 30 * 60_000))
})

test('nothing below the floor’s own bounds, and nothing that cannot be counted, becomes a floor', async () => {
  for (const terms of [
    { firstAnswerBusinessDays: 11 },
    { finalAnswerBusinessDays: 0 },
    { acknowledgeMinutes: 1441 },
    { firstAnswerBusinessDays: 9, finalAnswerBusinessDays: 8 },
  ])
    await expect(change(terms)).rejects.toMatchObject({ code: 'invalid' })
  const bad = home.as('system', (ctx) =>
    changeFloor(ctx, { terms: testTerms, calendar: { ...calendar, timeZone: 'Mars/Base' } }),
  )
  await expect(bad).rejects.toMatchObject({ code: 'invalid' })
  expect((await home.as('system', seeFloor)).version).toBe(2)
})

test('two who change it at once make two versions, one after the other', async () => {
  const views = await Promise.all([change({}), change({}), change({})])
  expect(views.map(({ version }) => version).toSorted()).toEqual([3, 4, 5])
})
