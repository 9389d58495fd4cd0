// An answer waits a few seconds before it leaves. Taken back meanwhile it was never written, its words and files are its author's again; afterwards nothing is taken back.
import { afterAll, expect, test } from 'vitest'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { accept, caseOf, letterOf, promisesOf, staff } from '../../../../tests/setup/cases.ts'
import { deliverOutbox } from '../../../hear/conversations/deliver-outbox.ts'
import { storeFiles } from '../../../platform/files/store-file.ts'
import type { CaseId, FileId, MessageId, StaffId } from '../../../shared/ids.ts'
import { seeCase } from '../page/see-case.ts'
import { seeMessages } from '../page/see-messages.ts'
import { seeTimeline } from '../page/see-timeline.ts'
import { filesNotSent } from '../page/said.sql.ts'
import { answerCase } from './answer-case.ts'
import { assignCase } from './assign-case.ts'
import { keepDraft } from './keep-draft.ts'
import { recallAnswer } from './recall-answer.ts'

const { home, jonas, taken, versionOf } = await openCaseDesk()
const house = Object.assign(home.house, { letterHoldMs: 10_000 })
afterAll(() => home.close())

const moveMs = (ms: number): void => {
  home.clock.moveTo(new Date(home.clock.now().getTime() + ms))
}
const text = 'Dear Anna, a new lamp is on its way.'

async function answer(caseId: CaseId, fileIds: readonly FileId[] = []): Promise<MessageId> {
  const version = await versionOf(caseId)
  const given = { version, text, final: true, finding: 'founded', evidence: null, fileIds } as const
  await home.as(staff(jonas), (ctx) => answerCase(ctx, caseId, given))
  return letterOf(home, caseId, 'answer')
}

const recall = (caseId: CaseId, messageId: MessageId, by: StaffId = jonas) =>
  home.as(staff(by), (ctx) => recallAnswer(ctx, caseId, messageId))

/** Sends what is due; what leaves for this case. */
async function leaving(messageId: MessageId): Promise<number> {
  const keys: string[] = []
  const take = (_house: unknown, _channel: unknown, _out: unknown, key: string) => {
    keys.push(key)
    return Promise.resolve({ kind: 'sent', externalId: '', detail: '' } as const)
  }
  await deliverOutbox(house, take, new AbortController().signal)
  return keys.filter((key) => key.includes(messageId)).length
}

const said = async (caseId: CaseId, messageId: MessageId) =>
  (await home.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, {}))).messages.find(
    (one) => one.messageId === messageId,
  )

const lastWord = async (caseId: CaseId) =>
  home.as('system', ({ db }) =>
    db.selectFrom('cases').select(['last_text', 'last_direction']).where('case_id', '=', caseId).executeTakeFirst(),
  )

test('an answer leaves ten seconds after it was sent, once', async () => {
  const { caseId } = await taken()
  const messageId = await answer(caseId)
  expect(await leaving(messageId)).toBe(0)
  moveMs(9_999)
  expect(await leaving(messageId)).toBe(0)
  moveMs(1)
  expect(await leaving(messageId)).toBe(1)
  moveMs(60_000)
  expect(await leaving(messageId)).toBe(0)
})

test('taken back in time it never leaves, and case, promises, timeline and last word are as before it', async () => {
  const { caseId } = await taken()
  const [before, owed, word] = [await caseOf(home, caseId), await promisesOf(home, caseId), await lastWord(caseId)]
  const happened = () =>
    home.as(staff(jonas), async (ctx) => (await seeTimeline(ctx, { caseId }, undefined)).entries.length)
  const length = await happened()
  const messageId = await answer(caseId)
  expect(await happened()).toBe(length + 1)
  expect((await lastWord(caseId))?.last_direction).toBe('out')
  expect((await said(caseId, messageId))?.delivery?.recallUntil).toBe(
    new Date(home.clock.now().getTime() + 10_000).toISOString(),
  )
  moveMs(5000)
  expect(await recall(caseId, messageId)).toMatchObject({ state: 'in-progress', text })
  const after = await caseOf(home, caseId)
  expect(after.current).toEqual({
    ...before.current,
    version: before.current.version + 2,
    changedAt: home.clock.now(),
  })
  expect(await promisesOf(home, caseId)).toEqual(owed)
  expect(await lastWord(caseId)).toEqual(word)
  expect(await happened()).toBe(length)
  expect((await said(caseId, messageId))?.delivery).toMatchObject({ state: 'cancelled', recallUntil: null })
  moveMs(60_000)
  expect(await leaving(messageId)).toBe(0)
  await expect(recall(caseId, messageId)).rejects.toMatchObject({ code: 'not-found' })
})

test('its words are a draft again, before what was begun meanwhile, and its files can go with another answer', async () => {
  const { caseId } = await taken()
  const file = { name: 'receipt.txt', mediaType: 'text/plain', bytes: Buffer.from('paid') }
  const fileIds = await home.as('system', (ctx) => storeFiles(ctx, [file]))
  const messageId = await answer(caseId, fileIds)
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'reply', 'One more thing.'))
  await recall(caseId, messageId)
  const draft = (await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).draft
  expect(draft?.text).toBe(`${text}\n\nOne more thing.`)
  expect(await home.as(staff(jonas), (ctx) => filesNotSent(ctx.db, fileIds))).toEqual(fileIds)
  moveMs(1000)
  const again = await answer(caseId, fileIds)
  expect((await said(caseId, again))?.attachments).toMatchObject([{ name: 'receipt.txt' }])
})

test('where its words and what is being written are too long together nothing is cut, and it is said', async () => {
  const { caseId } = await taken()
  const messageId = await answer(caseId)
  const begun = 'x'.repeat(100_000)
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'reply', begun))
  await expect(recall(caseId, messageId)).rejects.toMatchObject({ code: 'wrong-state' })
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).draft?.text).toBe(begun)
  expect((await caseOf(home, caseId)).current.answers).toHaveLength(1)
  moveMs(10_000)
  expect(await leaving(messageId)).toBe(1)
})

test('what has left or is leaving this moment stays sent, and nothing of the case changes', async () => {
  const { caseId } = await taken()
  const messageId = await answer(caseId)
  const version = await versionOf(caseId)
  await home.as('system', ({ db }) =>
    db.updateTable('outbox').set({ state: 'sending' }).where('message_id', '=', messageId).execute(),
  )
  await expect(recall(caseId, messageId)).rejects.toMatchObject({ code: 'wrong-state' })
  expect((await caseOf(home, caseId)).current).toMatchObject({ version, answers: [{ messageId }] })
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).draft).toBeNull()
  await accept(home, caseId, 'answer')
  await expect(recall(caseId, messageId)).rejects.toMatchObject({ code: 'wrong-state' })
  expect((await caseOf(home, caseId)).current.state).toBe('answered')
})

test('only its author takes it back, also after the case was handed over', async () => {
  const { caseId } = await taken()
  const messageId = await answer(caseId)
  const lea = await home.addPerson('Lea Sommer', 'handler')
  await expect(recall(caseId, messageId, lea)).rejects.toMatchObject({ code: 'wrong-state' })
  const given = { version: await versionOf(caseId), staffId: lea, summary: 'She waits for a lamp.' }
  await home.as(staff(jonas), (ctx) => assignCase(ctx, caseId, given))
  expect(await recall(caseId, messageId)).toMatchObject({ text })
  expect((await caseOf(home, caseId)).current).toMatchObject({ ownerStaffId: lea, answers: [] })
})
