// Asking outside: the files that go along, asking again, waiting for several, and what is forgotten with whom.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from '../../../../tests/setup/cases.ts'
import { openCaseDesk, type CaseDesk } from '../../../../tests/setup/taken-case.ts'
import { privacy } from '../../../wiring.ts'
import { addAttachments } from '../../../hear/conversations/message.sql.ts'
import { eraseCustomer, exportCustomer } from '../../../platform/privacy/erase-customer.ts'
import { storeFiles } from '../../../platform/files/store-file.ts'
import type { CaseId, FileId } from '../../../shared/ids.ts'
import { askOutside } from './ask-outside.ts'
import { letEnquiryGo } from './hear-outside.ts'
import { keepDraft } from '../work/keep-draft.ts'
import { seeCase } from '../page/see-case.ts'
import { seeEnquiries } from './see-enquiries.ts'
import { seeMessages } from '../page/see-messages.ts'

let desk: CaseDesk
beforeAll(async () => {
  desk = await openCaseDesk()
})
afterAll(() => desk.home.close())

const day = 86_400_000
const ask = (caseId: CaseId, address: string, days: number | null, fileIds: readonly FileId[] = []) =>
  desk.home.as(staff(desk.jonas), async (ctx) => {
    const version = await desk.versionOf(caseId)
    const until = days === null ? null : new Date(ctx.now().getTime() + days * day).toISOString()
    return askOutside(ctx, caseId, {
      version,
      address,
      subject: 'Repair',
      text: 'Can you?',
      fileIds: [...fileIds],
      until,
    })
  })
const asJonas = <Result>(work: Parameters<typeof desk.home.as<Result>>[1]) => desk.home.as(staff(desk.jonas), work)
const asked = (caseId: CaseId) => asJonas(async (ctx) => (await seeEnquiries(ctx, caseId)).enquiries)
const stateOf = async (caseId: CaseId) => (await asJonas((ctx) => seeCase(ctx, caseId))).state

test('a chosen file of the customer goes along as a copy of its own; one of another case does not', async () => {
  const [mine, other] = [await desk.taken(), await desk.taken()]
  const fileOf = (messageId: typeof mine.messageId, name: string) =>
    desk.home.as('system', async (ctx) => {
      const [fileId] = await storeFiles(ctx, [{ name, mediaType: 'text/plain', bytes: Buffer.from(name) }])
      await addAttachments(ctx.db, ctx.organizationId, messageId, [{ fileId: fileId!, inlineId: null }])
      return fileId!
    })
  const [bill, foreign] = [await fileOf(mine.messageId, 'bill.txt'), await fileOf(other.messageId, 'foreign.txt')]
  await expect(ask(mine.caseId, 'w@outside.example', null, [foreign])).rejects.toMatchObject({ code: 'invalid' })
  await ask(mine.caseId, 'Kim <w@outside.example>', null, [bill])
  const { messages } = await asJonas((ctx) => seeMessages(ctx, mine.caseId, {}))
  const letter = messages.find((one) => one.kind === 'enquiry')
  expect(letter).toMatchObject({
    isOutside: true,
    to: 'w@outside.example',
    subject: expect.stringMatching(/^Repair \[A-/) as string,
  })
  expect(letter?.attachments.map((one) => one.name)).toEqual(['bill.txt'])
  expect(letter?.attachments[0]?.fileId).not.toBe(bill)
  // Whoever was asked is forgotten with what was written to them; the customer's own file stays.
  const [workshop] = await asked(mine.caseId)
  await desk.home.as('system', (ctx) => eraseCustomer(ctx, privacy, [workshop!.customerId]))
  const after = await asJonas((ctx) => seeMessages(ctx, mine.caseId, {}))
  expect(after.messages.find((one) => one.kind === 'enquiry')).toMatchObject({ text: '', attachments: [], to: '' })
  expect(after.messages.flatMap((one) => one.attachments).map((one) => one.name)).toEqual(['bill.txt'])
  expect((await asked(mine.caseId))[0]?.address).toBe('')
})

test('what was said outside about a customer is theirs to have, and is forgotten with them', async () => {
  const { caseId, customerId } = await desk.taken()
  await ask(caseId, 'x@outside.example', 1)
  const found = await desk.home.as('system', (ctx) => exportCustomer(ctx, privacy, [customerId]))
  expect(JSON.stringify(found['message'])).toContain('Can you?')
  expect(found['enquiry']).toHaveLength(1)
  await desk.home.as('system', (ctx) => eraseCustomer(ctx, privacy, [customerId]))
  expect(JSON.stringify(await asJonas((ctx) => seeMessages(ctx, caseId, {})))).not.toContain('Can you?')
  expect((await asJonas((ctx) => seeCase(ctx, caseId))).waiting?.reason).toBe('')
})

test('the case waits until the last of those it waits for is heard or let go', async () => {
  const { caseId } = await desk.taken()
  await ask(caseId, 'one@outside.example', 1)
  await ask(caseId, 'two@outside.example', 2)
  await ask(caseId, 'no-hurry@outside.example', null)
  expect(await stateOf(caseId)).toBe('waiting-for-third-party')
  const letGo = async (address: string) => {
    const one = (await asked(caseId)).find((enquiry) => enquiry.address === address)
    await asJonas((ctx) => letEnquiryGo(ctx, caseId, one!.conversationId))
  }
  await letGo('no-hurry@outside.example')
  await letGo('one@outside.example')
  expect(await stateOf(caseId)).toBe('waiting-for-third-party')
  await letGo('two@outside.example')
  expect(await stateOf(caseId)).toBe('in-progress')
  // Asking again goes on in the same conversation.
  await ask(caseId, 'TWO@outside.example', 1)
  expect(await asked(caseId)).toHaveLength(3)
  expect(await stateOf(caseId)).toBe('waiting-for-third-party')
  const other = await desk.taken()
  const foreign = (await asked(caseId))[0]!.conversationId
  await expect(asJonas((ctx) => letEnquiryGo(ctx, other.caseId, foreign))).rejects.toMatchObject({ code: 'not-found' })
})

test('the question has a draft of its own, which goes with the asking; an answered case cannot wait', async () => {
  const { caseId } = await desk.taken()
  await asJonas((ctx) => keepDraft(ctx, caseId, 'ask', 'Could you'))
  const seen = await asJonas((ctx) => seeCase(ctx, caseId))
  expect([seen.askDraft?.text, seen.draft, seen.noteDraft]).toEqual(['Could you', null, null])
  expect(seen.allowed).toContain('ask')
  await ask(caseId, 'w2@outside.example', null)
  expect((await asJonas((ctx) => seeCase(ctx, caseId))).askDraft).toBeNull()
  await desk.answered(caseId)
  await expect(ask(caseId, 'w2@outside.example', 1)).rejects.toMatchObject({ code: 'wrong-state' })
  await ask(caseId, 'w2@outside.example', null)
})
