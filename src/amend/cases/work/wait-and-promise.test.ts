// What an owner puts off: waiting moves the clock, and what a person promised holds the case open until it is done.
import { afterAll, expect, test } from 'vitest'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { caseOf, staff, tickCases } from '../../../../tests/setup/cases.ts'
import { givePromise, keepGivenPromise } from '../case-promises.ts'
import { seeCase, seePromises } from '../page/see-case.ts'
import { resumeCase, waitOnCase } from './wait-on-case.ts'

const { home, jonas, taken, versionOf, answered, dueOf } = await openCaseDesk()
afterAll(() => home.close())

test('while we wait for the customer the clock stands still, and it is moved by what was waited in business time', async () => {
  const { caseId } = await taken()
  const [before, acknowledged] = [await dueOf(caseId, 'first-answer'), await dueOf(caseId, 'acknowledgement')]
  const until = new Date(home.clock.now().getTime() + 30 * 3_600_000)
  const version = await versionOf(caseId)
  await home.as(staff(jonas), (ctx) => waitOnCase(ctx, caseId, { version, for: 'customer', reason: 'A photo', until }))
  home.clock.moveMinutes(60)
  await home.as(staff(jonas), (ctx) => resumeCase(ctx, caseId, version + 1))
  expect(await dueOf(caseId, 'first-answer')).toEqual(new Date((before?.getTime() ?? 0) + 3_600_000))
  expect(await dueOf(caseId, 'acknowledgement')).toEqual(acknowledged)
})

test('a wait ends by itself when its time comes', async () => {
  const { caseId } = await taken()
  const until = new Date(home.clock.now().getTime() + 3_600_000)
  const version = await versionOf(caseId)
  await home.as(staff(jonas), (ctx) =>
    waitOnCase(ctx, caseId, { version, for: 'third-party', reason: 'The carrier', until }),
  )
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.state).toBe('waiting-for-third-party')
  const seen = await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))
  expect(seen.waiting).toEqual({ for: 'third-party', reason: 'The carrier', until: until.toISOString() })
  home.clock.moveMinutes(61)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.state).toBe('in-progress')
})

test('a promise that a person gave holds the case open until it is kept', async () => {
  const { caseId } = await taken()
  const dueAt = new Date(home.clock.now().getTime() + 40 * 86_400_000)
  const { promiseId } = await home.as(staff(jonas), (ctx) => givePromise(ctx, caseId, { about: 'I call you', dueAt }))
  await answered(caseId)
  home.clock.moveMinutes(8 * 24 * 60)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toBeNull()
  await home.as(staff(jonas), (ctx) => keepGivenPromise(ctx, caseId, promiseId))
  home.clock.moveMinutes(61)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toEqual(home.clock.now())
})

test('a promise that a person broke holds the case open until it is done, however late', async () => {
  const { caseId } = await taken()
  const dueAt = new Date(home.clock.now().getTime() + 3_600_000)
  const { promiseId } = await home.as(staff(jonas), (ctx) => givePromise(ctx, caseId, { about: 'I pay you', dueAt }))
  await answered(caseId)
  const seen = () => home.as(staff(jonas), (ctx) => seePromises(ctx, caseId))
  const given = async () => (await seen()).promises.find((one) => one.promiseId === promiseId)
  home.clock.moveMinutes(8 * 24 * 60)
  await tickCases(home)
  expect(await given()).toMatchObject({ status: 'broken', settledAt: null })
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toBeNull()
  const close = home.as('system', ({ db }) =>
    db
      .updateTable('cases')
      .set({ state: 'closed', closed_at: home.clock.now() })
      .where('case_id', '=', caseId)
      .execute(),
  )
  await expect(close).rejects.toMatchObject({ code: 'AM002' })
  await home.as(staff(jonas), (ctx) => keepGivenPromise(ctx, caseId, promiseId))
  expect(await given()).toMatchObject({ status: 'broken', settledAt: home.clock.now().toISOString() })
  home.clock.moveMinutes(61)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toEqual(home.clock.now())
})
