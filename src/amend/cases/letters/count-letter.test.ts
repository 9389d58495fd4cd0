// Letters count by what became of them, in whatever order and however often we hear of it.
import { afterAll, expect, test } from 'vitest'
import { accept, bounce, caseOf, letterOf, promisesOf, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { settle } from '../../../../tests/setup/customers.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import type { CaseId, MessageId } from '../../../shared/ids.ts'
import { breakPromises } from '../../promises/break-promises.ts'
import { changeCase } from '../change-case.ts'
import { answerCase } from '../work/answer-case.ts'
import { countLetterSentJob } from '../case.jobs.ts'
import { takeCase } from '../work/take-case.ts'

let people = 0
const { home, mailbox } = await openCaseDesk()
afterAll(() => home.close())

async function taken(): Promise<CaseId> {
  people += 1
  const { caseId } = await writeIn(home, mailbox, {
    from: `one${String(people)}@customer.example`,
    text: 'It is broken.',
  })
  await home.as(staff(home.founder, 'administrator'), (ctx) => takeCase(ctx, caseId, 1))
  return caseId
}
const write = (caseId: CaseId, version: number) =>
  home.as(staff(home.founder, 'administrator'), (ctx) =>
    answerCase(ctx, caseId, { version, text: 'Sorry.', final: true, finding: 'founded', evidence: null, fileIds: [] }),
  )
const hearSent = (messageId: MessageId) =>
  countLetterSentJob.run(home.house, { organizationId: home.organizationId, messageId })

test('a letter that still waits for the next server counts for nothing', async () => {
  const caseId = await taken()
  await write(caseId, 2)
  await hearSent(await letterOf(home, caseId, 'answer'))
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'in-progress', firstAnsweredAt: null })
})

test('an answer that is accepted says all that an acknowledgement would have said', async () => {
  const caseId = await taken()
  await write(caseId, 2)
  await accept(home, caseId, 'answer')
  const { current } = await caseOf(home, caseId)
  expect(current).toMatchObject({ state: 'answered', acknowledgedAt: current.firstAnsweredAt })
  expect((await promisesOf(home, caseId)).map(({ status }) => status)).toEqual(['kept', 'kept', 'kept'])
})

test('whoever writes while a letter of ours arrives has seen all there is to see; a word of the customer is news', async () => {
  const caseId = await taken()
  await accept(home, caseId, 'acknowledgement')
  expect((await caseOf(home, caseId)).current).toMatchObject({ version: 3, state: 'in-progress' })
  await write(caseId, 2)
  await accept(home, caseId, 'answer')
  const { current, conversationId } = await caseOf(home, caseId)
  await home.as(staff(home.founder, 'administrator'), (ctx) =>
    changeCase(ctx, caseId, {
      do: 'customer-wrote',
      messageId: conversationId as string as MessageId,
      meaning: 'still-broken',
    }),
  )
  await expect(write(caseId, current.version)).rejects.toMatchObject({ code: 'conflict' })
  await expect(write(caseId, 99)).rejects.toMatchObject({ code: 'conflict' })
})

test('hearing twice that a letter was sent, or came back, changes nothing more', async () => {
  const caseId = await taken()
  await write(caseId, 2)
  const messageId = await accept(home, caseId, 'answer')
  const once = await caseOf(home, caseId)
  home.clock.moveMinutes(5)
  await hearSent(messageId)
  expect(await caseOf(home, caseId)).toEqual(once)
  await bounce(home, messageId)
  const returned = await caseOf(home, caseId)
  expect(returned.current.state).toBe('in-progress')
  await bounce(home, messageId)
  await hearSent(messageId)
  expect(await caseOf(home, caseId)).toEqual(returned)
})

test('an answer whose return was heard before its sending is never counted', async () => {
  const caseId = await taken()
  await write(caseId, 2)
  const messageId = await letterOf(home, caseId, 'answer')
  await settle(home, messageId, 'sent')
  await bounce(home, messageId)
  await hearSent(messageId)
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'in-progress', firstAnsweredAt: null })
})

test('a letter that came back before we heard that it was sent is not counted meanwhile', async () => {
  const caseId = await taken()
  await write(caseId, 2)
  const messageId = await letterOf(home, caseId, 'answer')
  await settle(home, messageId, 'bounced')
  await hearSent(messageId)
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'in-progress', firstAnsweredAt: null })
})

test('a clock that was put back loses no letter: its job waits, and the answer counts from when it was written', async () => {
  const caseId = await taken()
  await write(caseId, 2)
  const messageId = await letterOf(home, caseId, 'answer')
  const writtenAt = home.clock.now()
  home.clock.moveMinutes(-2)
  await settle(home, messageId, 'sent')
  await expect(hearSent(messageId)).rejects.toThrow('clock')
  home.clock.moveMinutes(3)
  await hearSent(messageId)
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'answered', firstAnsweredAt: writtenAt })
})

test('the letter of no case changes nothing', async () => {
  await hearSent(home.founder as unknown as MessageId)
})

test('the time an answer counts from is the server’s, though we hear of it later: a promise kept in time was kept', async () => {
  const caseId = await taken()
  await write(caseId, 2)
  const messageId = await letterOf(home, caseId, 'answer')
  home.clock.moveMinutes(10)
  await settle(home, messageId, 'sent')
  home.clock.moveMinutes(10)
  const acceptedAt = new Date(home.clock.now().getTime() - 10 * 60_000)
  await breakPromises.run(home.house, home.organizationId)
  await hearSent(messageId)
  expect((await caseOf(home, caseId)).current.firstAnsweredAt).toEqual(acceptedAt)
  const acknowledgement = (await promisesOf(home, caseId)).find(({ kind }) => kind === 'acknowledgement')
  expect(acknowledgement).toMatchObject({ status: 'kept', settledAt: acceptedAt, brokenAt: null })
})

test('without a mailbox an answer is refused in words, and nothing of it stays', async () => {
  const caseId = await taken()
  await home.as('system', ({ db }) => db.updateTable('channel').set({ config: '{}' }).execute())
  await expect(write(caseId, 2)).rejects.toMatchObject({ code: 'wrong-state' })
  await expect(letterOf(home, caseId, 'answer')).rejects.toThrow()
})
