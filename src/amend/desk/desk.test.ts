// The desk as people see it: the right next case with its reason, their own by next promise, and the figures of their day.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, caseOf, staff, tickCases, writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../tests/setup/customers.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import type { ChannelId, StaffId } from '../../shared/ids.ts'
import { takeNext } from '../cases/work/take-next.ts'
import { dayOf } from './day.rules.ts'
import { deskView, usualLines } from './desk.schema.ts'
import { seeDesk } from './see-desk.ts'

let home: TestHouse
let mailbox: ChannelId
let jonas: StaffId
beforeAll(async () => {
  home = await openTestHouse()
  mailbox = await connectMailbox(home)
  jonas = await home.addPerson('Jonas Weber', 'handler')
})
afterAll(() => home.close())

const desk = (role: 'handler' | 'lead' = 'handler') => home.as(staff(jonas, role), (ctx) => seeDesk(ctx, usualLines))

test('an empty desk has nothing next and says so with zeros', async () => {
  expect(await desk()).toMatchObject({ next: null, waiting: 0, mine: [], toConfirm: 0, quarantined: 0, team: [] })
})

test('next is the case due first, with the reason; taking it makes it mine', async () => {
  const first = await writeIn(home, mailbox, { from: 'a@customer.example', text: 'The kettle leaks.' })
  home.clock.moveMinutes(1)
  await writeIn(home, mailbox, { from: 'b@customer.example', text: 'The lamp is broken.' })
  const before = await desk()
  expect(before).toMatchObject({
    waiting: 2,
    next: { line: { caseId: first.caseId }, why: { key: 'due-first', values: { waiting: '2' } } },
  })
  expect(deskView.parse(before)).toEqual(before)
  await home.as(staff(jonas), takeNext)
  const after = await desk()
  expect(after).toMatchObject({
    waiting: 1,
    mine: [{ caseId: first.caseId, last: { direction: 'in', text: 'The kettle leaks.' } }],
  })
  expect(after.next?.why.key).toBe('only-one')
})

test('kept, open, at risk and broken are counted for today in the company’s zone', async () => {
  const { mine } = await desk()
  const caseId = mine[0]!.caseId
  await accept(home, caseId, 'acknowledgement')
  expect((await desk()).promises).toEqual({ keptToday: 1, openToday: 1, atRisk: 1, broken: 0 })
  home.clock.moveMinutes(16)
  expect((await desk()).promises).toMatchObject({ broken: 1 })
  await tickCases(home)
  expect((await desk()).promises).toMatchObject({ keptToday: 1, openToday: 0, broken: 1 })
  expect((await desk()).next?.line.promise).toMatchObject({ kind: 'acknowledgement', clock: { state: 'late' } })
  home.clock.moveMinutes(24 * 60)
  expect((await desk()).promises).toMatchObject({ keptToday: 0 })
})

test('a case about somebody is neither shown nor given to them', async () => {
  const { next } = await desk()
  await home.as('system', ({ db }) =>
    db
      .updateTable('cases')
      .set({ about_staff_ids: [jonas] })
      .where('case_id', '=', next!.line.caseId)
      .execute(),
  )
  expect(await desk()).toMatchObject({ next: null, waiting: 0 })
  await expect(home.as(staff(jonas), takeNext)).rejects.toMatchObject({ code: 'wrong-state' })
  const other = await writeIn(home, mailbox, { from: 'c@customer.example', text: 'The chair is broken.' })
  expect(await home.as(staff(jonas), takeNext)).toEqual({ caseId: other.caseId })
  expect((await caseOf(home, next!.line.caseId)).current.ownerStaffId).toBeNull()
})

test('a lead sees what everybody has open', async () => {
  expect((await desk('lead')).team).toEqual([
    expect.objectContaining({ name: 'Amira Haddad', open: 0 }),
    expect.objectContaining({ name: 'Jonas Weber', open: 2 }),
  ])
})

test('of many cases of mine the first are shown, and all are counted', async () => {
  const rowan = await home.addPerson('Rowan Fox', 'handler')
  const see = (most: number) => home.as(staff(rowan), (ctx) => seeDesk(ctx, most))
  for (const from of ['c@customer.example', 'd@customer.example', 'e@customer.example'])
    await writeIn(home, mailbox, { from, text: 'The lamp is broken.' })
  for (let taken = 0; taken < 3; taken++) await home.as(staff(rowan), takeNext)
  const all = await see(3)
  expect(all).toMatchObject({ mineOpen: 3 })
  expect(await see(2)).toMatchObject({ mineOpen: 3, mine: all.mine.slice(0, 2) })
})

test.each([
  ['Europe/Berlin', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['Europe/Berlin', '2026-10-25T10:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['America/Santiago', '2026-09-06T12:00:00Z', '2026-09-06T04:00:00Z', '2026-09-07T03:00:00Z'],
  ['Asia/Kolkata', '2026-01-01T18:29:00Z', '2025-12-31T18:30:00Z', '2026-01-01T18:30:00Z'],
])('today in %s at %s', (zone, now, start, end) => {
  expect(dayOf(new Date(now), zone)).toEqual({ start: new Date(start), end: new Date(end) })
})
