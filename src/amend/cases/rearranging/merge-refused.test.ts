// Which cases do not become one, and when it can no longer be undone: refused in words, nothing changed.
import { afterAll, expect, test } from 'vitest'
import { letterOf, staff } from '../../../../tests/setup/cases.ts'
import { settle } from '../../../../tests/setup/customers.ts'
import { openTwoCases } from '../../../../tests/setup/two-cases.ts'
import { answerCase } from '../work/answer-case.ts'
import { mergeCases } from './merge-cases.ts'
import { previewMerge } from './preview-merge.ts'
import { seeCase } from '../page/see-case.ts'

const desk = await openTwoCases()
const { home, jonas, lea, lead, cases, take, merge, undo, versionOf } = desk
afterAll(() => home.close())

const asLead = staff(lead, 'lead')
const wrongState = { code: 'wrong-state' }

test('it is refused between two customers, and into itself', async () => {
  const [[first], [other]] = [await cases(), await cases()]
  await expect(merge(first.caseId, other.caseId)).rejects.toThrow(/two customers/)
  await expect(home.as(asLead, (ctx) => previewMerge(ctx, first.caseId, other.caseId))).rejects.toThrow(/two customers/)
  await expect(merge(first.caseId, first.caseId)).rejects.toMatchObject(wrongState)
})

test('it is refused where the one that stays is answered, or is owned by nobody and the other by somebody', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await expect(merge(first.caseId, second.caseId)).rejects.toThrow(/Let the owned one stay/)
  await desk.answered(first.caseId)
  await expect(merge(second.caseId, first.caseId)).rejects.toThrow(/answered or over/)
  const preview = await home.as(asLead, (ctx) => previewMerge(ctx, second.caseId, first.caseId))
  expect(preview.no).toMatch(/answered or over/)
})

test('it is refused while an answer is on its way', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  const version = await versionOf(first.caseId)
  const answer = { version, text: 'Hello.', final: false, finding: null, evidence: null, fileIds: [] }
  await home.as(staff(jonas), (ctx) => answerCase(ctx, first.caseId, answer))
  await expect(merge(second.caseId, first.caseId)).rejects.toThrow(/has not left yet/)
  await settle(home, await letterOf(home, first.caseId, 'answer'), 'sent')
})

test('it is refused for a colleague’s case by a handler, and where one of the two has changed since', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await expect(merge(second.caseId, first.caseId, staff(lea))).rejects.toMatchObject({ code: 'not-allowed' })
  await merge(second.caseId, first.caseId, staff(jonas))
  const [third, fourth] = await cases()
  const seen = {
    version: await versionOf(third.caseId),
    into: fourth.caseId,
    intoVersion: await versionOf(fourth.caseId),
  }
  await take(fourth.caseId)
  await expect(home.as(asLead, (ctx) => mergeCases(ctx, third.caseId, seen))).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('it is refused once somebody has answered the customer, to undo it', async () => {
  const [first, second] = await cases()
  await take(second.caseId)
  const done = await merge(first.caseId, second.caseId)
  await desk.answered(second.caseId, false)
  await expect(undo(done, second.caseId)).rejects.toThrow(/answered since/)
  expect((await home.as(asLead, (ctx) => seeCase(ctx, second.caseId))).rearrangements[0]?.stays).toBe('answered')
})
