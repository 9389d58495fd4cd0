// A promise of which a quarter is left is told once to whoever answers for it, by the figure its ring shows: over nights, changes of clocks, pauses,
// restarts and clocks that jump.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { promisesOf, staff, tickCases, writeIn } from '../../../tests/setup/cases.ts'
import { openNoticeDesk } from '../../../tests/setup/notices.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { assignCase } from '../cases/work/assign-case.ts'
import { givePromise } from '../cases/case-promises.ts'
import { seePromises } from '../cases/page/see-case.ts'
import { waitOnCase } from '../cases/work/wait-on-case.ts'
import { takeCase } from '../cases/work/take-case.ts'

const desk = await openNoticeDesk()
const { home, jonas, mailbox } = desk
const lea = await home.addPerson('Lea Brandt', 'handler')
afterAll(() => home.close())

// Tuesday noon in Berlin, a week later each time: what is promised within a day is due on Wednesday noon, so a quarter is left on Wednesday at ten.
let weeks = 0
beforeEach(() => {
  weeks += 1
  home.clock.moveTo(new Date(Date.parse('2026-11-17T11:00:00Z') + weeks * 7 * 86_400_000))
})

const told = async (staffId: StaffId, caseId: CaseId): Promise<number> =>
  (await desk.noted(staffId)).filter((one) => one.kind === 'promise-due' && one.caseId === caseId).length
const tickAt = async (text: string): Promise<void> => {
  const [days = '0', hour = ''] = text.split(' ')
  const day = new Date(Date.parse('2026-11-17T00:00:00Z') + (weeks * 7 + Number(days)) * 86_400_000)
  home.clock.moveTo(new Date(`${day.toISOString().slice(0, 10)}T${hour}Z`))
  await desk.tick()
}
/** A case whose acknowledgement and first answer are promised. */
async function mine(): Promise<CaseId> {
  const { caseId } = await desk.taken()
  await desk.tick()
  return caseId
}

test('with a quarter of the business time left its owner is told, once, however often it is looked at', async () => {
  const caseId = await mine()
  await tickAt('1 08:59:30')
  expect(await told(jonas, caseId)).toBe(0)
  await tickAt('1 09:00:30')
  expect(await told(jonas, caseId)).toBe(1)
  const { promises } = await home.as(staff(jonas), (ctx) => seePromises(ctx, caseId))
  expect(promises.find(({ kind }) => kind === 'first-answer')?.clock.state).toBe('due')
  for (const at of ['1 09:01:30', '1 09:05:00', '1 10:00:00', '1 10:59:00', '1 12:00:00']) await tickAt(at)
  expect(await told(jonas, caseId)).toBe(1)
})

test('where exactly a quarter is left at closing time, nobody is told before the next opening', async () => {
  // Received at eleven in Berlin: due on Wednesday at eleven, so that two business hours are left at five, and all night.
  await tickAt('0 10:00:00')
  const caseId = await mine()
  for (const at of ['0 15:59:00', '0 16:01:00', '0 20:00:00', '1 03:00:00', '1 07:59:00']) {
    await tickAt(at)
    expect(await told(jonas, caseId), at).toBe(0)
  }
  await tickAt('1 08:02:00')
  expect(await told(jonas, caseId)).toBe(1)
})

test('of a case that nobody has taken the duty person is told, and whoever takes it when it runs low already', async () => {
  const { caseId } = await writeIn(home, mailbox, { from: 'duty@customer.example', text: 'It leaks.' })
  const { duty_staff_id: duty } = await home.as('system', ({ db }) =>
    db.selectFrom('cases').select('duty_staff_id').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  )
  await desk.tick()
  await tickAt('1 09:10:00')
  const before = await told(duty as StaffId, caseId)
  // The acknowledgement was due on Tuesday and has not left: that was told as well.
  expect(before).toBeGreaterThanOrEqual(1)
  const other = duty === jonas ? lea : jonas
  await home.as(staff(other), async (ctx) => takeCase(ctx, caseId, await desk.versionOf(caseId)))
  await tickAt('1 09:20:00')
  expect(await told(other, caseId)).toBeGreaterThanOrEqual(1)
  expect(await told(duty as StaffId, caseId)).toBe(before)
})

test('after it went to a colleague and came back nobody is told twice', async () => {
  const caseId = await mine()
  await tickAt('1 09:10:00')
  const hand = (from: StaffId, to: StaffId) =>
    home.as(staff(from), async (ctx) =>
      assignCase(ctx, caseId, { version: await desk.versionOf(caseId), staffId: to, summary: 'It is broken.' }),
    )
  await hand(jonas, lea)
  await tickAt('1 09:20:00')
  await hand(lea, jonas)
  await tickAt('1 09:30:00')
  expect([await told(jonas, caseId), await told(lea, caseId)]).toEqual([1, 1])
})

test('while we wait for the customer nothing runs low; afterwards it does by the new due time', async () => {
  const caseId = await mine()
  const until = new Date(home.clock.now().getTime() + 3 * 86_400_000)
  await home.as(staff(jonas), async (ctx) =>
    waitOnCase(ctx, caseId, { version: await desk.versionOf(caseId), for: 'customer', reason: 'a photo', until }),
  )
  await desk.tick()
  await tickAt('1 09:30:00')
  await tickAt('2 09:30:00')
  expect(await told(jonas, caseId)).toBe(0)
  await desk.answers(await storyOf(caseId), 'Here is the photo.')
  await desk.tick()
  const due = (await promisesOf(home, caseId)).find(({ kind }) => kind === 'first-answer')?.dueAt
  expect(due?.toISOString().slice(11, 16)).not.toBe('11:00')
  for (let minutes = 0; minutes < 12 * 60 && (await told(jonas, caseId)) === 0; minutes += 10) await desk.tickLater(10)
  expect(await told(jonas, caseId)).toBe(1)
  const { promises } = await home.as(staff(jonas), (ctx) => seePromises(ctx, caseId))
  const share = promises.find(({ kind }) => kind === 'first-answer')?.clock.share ?? 0
  expect(share).toBeLessThan(0.25)
  expect(share, 'ten minutes before it was more').toBeGreaterThan(0.25 - 12 / 480)
})

test('a desk that was away tells it late, and not of what broke long ago', async () => {
  const [away, longAway] = [await mine(), await mine()]
  await home.house.ownerPool.query(
    `update promise set due_at = due_at - interval '3 days', unpaused_due_at = unpaused_due_at - interval '3 days', made_at = made_at - interval '3 days'
     where case_id = $1 and kind = 'first-answer'`,
    [longAway],
  )
  home.clock.moveTo(new Date(home.clock.now().getTime() + 25 * 3_600_000))
  await tickCases(home)
  await desk.tick()
  await desk.tickLater()
  expect(await told(jonas, away)).toBe(1)
  expect(await told(jonas, longAway)).toBe(0)
})

test('a clock that jumps ahead and back tells once', async () => {
  const caseId = await mine()
  await tickAt('1 09:10:00')
  await tickAt('0 11:10:00')
  await tickAt('1 09:10:00')
  expect(await told(jonas, caseId)).toBe(1)
})

test('what a person promised runs by the wall clock, over the night in which the clocks change', async () => {
  home.clock.moveTo(new Date('2027-03-27T12:00:00Z'))
  const { caseId } = await desk.taken()
  const dueAt = new Date(home.clock.now().getTime() + 24 * 3_600_000)
  await home.as(staff(jonas), (ctx) => givePromise(ctx, caseId, { about: 'a call', dueAt }))
  await desk.tick()
  const before = await told(jonas, caseId)
  home.clock.moveMinutes(18 * 60 - 1)
  await desk.tick()
  expect(await told(jonas, caseId)).toBe(before)
  home.clock.moveMinutes(2)
  await desk.tick()
  expect(await told(jonas, caseId)).toBe(before + 1)
})

test('outside a person’s hours promises are told at once where they want that, and otherwise when their hours begin', async () => {
  const hours = {
    weekly: { '0': [[600, 660]] as [number, number][] },
    choices: { 'promise-due': ['browser' as const] },
  }
  const caseId = await mine()
  await desk.wants(jonas, { ...hours, promisesAlways: false })
  await tickAt('1 09:10:00')
  await desk.tickLater(2)
  expect(await desk.deliveries(jonas)).toEqual([])
  await desk.wants(jonas, { ...hours, promisesAlways: true })
  await desk.tickLater(2)
  expect(await desk.deliveries(jonas)).toMatchObject([{ way: 'browser', state: 'sent' }])
  expect(await told(jonas, caseId)).toBe(1)
})

const storyOf = async (caseId: CaseId) =>
  home.as('system', async ({ db }) => {
    const row = await db
      .selectFrom('cases')
      .select(['conversation_id as conversationId', 'customer_id as customerId', 'opening_message_id as messageId'])
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    return row as unknown as Parameters<typeof desk.answers>[0]
  })
