// A promise breaks: the customer hears of it before they ask, once, with a new time; and nobody does where a machine may not write.
import { afterAll, expect, test } from 'vitest'
import {
  accept,
  bounce,
  caseOf,
  letterOf,
  promisesOf,
  staff,
  tickCases,
  writeIn,
} from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { amendListeners } from '../../amend-jobs.ts'
import { breakPromises } from '../../promises/break-promises.ts'
import { answerCase } from '../work/answer-case.ts'
import { givePromise, keepGivenPromise } from '../case-promises.ts'
import { countLetterBouncedJob, tellLateJob } from '../case.jobs.ts'
import { settleLetter } from '../../../hear/conversations/outbox.sql.ts'
import { seePromises } from '../page/see-case.ts'
import { seeTimeline } from '../page/see-timeline.ts'
import { takeCase } from '../work/take-case.ts'

let people = 0
const { home, mailbox } = await openCaseDesk()
afterAll(() => home.close())

const administrator = () => staff(home.founder, 'administrator')
/** Tuesday noon: what is promised within a day is due on a working day. */
const untilTuesday = (): void => {
  const week = 7 * 86_400_000
  const sinceTuesday = (home.clock.now().getTime() - Date.parse('2026-11-17T11:00:00Z')) % week
  if (sinceTuesday > 0) home.clock.moveMinutes((week - sinceTuesday) / 60_000)
}
/** Somebody new complains. */
async function complaint(): Promise<CaseId> {
  untilTuesday()
  people += 1
  const from = `late${String(people)}@customer.example`
  return (await writeIn(home, mailbox, { from, text: 'The lamp is broken.' })).caseId
}
async function taken(): Promise<CaseId> {
  const caseId = await complaint()
  await home.as(administrator(), (ctx) => takeCase(ctx, caseId, 1))
  return caseId
}
const answer = async (caseId: CaseId, final = true) => {
  const { version } = (await caseOf(home, caseId)).current
  const finding = final ? ('founded' as const) : null
  const given = { version, text: 'Sorry.', final, finding, evidence: null, fileIds: [] }
  return home.as(administrator(), (ctx) => answerCase(ctx, caseId, given))
}
const tell = (caseId: CaseId) => tellLateJob.run(home.house, { organizationId: home.organizationId, caseId })
const day = 24 * 60
async function aDayLater(caseId: CaseId, days = 1) {
  home.clock.moveMinutes(days * day + 60)
  await tickCases(home)
  await tell(caseId)
}
const lateLetters = (caseId: CaseId) =>
  home.as('system', ({ db }) =>
    db
      .selectFrom('case_message')
      .innerJoin('message', 'message.message_id', 'case_message.message_id')
      .innerJoin('outbox', 'outbox.message_id', 'case_message.message_id')
      .select(['message.message_id', 'subject', 'text', 'is_automatic', 'to_address'])
      .where('case_id', '=', caseId)
      .where('case_message.meaning', '=', 'late')
      .orderBy('message.message_id')
      .execute(),
  )
const ofKind = async (caseId: CaseId, kind: string) =>
  (await promisesOf(home, caseId)).filter((promise) => promise.kind === kind)
const leftOut = (caseId: CaseId) =>
  home.as('system', ({ db }) =>
    db
      .selectFrom('decision')
      .select(['reason', 'inputs'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'automatic-letter')
      .execute(),
  )

test('a customer hears that we are late, once, with a time that is a promise of its own', async () => {
  const caseId = await complaint()
  await aDayLater(caseId)
  const [letter, ...more] = await lateLetters(caseId)
  expect(more).toEqual([])
  expect(letter).toMatchObject({ is_automatic: true, subject: expect.stringContaining('We are late') })
  expect(letter?.text).toContain(
    'was due Wednesday 18 November 2026 at 12:00 (CET). You get it by Thursday 19 November 2026 at 13:00 (CET).',
  )
  const [broken, renewed, ...others] = await ofKind(caseId, 'first-answer')
  expect(others).toEqual([])
  expect(broken).toMatchObject({ status: 'broken', owedUntil: null })
  expect(renewed).toMatchObject({ status: 'open', madeAt: home.clock.now() })
  const seen = (await home.as(administrator(), (ctx) => seePromises(ctx, caseId))).promises
  expect(seen.filter(({ insteadOf }) => insteadOf !== null)).toMatchObject([
    { promiseId: renewed?.promiseId, insteadOf: broken?.promiseId },
  ])
  const { entries } = await home.as(administrator(), (ctx) => seeTimeline(ctx, { caseId }, undefined))
  expect(entries.map(({ kind }) => kind)).toEqual(['told-late', 'acknowledgement', 'case'])
  expect(entries[0]?.text).toMatch(/^- The first answer from a person was due Wednesday 18 November 2026/)
  await tell(caseId)
  await Promise.all([tell(caseId), tell(caseId)])
  expect(await lateLetters(caseId)).toHaveLength(1)
  expect(await ofKind(caseId, 'first-answer')).toHaveLength(2)
})

test('two that ask at once write one letter', async () => {
  const caseId = await complaint()
  home.clock.moveMinutes(day + 60)
  await Promise.all([tickCases(home), tickCases(home)])
  await Promise.all([tell(caseId), tell(caseId), tell(caseId)])
  expect(await lateLetters(caseId)).toHaveLength(1)
})

test('a promise that breaks causes the job that tells', () => {
  expect(amendListeners['promise.broken']).toEqual([tellLateJob.task])
})

test('a new promise that breaks as well is told as well, and the time after that is longer', async () => {
  const caseId = await complaint()
  await aDayLater(caseId)
  await aDayLater(caseId, 5)
  expect(await lateLetters(caseId)).toHaveLength(2)
  const [first, second, third] = await ofKind(caseId, 'first-answer')
  expect([first?.status, second?.status, third?.status]).toEqual(['broken', 'broken', 'open'])
  expect([second?.insteadOf, third?.insteadOf]).toEqual([first?.promiseId, first?.promiseId])
  expect((third?.dueAt.getTime() ?? 0) - (third?.madeAt.getTime() ?? 0)).toBeGreaterThan(2 * 86_400_000 - 1)
})

test('what broke while nobody looked is told in one letter', async () => {
  const caseId = await complaint()
  await aDayLater(caseId, 30)
  const [letter, ...more] = await lateLetters(caseId)
  expect(more).toEqual([])
  expect(letter?.text).toMatch(/- The first answer[^]*- The final answer/)
})

test('an answer keeps what is late and what was promised in its place, and coming back it leaves both owed', async () => {
  const caseId = await taken()
  await aDayLater(caseId)
  await answer(caseId)
  const messageId = await accept(home, caseId, 'answer')
  expect((await ofKind(caseId, 'first-answer')).map(({ status, owedUntil }) => [status, owedUntil === null])).toEqual([
    ['broken', false],
    ['kept', false],
  ])
  await bounce(home, messageId)
  expect((await ofKind(caseId, 'first-answer')).map(({ status, owedUntil }) => [status, owedUntil === null])).toEqual([
    ['broken', true],
    ['open', true],
  ])
})

test('while the answer is on its way nobody is told; when it comes back the customer is', async () => {
  const caseId = await taken()
  await answer(caseId)
  await aDayLater(caseId)
  expect(await lateLetters(caseId)).toEqual([])
  const messageId = await letterOf(home, caseId, 'answer')
  await home.as('system', (ctx) => settleLetter(ctx.db, messageId, ['queued'], 'refused', 'No.', ctx.now()))
  await countLetterBouncedJob.run(home.house, { organizationId: home.organizationId, messageId })
  expect(await lateLetters(caseId)).toHaveLength(1)
})

test('what a person promised is told without its words, and done once it is done', async () => {
  const caseId = await taken()
  const dueAt = new Date(home.clock.now().getTime() + 3_600_000)
  const about = 'Ask the supplier about the batch'
  const { promiseId } = await home.as(administrator(), (ctx) => givePromise(ctx, caseId, { about, dueAt }))
  await answer(caseId, false)
  await accept(home, caseId, 'answer')
  home.clock.moveMinutes(61)
  await tickCases(home)
  await tell(caseId)
  const [letter] = await lateLetters(caseId)
  expect(letter?.text).toContain('is not done. It will be by')
  expect(letter?.text).not.toContain('supplier')
  await home.as(administrator(), (ctx) => keepGivenPromise(ctx, caseId, promiseId))
  expect((await ofKind(caseId, 'given')).every(({ owedUntil }) => owedUntil !== null)).toBe(true)
})

test('the acknowledgement is not told of, nor anything once the customer needs nothing more', async () => {
  const caseId = await complaint()
  home.clock.moveMinutes(20)
  await breakPromises.run(home.house, home.organizationId)
  await tell(caseId)
  expect(await ofKind(caseId, 'acknowledgement')).toMatchObject([{ status: 'broken' }])
  expect(await lateLetters(caseId)).toEqual([])
})

test('where a machine may not write nobody is told, the reason is kept, and nothing is promised', async () => {
  const caseId = await complaint()
  await home.as('system', ({ db }) =>
    db
      .updateTable('identity')
      .set({ bad_since: home.clock.now() })
      .where('value', '=', `late${String(people)}@customer.example`)
      .execute(),
  )
  await aDayLater(caseId)
  expect(await lateLetters(caseId)).toEqual([])
  expect(await ofKind(caseId, 'first-answer')).toHaveLength(1)
  expect(await leftOut(caseId)).toEqual([{ reason: 'Letters to this address come back.', inputs: { letter: 'late' } }])
})

test('without a mailbox no letter waits with a time that will be past', async () => {
  const caseId = await complaint()
  const address = (config: object) =>
    home.as('system', ({ db }) =>
      db
        .updateTable('channel')
        .set({ config: JSON.stringify(config) })
        .where('kind', '=', 'mail')
        .execute(),
    )
  await address({})
  await aDayLater(caseId)
  expect(await lateLetters(caseId)).toEqual([])
  expect(await leftOut(caseId)).toMatchObject([{ reason: expect.stringContaining('No mailbox') }])
  await address({ address: 'help@halden.example' })
  await tell(caseId)
  expect(await lateLetters(caseId)).toHaveLength(1)
})
