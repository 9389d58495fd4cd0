// Two cases of one customer that are the same become one: what moves, what holds, and who is told.
import { afterAll, expect, test } from 'vitest'
import { accept, bounce, caseOf, letterOf, promisesOf, staff, tickCases } from '../../../../tests/setup/cases.ts'
import { openTwoCases, stateOf } from '../../../../tests/setup/two-cases.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { nameSubject } from '../work/name-subject.ts'
import { previewMerge } from './preview-merge.ts'
import { seeCase } from '../page/see-case.ts'
import { tellLate } from '../letters/tell-late.ts'
import { waitOnCase } from '../work/wait-on-case.ts'
import { answerCase } from '../work/answer-case.ts'
import { givePromise } from '../case-promises.ts'

const desk = await openTwoCases()
const { home, jonas, lea, lead, cases, take, merge, undo, again, versionOf } = desk
afterAll(() => home.close())

const asLead = staff(lead, 'lead')
const owed = async (caseId: CaseId) =>
  (await promisesOf(home, caseId)).filter((one) => one.owedUntil === null).map(({ kind, dueAt }) => ({ kind, dueAt }))
const earliest = (promises: readonly { kind: string; dueAt: Date }[], kind: string) =>
  new Date(Math.min(...promises.filter((one) => one.kind === kind).map(({ dueAt }) => dueAt.getTime())))
const letters = (caseIds: readonly CaseId[]) =>
  home.as('system', ({ db }) =>
    db
      .selectFrom('case_message')
      .innerJoin('outbox', 'outbox.message_id', 'case_message.message_id')
      .select(['meaning', 'state'])
      .where('case_id', 'in', [...caseIds])
      .orderBy('outbox.message_id')
      .execute(),
  )
const wrongState = { code: 'wrong-state' }

test('one stays with the earliest time of each kind; the other is merged and owes nothing', async () => {
  const [first, second] = await cases()
  const [ofFirst, ofSecond] = [await owed(first.caseId), await owed(second.caseId)]
  await take(second.caseId)
  const done = await merge(first.caseId, second.caseId)
  expect(done.caseId).toBe(second.caseId)
  expect(await stateOf(desk, first.caseId)).toBe('merged')
  expect(await owed(first.caseId)).toEqual([])
  const after = await owed(second.caseId)
  expect(after.map(({ kind }) => kind).sort()).toEqual(['final-answer', 'first-answer'])
  for (const kind of ['first-answer', 'final-answer'])
    expect(earliest(after, kind)).toEqual(earliest([...ofFirst, ...ofSecond], kind))
  expect((await caseOf(home, second.caseId)).nextDueAt).toEqual(earliest(after, 'first-answer'))
  expect((await caseOf(home, second.caseId)).current.ownerStaffId).toBe(jonas)
  // Nobody was written to because of it.
  expect((await letters([first.caseId, second.caseId])).map(({ meaning }) => meaning)).toEqual([
    'acknowledgement',
    'acknowledgement',
  ])
})

test('given promises go over, and the answer that keeps them is given in one place', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await take(second.caseId, lea)
  const dueAt = new Date(home.clock.now().getTime() + 86_400_000)
  await home.as(staff(jonas), (ctx) => givePromise(ctx, first.caseId, { about: 'a call', dueAt }))
  await merge(first.caseId, second.caseId)
  expect((await owed(second.caseId)).map(({ kind }) => kind).sort()).toEqual(['final-answer', 'first-answer', 'given'])
  const version = await versionOf(second.caseId)
  const answer = {
    version,
    text: 'A new lamp.',
    final: true,
    finding: 'founded',
    evidence: null,
    fileIds: [],
  } as const
  await home.as(staff(lea), (ctx) => answerCase(ctx, second.caseId, answer))
  await accept(home, second.caseId, 'answer')
  expect((await owed(second.caseId)).map(({ kind }) => kind)).toEqual(['given'])
  expect((await promisesOf(home, first.caseId)).map(({ status }) => status).sort()).not.toContain('open')
})

test('nobody waits for the customer any more, and no pause of the one moves a time of the other', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await take(second.caseId)
  const wait = async (caseId: CaseId) => {
    const until = new Date(home.clock.now().getTime() + 5 * 86_400_000)
    const version = await versionOf(caseId)
    await home.as(staff(jonas), (ctx) =>
      waitOnCase(ctx, caseId, { version, for: 'customer', reason: 'a photo', until }),
    )
  }
  const unpaused = earliest(await owed(first.caseId), 'final-answer')
  await wait(second.caseId)
  home.clock.moveMinutes(180)
  const preview = await home.as(asLead, (ctx) => previewMerge(ctx, first.caseId, second.caseId))
  expect(preview).toMatchObject({ no: null, endsWaiting: true, answersForIt: 'Jonas Weber' })
  await merge(first.caseId, second.caseId)
  expect(await stateOf(desk, second.caseId)).toBe('in-progress')
  expect(earliest(await owed(second.caseId), 'final-answer')).toEqual(unpaused)
  expect(preview.promises.filter(({ runsOn }) => runsOn).map(({ kind, dueAt }) => [kind, dueAt])).toEqual(
    (await owed(second.caseId))
      .map(({ kind, dueAt }) => [kind, dueAt.toISOString()])
      .sort((a, b) => (a[1]! < b[1]! ? -1 : 1)),
  )
  // From now on a wait moves all of them alike.
  await wait(second.caseId)
  home.clock.moveMinutes(59)
  await again(second, 'Here it is.')
  expect(earliest(await owed(second.caseId), 'final-answer').getTime()).toBe(unpaused.getTime() + 60 * 60_000)
})

test('a broken promise goes over and is told of by the case that stays, with a time no later than was promised', async () => {
  const [first, second] = await cases()
  await take(second.caseId)
  home.clock.moveMinutes(24 * 60)
  await tickCases(home)
  const due = earliest(await owed(second.caseId), 'final-answer')
  await merge(first.caseId, second.caseId)
  await home.as('system', (ctx) => tellLate(ctx, first.caseId))
  expect((await letters([second.caseId])).filter(({ meaning }) => meaning === 'late')).toHaveLength(1)
  const after = await promisesOf(home, second.caseId)
  expect(after.filter(({ kind, status }) => kind === 'first-answer' && status === 'broken')).toHaveLength(2)
  expect(after.filter(({ kind, status }) => kind === 'first-answer' && status === 'open')).toHaveLength(1)
  expect(earliest(await owed(second.caseId), 'final-answer') <= due).toBe(true)
})

test('who was not told yet that we have it is told once', async () => {
  const [first, second] = await cases({ acknowledged: false })
  await merge(second.caseId, first.caseId)
  const sent = await letters([first.caseId, second.caseId])
  expect(sent.map(({ state }) => state).sort()).toEqual(['cancelled', 'queued'])
  expect((await owed(first.caseId)).filter(({ kind }) => kind === 'acknowledgement')).toHaveLength(1)
  await accept(home, first.caseId, 'acknowledgement')
  expect((await caseOf(home, first.caseId)).current.state).toBe('acknowledged')
})

test('who was told of the one that is merged counts as told, and hears nothing of the other', async () => {
  const [first, second] = await cases({ acknowledged: false })
  await accept(home, first.caseId, 'acknowledgement')
  const done = await merge(first.caseId, second.caseId)
  expect((await caseOf(home, second.caseId)).current.acknowledgedAt).not.toBeNull()
  expect((await letters([second.caseId])).map(({ state }) => state)).toEqual(['cancelled'])
  await undo(done, second.caseId)
  expect((await letters([second.caseId])).map(({ state }) => state)).toEqual(['queued'])
  expect((await caseOf(home, second.caseId)).current).toMatchObject({ state: 'received', acknowledgedAt: null })
})

test('an answer of it that comes back opens the case that stands for it', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await desk.answered(first.caseId)
  const answerId = await letterOf(home, first.caseId, 'answer')
  await take(second.caseId)
  const done = await merge(first.caseId, second.caseId)
  await desk.answered(second.caseId)
  expect(await stateOf(desk, second.caseId)).toBe('answered')
  await bounce(home, answerId)
  expect(await stateOf(desk, second.caseId)).toBe('in-progress')
  expect(await stateOf(desk, first.caseId)).toBe('merged')
  await expect(undo(done, second.caseId)).rejects.toMatchObject(wrongState)
})

test('whom either is about is kept from both', async () => {
  const [first, second] = await cases()
  const subject = await home.addPerson('Paul Kern', 'lead')
  const version = await versionOf(first.caseId)
  await home.as(asLead, (ctx) => nameSubject(ctx, first.caseId, { version, staffId: subject }))
  await expect(merge(second.caseId, first.caseId, staff(subject, 'lead'))).rejects.toMatchObject({
    code: 'not-found',
  })
  await merge(first.caseId, second.caseId)
  expect((await caseOf(home, second.caseId)).current.aboutStaffIds).toContain(subject)
  await expect(home.as(staff(subject, 'lead'), (ctx) => seeCase(ctx, second.caseId))).rejects.toMatchObject({
    code: 'not-found',
  })
})
