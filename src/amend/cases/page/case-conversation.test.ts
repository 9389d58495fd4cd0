// The conversation of a case: files that go along, pages of it, and strangers who want to speak.
import { afterAll, expect, test } from 'vitest'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { caseIn, count, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { write } from '../../../../tests/setup/customers.ts'
import { storeFiles } from '../../../platform/files/store-file.ts'
import { confirmMessage } from '../work/confirm-message.ts'
import { seeCase } from './see-case.ts'
import { seeMessages } from './see-messages.ts'

const { home, mailbox, jonas, taken, answered } = await openCaseDesk()
afterAll(() => home.close())

test('an answer carries its files, and a file that is somebody else’s or gone sends nothing', async () => {
  const { caseId } = await taken()
  const file = { name: 'plan.pdf', mediaType: 'application/pdf', bytes: Buffer.from('plan') }
  const [fileId] = await home.as('system', (ctx) => storeFiles(ctx, [file]))
  if (!fileId) throw new Error('no file')
  await answered(caseId, false, [fileId])
  const { messages } = await home.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, { limit: 30 }))
  expect(messages.map(({ kind }) => kind).toSorted()).toEqual(['acknowledgement', 'answer', 'human'])
  expect(messages.at(-1)).toMatchObject({
    author: { isMe: true },
    delivery: { state: 'sent' },
    attachments: [{ name: 'plan.pdf', size: 4 }],
  })
  await expect(answered(caseId, false, [fileId])).rejects.toMatchObject({ code: 'invalid' })
})

test('pages of a conversation are whole and in order, however small they are', async () => {
  const { caseId, ...story } = await taken()
  for (let n = 0; n < 7; n++) {
    home.clock.moveMinutes(1)
    await writeIn(home, mailbox, { from: story.from, to: story, text: `More ${String(n)}` })
  }
  const texts: string[] = []
  let before: string | null | undefined
  do {
    const place = before ?? undefined
    const page = await home.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, { limit: 2, before: place }))
    texts.unshift(...page.messages.map(({ text }) => text))
    before = page.earlier
  } while (before !== null)
  expect(texts).toHaveLength(9)
  expect(new Set(texts).size).toBe(9)
  expect(texts.filter((text) => text.startsWith('More'))).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `More ${String(n)}`))
})

test.each(['join', 'separate'] as const)('a stranger’s message is decided once, by a person: %s', async (decision) => {
  const { caseId, ...story } = await taken()
  const words = { to: story, standing: 'to-confirm' as const, text: 'It is still broken, says her brother.' }
  const waiting = await write(home, mailbox, { ...words, from: `brother-${decision}@customer.example` })
  await count(home, waiting.messageId)
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).toConfirm).toBe(1)
  const heardBy = await home.as(staff(jonas), (ctx) => confirmMessage(ctx, waiting.messageId, decision))
  if (decision === 'join') expect(heardBy.caseId).toBe(caseId)
  else expect(heardBy.caseId).not.toBe(caseId)
  await count(home, waiting.messageId)
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).toConfirm).toBe(0)
  expect(await caseIn(home, story)).toBe(caseId)
  const again = home.as(staff(jonas), (ctx) => confirmMessage(ctx, waiting.messageId, decision))
  await expect(again).rejects.toMatchObject({ code: 'wrong-state' })
})
