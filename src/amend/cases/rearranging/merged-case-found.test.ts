// A case that was merged into another is found in that one by whatever led to it: its number, its words, mentions, drafts and what arrives late.
import { afterAll, expect, test } from 'vitest'
import { caseOf, count, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { write } from '../../../../tests/setup/customers.ts'
import { openTwoCases, stateOf } from '../../../../tests/setup/two-cases.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { seeDesk } from '../../desk/see-desk.ts'
import { lookFor } from '../../register/look-for.ts'
import { seeRegister } from '../../register/see-register.ts'
import { keepDraft } from '../work/keep-draft.ts'
import { casesMentioning } from '../notes/mention.sql.ts'
import { seeCase } from '../page/see-case.ts'
import { seeMention } from '../notes/see-mention.ts'
import { seeMessages } from '../page/see-messages.ts'
import { writeNote } from '../notes/write-note.ts'

const desk = await openTwoCases()
const { home, mailbox, jonas, lea, lead, cases, take, merge, undo, again } = desk
afterAll(() => home.close())

const asLead = staff(lead, 'lead')
const numberOf = async (caseId: CaseId) => `A-${String((await caseOf(home, caseId)).number)}`
const tick = () => {
  home.clock.moveMinutes(1)
}

test('its conversation, notes and numbers are found in the case that stays, and new mail there is heard by it', async () => {
  const [first, second] = await cases({ text: 'The periscope fogs up.' })
  await take(second.caseId)
  await home.as(asLead, (ctx) => writeNote(ctx, first.caseId, { text: 'Seen before.', call: null, mentions: [jonas] }))
  await merge(first.caseId, second.caseId)
  const said = () => home.as(staff(jonas), (ctx) => seeMessages(ctx, second.caseId, { limit: 100 }))
  expect((await said()).messages.filter(({ direction }) => direction === 'in')).toHaveLength(2)
  expect((await said()).notes.map(({ text }) => text)).toEqual(['Seen before.'])
  const later = await again(first, 'It fogs up worse.')
  expect((await said()).messages.map(({ messageId }) => messageId)).toContain(later)
  const counted = await home.as('system', ({ db }) =>
    db.selectFrom('case_message').select('case_id').where('message_id', '=', later).executeTakeFirst(),
  )
  expect(counted?.case_id).toBe(second.caseId)
  expect(await stateOf(desk, first.caseId)).toBe('merged')

  const number = await numberOf(first.caseId)
  const byNumber = await home.as(asLead, (ctx) => lookFor(ctx, number, 10))
  expect(byNumber.cases.map((one) => [one.caseId, one.state])).toEqual([[first.caseId, 'merged']])
  const byWords = await home.as(asLead, (ctx) => lookFor(ctx, 'periscope', 10))
  expect(byWords.cases.map((one) => one.caseId)).toEqual([second.caseId])
  const view = await home.as(asLead, (ctx) => seeCase(ctx, first.caseId))
  expect(view.mergedInto).toEqual({ caseId: second.caseId, number: await numberOf(second.caseId) })
  expect(view.allowed).toEqual([])
})

test('the register counts it once, and shows it where its number or its state is asked for', async () => {
  const [first, second] = await cases({ text: 'Register me' })
  await merge(first.caseId, second.caseId)
  const find = (filter: Parameters<typeof seeRegister>[1]) =>
    home.as(asLead, async (ctx) =>
      (await seeRegister(ctx, filter, 'received', undefined, 100)).lines.map(({ caseId }) => caseId),
    )
  const customer = (await caseOf(home, first.caseId)).customerId
  expect(await find({ customer })).toEqual([second.caseId])
  expect(await find({ customer, state: 'merged' })).toEqual([first.caseId])
  expect(await find({ q: await numberOf(first.caseId) })).toEqual([first.caseId])
  const before = await home.as(asLead, (ctx) => seeDesk(ctx, 30))
  expect(JSON.stringify(before)).not.toContain(first.caseId)
})

test('a mention in it leads to the case that stays, and is answered by opening that', async () => {
  const [first, second] = await cases()
  await home.as(asLead, (ctx) => writeNote(ctx, first.caseId, { text: '@Lea', call: null, mentions: [lea] }))
  await merge(first.caseId, second.caseId)
  const mentioned = () => home.as(staff(lea), ({ db }) => casesMentioning(db, lea, 10))
  expect((await mentioned()).map(({ caseId }) => caseId)).toEqual([second.caseId])
  await home.as(staff(lea), (ctx) => seeMention(ctx, second.caseId))
  expect(await mentioned()).toEqual([])
})

test('a draft begun in it is gone on with in the case that stays', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await take(second.caseId)
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, first.caseId, 'reply', 'Dear Mira,'))
  await merge(first.caseId, second.caseId, staff(jonas))
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, second.caseId))).draft?.text).toBe('Dear Mira,')
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, second.caseId, 'reply', ''))
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, second.caseId))).draft).toBeNull()
})

test('a case merged into a merged one is found through both', async () => {
  const [first, second] = await cases()
  tick()
  const third = { ...(await writeIn(home, mailbox, { from: first.from, text: 'And again.' })), from: first.from }
  await merge(first.caseId, second.caseId)
  const last = await merge(second.caseId, third.caseId)
  await again(first, 'Anybody there?')
  const seen = await home.as(asLead, (ctx) => seeMessages(ctx, third.caseId, { limit: 100 }))
  expect(seen.messages.filter(({ direction }) => direction === 'in')).toHaveLength(4)
  const view = await home.as(asLead, (ctx) => seeCase(ctx, third.caseId))
  expect(view.rearrangements.map(({ stays }) => stays)).toEqual(['later-first', null])
  await undo(last, third.caseId)
  expect((await home.as(asLead, (ctx) => seeCase(ctx, second.caseId))).rearrangements[0]?.stays).toBeNull()
})

test('a message that arrives while the cases are merged is heard by the one that stays', async () => {
  const [first, second] = await cases()
  tick()
  const { messageId } = await write(home, mailbox, { from: first.from, text: 'One more thing.', to: first })
  await Promise.all([merge(first.caseId, second.caseId), count(home, messageId).catch(() => undefined)])
  await count(home, messageId)
  const counted = await home.as('system', ({ db }) =>
    db.selectFrom('case_message').select('case_id').where('message_id', '=', messageId).executeTakeFirst(),
  )
  expect([first.caseId, second.caseId]).toContain(counted?.case_id)
  const seen = await home.as(asLead, (ctx) => seeMessages(ctx, second.caseId, { limit: 100 }))
  expect(seen.messages.map((one) => one.messageId)).toContain(messageId)
})
