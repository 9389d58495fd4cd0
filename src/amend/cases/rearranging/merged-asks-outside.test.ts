// What a case had asked outside, its files and who takes part in it, once it is merged into another: all of it stands in that one, and it is no case of its own any more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from '../../../../tests/setup/cases.ts'
import { connectMailbox, write } from '../../../../tests/setup/customers.ts'
import { openTwoCases, type TwoCases } from '../../../../tests/setup/two-cases.ts'
import { addAttachments } from '../../../hear/conversations/message.sql.ts'
import { storeFiles } from '../../../platform/files/store-file.ts'
import type { CaseId, FileId } from '../../../shared/ids.ts'
import { seeDesk } from '../../desk/see-desk.ts'
import { seeRecentPeople } from '../../register/see-people.ts'
import { askOutside } from '../outside/ask-outside.ts'
import { confirmMessage } from '../work/confirm-message.ts'
import { letEnquiryGo } from '../outside/hear-outside.ts'
import { participantsOf } from '../letters/participant.sql.ts'
import { seeEnquiries } from '../outside/see-enquiries.ts'
import { seeMessages } from '../page/see-messages.ts'

let desk: TwoCases
beforeAll(async () => {
  desk = await openTwoCases()
})
afterAll(() => desk.home.close())

const asJonas = <Result>(work: Parameters<typeof desk.home.as<Result>>[1]) => desk.home.as(staff(desk.jonas), work)
const ask = (caseId: CaseId, address: string, fileIds: readonly FileId[] = []) =>
  asJonas(async (ctx) =>
    askOutside(ctx, caseId, {
      ...{
        version: await desk.versionOf(caseId),
        address,
        subject: 'Repair',
        text: `Can you, ${address}?`,
        until: null,
      },
      fileIds: [...fileIds],
    }),
  )
const asked = (caseId: CaseId) => asJonas(async (ctx) => (await seeEnquiries(ctx, caseId)).enquiries)

test('whom it asked is asked by the case it went into: read, asked again in the same conversation, and let go', async () => {
  const [first, second] = await desk.cases()
  for (const one of [first, second]) await desk.take(one.caseId)
  await ask(first.caseId, 'workshop@outside.example')
  const before = await asked(first.caseId)
  await desk.merge(first.caseId, second.caseId)
  expect(await asked(second.caseId)).toEqual(before)
  const { messages } = await asJonas((ctx) => seeMessages(ctx, second.caseId, {}))
  expect(messages.filter(({ kind }) => kind === 'enquiry')).toHaveLength(1)
  await ask(second.caseId, 'workshop@outside.example')
  const after = await asked(second.caseId)
  expect(after.map(({ conversationId }) => conversationId)).toEqual([before[0]?.conversationId])
  await asJonas((ctx) => letEnquiryGo(ctx, second.caseId, after[0]!.conversationId))
})

test('a file of its customer can go along from there', async () => {
  const [first, second] = await desk.cases()
  for (const one of [first, second]) await desk.take(one.caseId)
  const fileId = await desk.home.as('system', async (ctx) => {
    const [stored] = await storeFiles(ctx, [{ name: 'bill.txt', mediaType: 'text/plain', bytes: Buffer.from('bill') }])
    await addAttachments(ctx.db, ctx.organizationId, first.messageId, [{ fileId: stored!, inlineId: null }])
    return stored!
  })
  await expect(ask(second.caseId, 'w@outside.example', [fileId])).rejects.toMatchObject({ code: 'invalid' })
  await desk.merge(first.caseId, second.caseId)
  await ask(second.caseId, 'w@outside.example', [fileId])
})

test('who takes part in either takes part, each once, and cannot be asked as somebody outside', async () => {
  const [first, second] = await desk.cases()
  for (const one of [first, second]) await desk.take(one.caseId)
  const from = 'brother@outside.example'
  const mailbox = await connectMailbox(desk.home)
  const { messageId } = await write(desk.home, mailbox, {
    from,
    to: first,
    text: 'It is hers.',
    standing: 'to-confirm',
  })
  await asJonas((ctx) => confirmMessage(ctx, messageId, 'join'))
  const people = () =>
    asJonas(async (ctx) => (await participantsOf(ctx.db, second.caseId)).map(({ address }) => address))
  expect(await people()).toEqual([first.from])
  await desk.merge(first.caseId, second.caseId)
  expect(await people()).toEqual([first.from, from])
  await expect(ask(second.caseId, from)).rejects.toMatchObject({ code: 'invalid' })
})

test('the figures of a person and of the team count the two as one', async () => {
  const [first, second] = await desk.cases()
  for (const one of [first, second]) await desk.take(one.caseId)
  const openOfPerson = async () =>
    (await asJonas((ctx) => seeRecentPeople(ctx, undefined))).people.find(({ address }) => address === first.from)
      ?.openCases
  const openOfJonas = async () => {
    const { team } = await desk.home.as(staff(desk.lead, 'lead'), (ctx) => seeDesk(ctx, 25))
    return team?.find(({ staffId }) => staffId === desk.jonas)?.open ?? 0
  }
  const before = await openOfJonas()
  expect(await openOfPerson()).toBe(2)
  await desk.merge(first.caseId, second.caseId)
  expect(await openOfPerson()).toBe(1)
  expect(await openOfJonas()).toBe(before - 1)
})
