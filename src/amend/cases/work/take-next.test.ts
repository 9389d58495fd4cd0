// Take next gives every case one owner, however many people press it at once.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, caseOf, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { assignCase } from './assign-case.ts'
import { disablePerson } from '../../../platform/staff/disable-person.ts'
import { correctMeaning } from './correct-meaning.ts'
import { coverCases, coverWhoLeft } from './cover-cases.ts'
import { takeCase } from './take-case.ts'
import { takeNext } from './take-next.ts'

const { home, mailbox } = await openCaseDesk()
const handlers: StaffId[] = []

beforeAll(async () => {
  for (let n = 0; n < 50; n++) handlers.push(await home.addPerson(`Handler ${String(n)}`, 'handler'))
})
afterAll(() => home.close())

const complain = async (n: number): Promise<CaseId> =>
  (await writeIn(home, mailbox, { from: `customer${String(n)}@customer.example`, text: 'It is broken.' })).caseId

test('fifty people who take at once get fifty cases where there are fifty, and nobody gets one twice', async () => {
  for (let n = 0; n < 50; n++) await complain(n)
  const taken = await Promise.all(handlers.map((one) => home.as(staff(one), (ctx) => takeNext(ctx))))
  expect(new Set(taken.map(({ caseId }) => caseId)).size).toBe(50)
  await expect(home.as(staff(handlers[0]!), (ctx) => takeNext(ctx))).rejects.toMatchObject({ code: 'wrong-state' })
})

test('fifty people who want the same case make one owner, and the others are told', async () => {
  const caseId = await complain(100)
  const tries = await Promise.allSettled(handlers.map((one) => home.as(staff(one), (ctx) => takeCase(ctx, caseId, 1))))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual(
    Array.from({ length: 49 }, () => 'conflict'),
  )
})

test('the one due first is taken first', async () => {
  const first = await complain(201)
  home.clock.moveMinutes(1)
  await complain(202)
  expect(await home.as(staff(handlers[3]!), (ctx) => takeNext(ctx))).toEqual({ caseId: first })
})

test('a case whose letter is being counted at this moment is taken all the same, when that is done', async () => {
  await complain(250)
  const [locked, counted] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const counting = home.as('system', async ({ db }) => {
    await db.selectFrom('cases').select('case_id').forNoKeyUpdate().execute()
    locked.resolve(undefined)
    await counted.promise
  })
  await locked.promise
  const taking = home.as(staff(handlers[4]!), (ctx) => takeNext(ctx))
  const early = await Promise.race([
    taking.then(
      () => 'taken',
      () => 'refused',
    ),
    pause(300, 'waiting'),
  ])
  counted.resolve(undefined)
  await counting
  expect([early, typeof (await taking).caseId]).toEqual(['waiting', 'string'])
})

test('the roster names whoever was named longest ago, and never the same person twice in a row', async () => {
  const duties: StaffId[] = []
  for (let n = 300; n < 310; n++) duties.push((await caseOf(home, await complain(n))).current.dutyStaffId)
  expect(new Set(duties).size).toBe(10)
})

test('cases of somebody who left go to the successor, and the customer is told; the duty goes to the roster', async () => {
  const [left, successor] = [handlers[10]!, handlers[11]!]
  const owned = await complain(400)
  const { version } = (await caseOf(home, owned)).current
  await home.as(staff(left), (ctx) => takeCase(ctx, owned, version))
  const onDuty = await complain(401)
  await home.as('system', ({ db }) =>
    db.updateTable('cases').set({ duty_staff_id: left }).where('case_id', '=', onDuty).execute(),
  )
  await coverCases(home.house, home.organizationId, left, successor)
  await coverCases(home.house, home.organizationId, left, successor)
  expect((await caseOf(home, owned)).current.ownerStaffId).toBe(successor)
  expect((await caseOf(home, onDuty)).current.dutyStaffId).not.toBe(left)
  const told = await home.as('system', ({ db }) =>
    db
      .selectFrom('case_message')
      .select('meaning')
      .where('case_id', '=', owned)
      .where('meaning', '=', 'owner-changed')
      .execute(),
  )
  expect(told).toHaveLength(1)
})

test('a case that is opened again after its owner left finds a cover', async () => {
  const left = handlers[30]!
  const { caseId, messageId } = await writeIn(home, mailbox, { from: 'late@customer.example', text: 'It is broken.' })
  await home.as(staff(left), (ctx) => takeCase(ctx, caseId, 1))
  const over = (state: string) =>
    home.as('system', ({ db }) => db.updateTable('cases').set({ state }).where('case_id', '=', caseId).execute())
  await over('rejected')
  await home.as('system', (ctx) => disablePerson(ctx, left, null))
  await coverCases(home.house, home.organizationId, left, null)
  expect((await caseOf(home, caseId)).current.ownerStaffId).toBe(left)
  await home.as(staff(left), (ctx) => correctMeaning(ctx, caseId, { messageId, meaning: 'still-broken' }))
  await coverWhoLeft.run(home.house, home.organizationId)
  const { current } = await caseOf(home, caseId)
  expect([current.state, current.ownerStaffId === left]).toEqual(['in-progress', false])
})

test('a handover needs a summary and somebody who works here', async () => {
  const caseId = await complain(500)
  const { version } = (await caseOf(home, caseId)).current
  const owner = handlers[20]!
  await home.as(staff(owner), (ctx) => takeCase(ctx, caseId, version))
  const give = (summary: string, staffId: StaffId) =>
    home.as(staff(owner), (ctx) => assignCase(ctx, caseId, { version: version + 1, staffId, summary }))
  await expect(give('  ', handlers[21]!)).rejects.toMatchObject({ code: 'wrong-state' })
  await expect(give('All said.', caseId as unknown as StaffId)).rejects.toMatchObject({ code: 'invalid' })
  await give('All said.', handlers[21]!)
  expect((await caseOf(home, caseId)).current.ownerStaffId).toBe(handlers[21])
})

test('who waited for a case while it changed takes it all the same, though they asked before it changed', async () => {
  const caseId = await complain(200)
  const lea = await home.addPerson('Lea Sommer', 'handler')
  const changed = Promise.withResolvers<null>()
  const begun = Promise.withResolvers<null>()
  const taking = home.as(staff(lea), async (ctx) => {
    begun.resolve(null)
    await changed.promise
    return takeCase(ctx, caseId, (await caseOf(home, caseId)).current.version)
  })
  await begun.promise
  home.clock.moveTo(new Date(home.clock.now().getTime() + 5))
  await accept(home, caseId, 'acknowledgement')
  changed.resolve(null)
  await expect(taking).resolves.toMatchObject({ state: 'in-progress' })
  const { acknowledgedAt, takenAt, changedAt } = (await caseOf(home, caseId)).current
  expect(takenAt).toEqual(acknowledgedAt)
  expect(changedAt).toEqual(home.clock.now())
})

test('where the clock was put back a case is left alone, and says so', async () => {
  const caseId = await complain(201)
  home.clock.moveMinutes(-1)
  const { version } = (await caseOf(home, caseId)).current
  await expect(home.as(staff(handlers[1]!), (ctx) => takeCase(ctx, caseId, version))).rejects.toThrow(/clock/)
  home.clock.moveMinutes(1)
})
