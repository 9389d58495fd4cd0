// Who is asked how they were treated, when, and who is not.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bounce, staff } from '../../../tests/setup/cases.ts'
import { openSurveyDesk, type SurveyDesk } from '../../../tests/setup/survey-desk.ts'
import { eraseCustomer } from '../../platform/privacy/erase-customer.ts'
import type { CaseId, IdentityId, MessageId } from '../../shared/ids.ts'
import { privacy } from '../../wiring.ts'
import { rejectCase, reopenCase } from '../cases/work/reject-case.ts'
import { atPlace, placeOf } from './open-survey.ts'
import { unsubscribe } from './stop-surveys.ts'
import { dayMs, type SurveySetting } from './survey.rules.ts'
import { drawCaseJob, noteReturnedSurveyJob, stopReportedJob } from './survey.jobs.ts'

let desk: SurveyDesk
const days = (some: number): void => {
  desk.home.clock.moveMinutes(some * 24 * 60)
}
beforeAll(async () => {
  desk = await openSurveyDesk()
})
afterAll(() => desk.home.close())

const on: Partial<SurveySetting> = { state: 'on', afterHours: 48, share: 100, capDays: 90 }
const lettersTo = (address: string): number =>
  desk.sent.filter(({ to, unsubscribeUrl }) => to.address === address && unsubscribeUrl !== undefined).length
const decisionsOn = (caseId: CaseId) =>
  desk.home.as('system', ({ db }) =>
    db.selectFrom('decision').selectAll().where('case_id', '=', caseId).where('kind', 'like', 'survey%').execute(),
  )
const reopen = async (caseId: CaseId): Promise<unknown> => {
  const version = await desk.versionOf(caseId)
  return desk.home.as(staff(desk.jonas), (ctx) => reopenCase(ctx, caseId, { version, reason: 'They called.' }))
}
const payload = (rest: Readonly<Record<string, string>>) => ({ organizationId: desk.home.organizationId, ...rest })

test('nobody is asked before an administrator has said so', async () => {
  const { caseId, from } = await desk.oneSettled()
  days(5)
  await desk.ask()
  expect([await desk.surveyOf(caseId), lettersTo(from)]).toEqual([undefined, 0])
})

test('a customer is asked once, two days after the case was settled, with the chance written down', async () => {
  await desk.set(on)
  const { caseId, from } = await desk.oneSettled()
  expect(await desk.surveyOf(caseId)).toMatchObject({ state: 'waiting', chance: 1 })
  days(1.9)
  await desk.ask()
  expect(lettersTo(from)).toBe(0)
  days(0.2)
  await desk.ask()
  await desk.ask()
  expect(lettersTo(from)).toBe(1)
  const letter = desk.sent.findLast(({ to }) => to.address === from)
  expect(letter).toMatchObject({
    isAutomatic: true,
    subject: expect.stringMatching(/^How did we treat you\? Case A-\d+$/),
  })
  expect(letter?.text).toContain('Jonas then looks at it again')
  const survey = await desk.surveyOf(caseId)
  expect(survey).toMatchObject({ state: 'asked', answered_at: null })
  expect(survey!.closes_at!.getTime() - survey!.asked_at!.getTime()).toBe(30 * dayMs)
  expect(await decisionsOn(caseId)).toMatchObject([{ kind: 'survey-draw', chosen: 'ask', propensity: 1 }])
})

test('a case that is settled again after it was asked about is not asked about again; before, it waits anew', async () => {
  const { caseId, from, story } = await desk.oneSettled()
  days(1)
  await reopen(caseId)
  days(1.5)
  await desk.ask()
  expect(await desk.surveyOf(caseId)).toMatchObject({ state: 'left-out', why: 'open-again' })
  await desk.answered(caseId)
  await desk.settled({ ...story, caseId, from })
  expect(await desk.surveyOf(caseId)).toMatchObject({ state: 'waiting', why: null })
  days(2.1)
  await desk.ask()
  expect(lettersTo(from)).toBe(1)
  await reopen(caseId)
  await desk.answered(caseId)
  await desk.settled({ ...story, caseId, from })
  days(200)
  await desk.ask()
  expect(lettersTo(from)).toBe(1)
})

test('nobody is asked twice within the days of the cap, whatever they had settled', async () => {
  const first = await desk.oneSettled()
  days(2.1)
  await desk.ask()
  const again = await desk.write(first.from)
  days(2.1)
  await desk.ask()
  expect(await desk.surveyOf(again)).toMatchObject({ state: 'left-out', why: 'asked-lately' })
  expect(await decisionsOn(again)).toMatchObject([{ chosen: 'ask' }, { chosen: 'do-not-ask' }])
  days(89)
  const later = await desk.write(first.from)
  days(2.1)
  await desk.ask()
  expect(await desk.surveyOf(later)).toMatchObject({ state: 'asked' })
  expect(lettersTo(first.from)).toBe(2)
})

test('a share is drawn, and who was not drawn stays so', async () => {
  await desk.set({ share: 1 })
  const { caseId, from } = await desk.oneSettled()
  const survey = await desk.surveyOf(caseId)
  expect(survey).toMatchObject({ state: 'not-drawn', chance: 0.01 })
  expect(await decisionsOn(caseId)).toMatchObject([{ chosen: 'do-not-ask', propensity: 0.99 }])
  await drawCaseJob.run(desk.home.house, payload({ caseId }))
  days(3)
  await desk.ask()
  expect(lettersTo(from)).toBe(0)
  await desk.set({ share: 100 })
})

test('paused, who waits waits on, but not for ever; off, they are let go', async () => {
  const [soon, late] = [await desk.oneSettled(), await desk.oneSettled()]
  await desk.set({ state: 'paused' })
  days(3)
  await desk.ask()
  expect(await desk.surveyOf(soon.caseId)).toMatchObject({ state: 'waiting' })
  const meanwhile = await desk.oneSettled()
  await desk.set({ state: 'on' })
  days(0.1)
  await desk.ask()
  expect([lettersTo(soon.from), lettersTo(late.from), lettersTo(meanwhile.from)]).toEqual([1, 1, 0])
  await desk.set({ state: 'paused' })
  days(9.5)
  await desk.set({ state: 'on' })
  await desk.ask()
  expect(await desk.surveyOf(meanwhile.caseId)).toMatchObject({ state: 'left-out', why: 'too-late' })
  const dropped = await desk.oneSettled()
  await desk.set({ state: 'off' })
  days(2.1)
  await desk.ask()
  expect(await desk.surveyOf(dropped.caseId)).toMatchObject({ state: 'left-out', why: 'switched-off' })
  await desk.set({ state: 'on' })
  await desk.ask()
  expect(lettersTo(dropped.from)).toBe(0)
})

test('settings are changed by one at a time, and the audit trail says from what to what', async () => {
  await desk.set({ afterHours: 24 })
  const audit = await desk.home.as('system', ({ db }) =>
    db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'surveys.changed')
      .orderBy('sequence', 'desc')
      .executeTakeFirst(),
  )
  expect(audit?.details).toMatchObject({ before: { afterHours: 48 }, after: { afterHours: 24 } })
  await expect(desk.set({ version: 0 })).rejects.toMatchObject({ code: 'conflict' })
  await desk.set({ afterHours: 48 })
})

test('whoever unsubscribed, was reported for, was erased, or whose letters return is not asked', async () => {
  const people = [await desk.oneSettled(), await desk.oneSettled(), await desk.oneSettled(), await desk.oneSettled()]
  days(2.1)
  await desk.ask()
  const [left, reporting, , bouncing] = people
  const place = (await placeOf(desk.home.house, desk.linkTo(left!.from).slice('/survey/'.length)))!
  expect(await atPlace(desk.home.house, place, false, (ctx) => unsubscribe(ctx, place.caseId))).toBe(true)
  const letterOf = async (caseId: CaseId) => (await desk.surveyOf(caseId))?.message_id as MessageId
  await stopReportedJob.run(
    desk.home.house,
    payload({ identityId: await identityOf(await letterOf(reporting!.caseId)) }),
  )
  const returned = await letterOf(bouncing!.caseId)
  await bounce(desk.home, returned)
  await noteReturnedSurveyJob.run(desk.home.house, payload({ messageId: returned }))
  expect(await desk.surveyOf(bouncing!.caseId)).toMatchObject({ state: 'returned' })
  days(100)
  const again: CaseId[] = []
  for (const { from } of people) again.push(await desk.write(from))
  await desk.home.as('system', ({ db }) =>
    db.updateTable('identity').set({ bad_since: desk.home.clock.now() }).where('value', '=', bouncing!.from).execute(),
  )
  const erased = (await desk.surveyOf(again[2]!))!.customer_id
  await desk.home.as(staff(desk.home.founder, 'administrator'), (ctx) => eraseCustomer(ctx, privacy, [erased as never]))
  days(2.1)
  await desk.ask()
  const why = await Promise.all(again.map(async (caseId) => (await desk.surveyOf(caseId))?.why))
  expect(why).toEqual(['unsubscribed', 'unsubscribed', 'erased', 'letters-return'])
})

const identityOf = (messageId: MessageId): Promise<IdentityId> =>
  desk.home.as('system', async ({ db }) => {
    const found = db.selectFrom('message').select('identity_id').where('message_id', '=', messageId)
    return (await found.executeTakeFirstOrThrow()).identity_id as IdentityId
  })

test('a case that was rejected, or that settled itself before anybody answered, is not asked about', async () => {
  const rejected = await desk.taken()
  await desk.answered(rejected.caseId)
  const version = await desk.versionOf(rejected.caseId)
  const words = { version, reasons: 'Not ours.', recourse: 'The ombudsman.' }
  await desk.home.as(staff(desk.jonas), (ctx) => rejectCase(ctx, rejected.caseId, words))
  await drawCaseJob.run(desk.home.house, payload({ caseId: rejected.caseId }))
  expect(await desk.surveyOf(rejected.caseId)).toBeUndefined()
  const { caseId } = await desk.oneSettled()
  await desk.home.as('system', ({ db }) =>
    db.updateTable('cases').set({ first_answered_at: null }).where('case_id', '=', caseId).execute(),
  )
  days(2.1)
  await desk.ask()
  expect(await desk.surveyOf(caseId)).toMatchObject({ state: 'left-out', why: 'never-answered' })
})

test('in whatever order: asked once a case, never within the cap, never who unsubscribed, never while off or paused', async () => {
  const deed = fc.constantFrom(
    'settle',
    'settle',
    'wait',
    'wait',
    'wait',
    'reopen',
    'stop',
    'off',
    'paused',
    'on',
    'on',
  )
  const step = fc.record({ what: deed, who: fc.nat(1), some: fc.constantFrom(1, 2, 3, 3, 5, 92, 92) })
  const lastTo = new Map<string, number>()
  const stopped = new Set<string>()
  let seen = desk.sent.length
  let again = 0
  const check = (state: string): void => {
    for (const { to, unsubscribeUrl } of desk.sent.slice(seen)) {
      if (unsubscribeUrl === undefined) continue
      const now = desk.home.clock.now().getTime()
      expect([state, stopped.has(to.address)]).toEqual(['on', false])
      expect(now - (lastTo.get(to.address) ?? -Infinity)).toBeGreaterThanOrEqual(90 * dayMs)
      if (lastTo.has(to.address)) again += 1
      lastTo.set(to.address, now)
    }
    seen = desk.sent.length
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 28 }), async (steps) => {
      await desk.set(on)
      let state = 'on'
      const people = [await desk.oneSettled(), await desk.oneSettled()]
      const newest = new Map(people.map(({ from, caseId }) => [from, caseId]))
      for (const { what, who, some } of steps) {
        const { from } = people[who]!
        if (what === 'settle') newest.set(from, await desk.write(from))
        if (what === 'reopen') await reopen(newest.get(from)!)
        if (what === 'off' || what === 'paused' || what === 'on') await desk.set({ state: (state = what) })
        if (what === 'stop' && lastTo.has(from)) {
          const place = (await placeOf(desk.home.house, desk.linkTo(from).slice('/survey/'.length)))!
          await atPlace(desk.home.house, place, false, (ctx) => unsubscribe(ctx, place.caseId))
          stopped.add(from)
        }
        if (what !== 'wait') continue
        days(some)
        await desk.ask()
        check(state)
      }
    }),
    { numRuns: 14, seed: 21, endOnFailure: true },
  )
  const rows = await desk.home.as('system', ({ db }) => db.selectFrom('survey').select(['message_id', 'why']).execute())
  const letters = await desk.home.as('system', ({ db }) =>
    db.selectFrom('message').select('message_id').where('kind', '=', 'survey').execute(),
  )
  expect(letters.length).toBe(rows.filter((row) => row.message_id !== null).length)
  const withheld = rows.filter(({ why }) => why === 'asked-lately' || why === 'unsubscribed').length
  // It was no empty walk.
  expect([lastTo.size > 8, again > 0, stopped.size > 0, withheld > 5]).toEqual([true, true, true, true])
}, 240_000)
