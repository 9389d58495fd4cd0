// Letters that one person got from several colleagues: a draft is compared with all of them that its writer may read, and with nothing else.
import { afterAll, expect, test } from 'vitest'
import { caseOf, letterOf, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { settle } from '../../../../tests/setup/customers.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { writeNote } from '../notes/write-note.ts'
import { answerCase } from '../work/answer-case.ts'
import { takeCase } from '../work/take-case.ts'
import { compareDraft } from './compare-draft.ts'

const { home, mailbox, jonas, versionOf } = await openCaseDesk()
afterAll(() => home.close())
const lea = await home.addPerson('Lea Sommer', 'handler')

const told = 'The pump of your machine was blocked by a coin. Our workshop in Bremen has cleaned it.'

const taken = async (from: string, by: StaffId, text = 'The machine does not pump.'): Promise<CaseId> => {
  const { caseId } = await writeIn(home, mailbox, { from, text })
  await home.as(staff(by), async (ctx) => takeCase(ctx, caseId, await versionOf(caseId)))
  return caseId
}
const answer = async (caseId: CaseId, by: StaffId, text: string): Promise<void> => {
  const given = { version: await versionOf(caseId), text, final: false, finding: null, evidence: null, fileIds: [] }
  await home.as(staff(by), (ctx) => answerCase(ctx, caseId, given))
  home.clock.moveMinutes(1)
}
const kindOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.kind
const compare = (caseId: CaseId, by: StaffId, text: string) =>
  home.as(staff(by), (ctx) => compareDraft(ctx, caseId, text))
const decisions = (caseId: CaseId) =>
  home.as('system', ({ db }) =>
    db
      .selectFrom('decision')
      .select(['chosen', 'inputs'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'sent-anyway')
      .execute(),
  )

test('what a colleague wrote to them in another case is shown with its author, its time and its channel', async () => {
  await answer(await taken('one@customer.example', lea), lea, `Dear Mira,\n\n${told}\n\nKind regards\nLea`)
  const caseId = await taken('one@customer.example', jonas)
  const compared = await compare(caseId, jonas, `Hello Mira,\n\n${told} You get a new pump from us on Monday.`)
  expect(compared.repeats).toMatchObject([{ how: 'verbatim', letter: 0 }])
  expect(compared.letters).toMatchObject([{ author: { name: 'Lea Sommer', isMe: false }, channel: 'mail' }])
  const [repeat, letter] = [compared.repeats[0], compared.letters[0]]
  expect(letter?.text.slice(repeat?.earlier.from, repeat?.earlier.until)).toBe(told)
  expect(compared.fresh).toHaveLength(1)
})

test('what somebody else got, what was only noted, and what came back or never left was not received', async () => {
  const caseId = await taken('two@customer.example', jonas)
  await answer(await taken('three@customer.example', jonas), jonas, told)
  await home.as(staff(jonas), (ctx) => writeNote(ctx, caseId, { text: told, call: null, mentions: [] }))
  expect((await compare(caseId, jonas, told)).repeats).toEqual([])
  await answer(caseId, jonas, told)
  expect((await compare(caseId, jonas, told)).repeats).toHaveLength(1)
  await settle(home, await letterOf(home, caseId, 'answer'), 'bounced')
  expect((await compare(caseId, jonas, told)).repeats).toEqual([])
})

test('what was said in a case about a colleague is not shown to them', async () => {
  const about = await taken('four@customer.example', lea, 'Your colleague Jonas Weber shouted at me.')
  await answer(about, lea, told)
  const caseId = await taken('four@customer.example', jonas)
  expect((await compare(caseId, jonas, told)).letters).toEqual([])
  expect((await compare(caseId, lea, told)).letters).toHaveLength(1)
})

test('a letter that repeats is sent all the same, and that it was is written down without its words', async () => {
  const caseId = await taken('five@customer.example', jonas)
  await answer(caseId, jonas, told)
  expect(await decisions(caseId)).toEqual([])
  await answer(caseId, jonas, `${told} We are still looking for the coin.`)
  const [noted, ...more] = await decisions(caseId)
  expect(more).toEqual([])
  expect(noted).toMatchObject({ chosen: 'sent', inputs: { passages: ['verbatim'], freshPassages: 1 } })
  expect(JSON.stringify(noted)).not.toMatch(/pump|coin/)
  expect(await letterOf(home, caseId, 'answer')).toBeDefined()
})

test('advertising is noticed in an answer to a complaint, and not where somebody asked for it', async () => {
  const offer = 'Use the code HELLO to get a discount on your next order.'
  const complaint = await taken('six@customer.example', jonas)
  const { promotions } = await compare(complaint, jonas, offer)
  expect(promotions.map(({ from, until }) => offer.slice(from, until))).toEqual([expect.stringContaining('code')])
  const asked = await taken('seven@customer.example', jonas, 'Do you sell lamps? What do they cost?')
  expect(await kindOf(asked)).toBe('request')
  expect((await compare(asked, jonas, offer)).promotions).toEqual([])
  await answer(complaint, jonas, offer)
  expect(await decisions(complaint)).toMatchObject([{ inputs: { passages: [], promotions: 1 } }])
})

test('what they told in another case, from any of their addresses, is not asked for again unnoticed', async () => {
  await writeIn(home, mailbox, { from: 'ask@customer.example', text: 'My order number is 48213 and it leaks.' })
  const caseId = await taken('ask@customer.example', jonas)
  const draft = 'Dear Mira, could you please tell us your order number and your telephone number?'
  const { askedAgain } = await compare(caseId, jonas, draft)
  expect(askedAgain).toMatchObject([{ kind: 'order-number', value: '48213' }])
  expect(draft.slice(askedAgain[0]?.from, askedAgain[0]?.until)).toBe('order number')
  const other = await taken('else@customer.example', jonas)
  expect((await compare(other, jonas, draft)).askedAgain).toEqual([])
  await answer(caseId, jonas, draft)
  expect(await decisions(caseId)).toMatchObject([{ inputs: { askedAgain: ['order-number'] } }])
})

test('what a reply promises is told with its due time by the company’s clock, and what it only may do is not', async () => {
  const caseId = await taken('promise@customer.example', jonas)
  const sentence = 'I will call you by Friday 5 pm.'
  const text = `Dear Mira, your lid is being made. ${sentence} If it arrives by Thursday, I will write to you.`
  const { promises } = await compare(caseId, jonas, text)
  expect(promises.map(({ from, until }) => text.slice(from, until).trim())).toEqual([sentence])
  // Noon of Tuesday 17 November 2026 in Berlin, and some minutes.
  expect(promises[0]?.dueAt).toBe('2026-11-20T16:00:00.000Z')
})
