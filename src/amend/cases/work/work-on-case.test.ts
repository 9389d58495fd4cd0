// What an owner does with a case besides answering: resolve, draft, reject, correct; and what others may.
import { afterAll, expect, test } from 'vitest'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { accept, caseOf, staff, tickCases, writeIn } from '../../../../tests/setup/cases.ts'
import type { StaffId } from '../../../shared/ids.ts'
import { correctMeaning } from './correct-meaning.ts'
import { keepDraft } from './keep-draft.ts'
import { rejectCase } from './reject-case.ts'
import { resolveCase } from './resolve-case.ts'
import { seeCase } from '../page/see-case.ts'

const { home, mailbox, jonas, taken, versionOf, answered } = await openCaseDesk()
afterAll(() => home.close())

test('what can be asked is what the rules would allow: a note only in a colleague’s case, everything fitting of one’s own', async () => {
  const { caseId } = await taken()
  const other = await home.addPerson('Lea Sommer', 'handler')
  const lead = await home.addPerson('Tomas Lind', 'lead')
  const see = (one: StaffId, role: 'handler' | 'lead') => home.as(staff(one, role), (ctx) => seeCase(ctx, caseId))
  expect(await see(jonas, 'handler')).toMatchObject({
    relation: 'own',
    allowed: ['answer', 'finish', 'wait', 'resolve', 'promise', 'note', 'ask', 'assign', 'name-subject', 'rearrange'],
  })
  expect(await see(other, 'handler')).toMatchObject({ relation: 'colleague', allowed: ['note'] })
  expect(await see(lead, 'lead')).toMatchObject({
    relation: 'colleague',
    allowed: ['note', 'assign', 'name-subject', 'rearrange'],
  })
})

test('what the customer told the owner resolves the case, and how it was told stays in its history', async () => {
  const { caseId } = await taken()
  const version = await versionOf(caseId)
  const told = { version, reason: 'She rang at ten: the new lamp works.' }
  const lea = await home.addPerson('Lea Vogt', 'handler')
  await expect(home.as(staff(lea), (ctx) => resolveCase(ctx, caseId, told))).rejects.toMatchObject({
    code: 'wrong-state',
  })
  await expect(
    home.as(staff(jonas), (ctx) => resolveCase(ctx, caseId, { version, reason: ' ' })),
  ).rejects.toMatchObject({ code: 'wrong-state' })
  expect(await home.as(staff(jonas), (ctx) => resolveCase(ctx, caseId, told))).toMatchObject({ state: 'resolved' })
  expect((await caseOf(home, caseId)).current.resolvedBy).toBe('customer')
  const events = await home.as('system', ({ db }) =>
    db
      .selectFrom('case_event')
      .select('details')
      .where('case_id', '=', caseId)
      .where('kind', '=', 'resolved-by-customer')
      .execute(),
  )
  expect(events).toMatchObject([{ details: { words: told.reason } }])
})

test('a draft is kept for its writer only and is gone with the answer', async () => {
  const { caseId } = await taken()
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'reply', 'Dear'))
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).draft?.text).toBe('Dear')
  expect((await home.as(staff(home.founder), (ctx) => seeCase(ctx, caseId))).draft).toBeNull()
  await answered(caseId, false)
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).draft).toBeNull()
})

test('a rejection is its owner’s letter with reasons and recourse, and the case stays watched', async () => {
  const { caseId } = await taken()
  await answered(caseId)
  const version = await versionOf(caseId)
  await home.as(staff(jonas), (ctx) =>
    rejectCase(ctx, caseId, { version, reasons: 'It was dropped.', recourse: 'The ombudsman.' }),
  )
  const messageId = await accept(home, caseId, 'rejection')
  const letter = await home.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .select(['text', 'kind', 'staff_id'])
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow(),
  )
  expect(letter).toMatchObject({ kind: 'answer', staff_id: jonas })
  expect(letter.text).toMatch(/It was dropped\.[\s\S]*The ombudsman\./)
  home.clock.moveMinutes(59 * 24 * 60)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.state).toBe('rejected')
})

test('thanks that were none are corrected by a person, and the case runs again', async () => {
  const { caseId, ...story } = await taken()
  await answered(caseId)
  const said = await writeIn(home, mailbox, { from: story.from, to: story, text: 'Thank you.' })
  expect((await caseOf(home, caseId)).current.state).toBe('resolved')
  home.clock.moveMinutes(1)
  await home.as(staff(jonas), (ctx) =>
    correctMeaning(ctx, caseId, { messageId: said.messageId, meaning: 'still-broken' }),
  )
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'in-progress', isReopened: true })
  const logged = await home.as('system', ({ db }) =>
    db
      .selectFrom('decision')
      .select('chosen')
      .where('case_id', '=', caseId)
      .where('kind', '=', 'meaning')
      .orderBy('decision_id')
      .execute(),
  )
  expect(logged.map(({ chosen }) => chosen)).toEqual(['thanks', 'still-broken'])
})
