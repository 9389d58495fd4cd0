// What an owner does with a case besides answering: wait, promise, draft, correct, reject, confirm who else may speak; and what erasing leaves.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, caseIn, caseOf, count, promisesOf, staff, tickCases, writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox, write } from '../../../tests/setup/customers.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import type { CaseId, ChannelId, FileId, StaffId } from '../../shared/ids.ts'
import { storeFiles } from '../../platform/files/store-file.ts'
import { answerCase } from './answer-case.ts'
import { givePromise, keepGivenPromise } from './case-promises.ts'
import { casePrivacy } from './case.privacy.ts'
import { confirmMessage } from './confirm-message.ts'
import { correctMeaning } from './correct-meaning.ts'
import { keepDraft } from './keep-draft.ts'
import { rejectCase } from './reject-case.ts'
import { resolveCase } from './resolve-case.ts'
import { seeCase, seePromises } from './see-case.ts'
import { seeMessages } from './see-messages.ts'
import { takeCase } from './take-case.ts'
import { resumeCase, waitOnCase } from './wait-on-case.ts'

let home: TestHouse
let mailbox: ChannelId
let jonas: StaffId
let people = 0

beforeAll(async () => {
  home = await openTestHouse()
  mailbox = await connectMailbox(home)
  jonas = await home.addPerson('Jonas Weber', 'handler')
})
afterAll(() => home.close())

/** A complaint of somebody new that Jonas has taken. */
async function taken() {
  people += 1
  const from = `customer${String(people)}@customer.example`
  const story = await writeIn(home, mailbox, { from, text: 'The lamp is broken.' })
  home.clock.moveMinutes(1)
  await accept(home, story.caseId, 'acknowledgement')
  await home.as(staff(jonas), async (ctx) => takeCase(ctx, story.caseId, await versionOf(story.caseId)))
  return { ...story, from }
}
const versionOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.version
const answered = async (caseId: CaseId, final = true, fileIds: readonly FileId[] = []) => {
  const version = await versionOf(caseId)
  const given = { version, text: 'Done.', final, finding: final ? ('founded' as const) : null, evidence: null, fileIds }
  await home.as(staff(jonas), (ctx) => answerCase(ctx, caseId, given))
  return accept(home, caseId, 'answer')
}
const dueOf = async (caseId: CaseId, kind: string) =>
  (await promisesOf(home, caseId)).find((one) => one.kind === kind)?.dueAt

test('while we wait for the customer the clock stands still, and it is moved by what was waited in business time', async () => {
  const { caseId } = await taken()
  const [before, acknowledged] = [await dueOf(caseId, 'first-answer'), await dueOf(caseId, 'acknowledgement')]
  const until = new Date(home.clock.now().getTime() + 30 * 3_600_000)
  const version = await versionOf(caseId)
  await home.as(staff(jonas), (ctx) => waitOnCase(ctx, caseId, { version, for: 'customer', reason: 'A photo', until }))
  home.clock.moveMinutes(60)
  await home.as(staff(jonas), (ctx) => resumeCase(ctx, caseId, version + 1))
  expect(await dueOf(caseId, 'first-answer')).toEqual(new Date((before?.getTime() ?? 0) + 3_600_000))
  expect(await dueOf(caseId, 'acknowledgement')).toEqual(acknowledged)
})

test('a wait ends by itself when its time comes', async () => {
  const { caseId } = await taken()
  const until = new Date(home.clock.now().getTime() + 3_600_000)
  const version = await versionOf(caseId)
  await home.as(staff(jonas), (ctx) =>
    waitOnCase(ctx, caseId, { version, for: 'third-party', reason: 'The carrier', until }),
  )
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.state).toBe('waiting-for-third-party')
  const seen = await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))
  expect(seen.waiting).toEqual({ for: 'third-party', reason: 'The carrier', until: until.toISOString() })
  home.clock.moveMinutes(61)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.state).toBe('in-progress')
})

test('a promise that a person gave holds the case open until it is kept', async () => {
  const { caseId } = await taken()
  const dueAt = new Date(home.clock.now().getTime() + 40 * 86_400_000)
  const { promiseId } = await home.as(staff(jonas), (ctx) => givePromise(ctx, caseId, { about: 'I call you', dueAt }))
  await answered(caseId)
  home.clock.moveMinutes(8 * 24 * 60)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toBeNull()
  await home.as(staff(jonas), (ctx) => keepGivenPromise(ctx, caseId, promiseId))
  home.clock.moveMinutes(61)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toEqual(home.clock.now())
})

test('a promise that a person broke holds the case open until it is done, however late', async () => {
  const { caseId } = await taken()
  const dueAt = new Date(home.clock.now().getTime() + 3_600_000)
  const { promiseId } = await home.as(staff(jonas), (ctx) => givePromise(ctx, caseId, { about: 'I pay you', dueAt }))
  await answered(caseId)
  const seen = () => home.as(staff(jonas), (ctx) => seePromises(ctx, caseId))
  const given = async () => (await seen()).promises.find((one) => one.promiseId === promiseId)
  home.clock.moveMinutes(8 * 24 * 60)
  await tickCases(home)
  expect(await given()).toMatchObject({ status: 'broken', settledAt: null })
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toBeNull()
  const close = home.as('system', ({ db }) =>
    db
      .updateTable('cases')
      .set({ state: 'closed', closed_at: home.clock.now() })
      .where('case_id', '=', caseId)
      .execute(),
  )
  await expect(close).rejects.toMatchObject({ code: 'AM002' })
  await home.as(staff(jonas), (ctx) => keepGivenPromise(ctx, caseId, promiseId))
  expect(await given()).toMatchObject({ status: 'broken', settledAt: home.clock.now().toISOString() })
  home.clock.moveMinutes(61)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current.noticeQueuedAt).toEqual(home.clock.now())
})

test('what can be asked is what the rules would allow: nothing of a colleague’s case, everything fitting of one’s own', async () => {
  const { caseId } = await taken()
  const other = await home.addPerson('Lea Sommer', 'handler')
  const lead = await home.addPerson('Tomas Lind', 'lead')
  const see = (one: StaffId, role: 'handler' | 'lead') => home.as(staff(one, role), (ctx) => seeCase(ctx, caseId))
  expect(await see(jonas, 'handler')).toMatchObject({
    relation: 'own',
    allowed: ['answer', 'finish', 'wait', 'resolve', 'promise', 'assign'],
  })
  expect(await see(other, 'handler')).toMatchObject({ relation: 'colleague', allowed: [] })
  expect(await see(lead, 'lead')).toMatchObject({ relation: 'colleague', allowed: ['assign'] })
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
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'Dear'))
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).draft?.text).toBe('Dear')
  expect((await home.as(staff(home.founder), (ctx) => seeCase(ctx, caseId))).draft).toBeNull()
  await answered(caseId, false)
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).draft).toBeNull()
})

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

test('erasing a person takes the words and leaves the figures', async () => {
  const { caseId, customerId } = await taken()
  const dueAt = new Date(home.clock.now().getTime() + 86_400_000)
  await home.as(staff(jonas), (ctx) => givePromise(ctx, caseId, { about: 'I call Mira', dueAt }))
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'Dear Mira'))
  const exported = await home.as('system', (ctx) =>
    Promise.all(
      casePrivacy.map(
        async ({ table, exportRows }) =>
          [table, typeof exportRows === 'function' ? await exportRows(ctx, customerId) : []] as const,
      ),
    ),
  )
  const tables = Object.fromEntries(exported)
  expect(tables['cases']).toHaveLength(1)
  expect(JSON.stringify(tables['promise'])).toContain('I call Mira')
  await home.as('system', async (ctx) => {
    for (const { erase } of casePrivacy) if (typeof erase === 'function') await erase(ctx, customerId)
  })
  const left = await home.as('system', async ({ db }) => ({
    cases: await db
      .selectFrom('cases')
      .select(['matter', 'number'])
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
    drafts: await db.selectFrom('draft').select('text').where('case_id', '=', caseId).execute(),
    promises: await db.selectFrom('promise').select('about').where('case_id', '=', caseId).execute(),
  }))
  expect(left.cases.matter).toBe('')
  expect(left.drafts).toEqual([])
  expect(left.promises.map(({ about }) => about)).toEqual(['', '', '', ''])
  const rewrite = home.as('system', ({ db }) =>
    db
      .updateTable('case_event')
      .set({ kind: 'x' } as never)
      .where('case_id', '=', caseId)
      .execute(),
  )
  await expect(rewrite).rejects.toThrow()
})
