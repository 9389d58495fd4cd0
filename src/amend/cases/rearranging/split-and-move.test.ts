// Messages that are about something else become a case of their own, or go to another case of the same customer.
import { afterAll, expect, test } from 'vitest'
import { accept, caseOf, letterOf, promisesOf, staff, tickCases, writeIn } from '../../../../tests/setup/cases.ts'
import { settle } from '../../../../tests/setup/customers.ts'
import { openTwoCases, stateOf } from '../../../../tests/setup/two-cases.ts'
import type { CaseId, FileId, MessageId } from '../../../shared/ids.ts'
import { nameSubject } from '../work/name-subject.ts'
import { seeCase } from '../page/see-case.ts'
import { seeMessages } from '../page/see-messages.ts'
import { seeTimeline } from '../page/see-timeline.ts'
import { waitOnCase } from '../work/wait-on-case.ts'

const desk = await openTwoCases()
const { home, mailbox, jonas, lea, lead, cases, take, handTo, split, move, undo, again, versionOf, everything } = desk
afterAll(() => home.close())

const asLead = staff(lead, 'lead')
const heard = async (caseId: CaseId) => {
  const seen = await home.as(asLead, (ctx) => seeMessages(ctx, caseId, { limit: 100 }))
  return seen.messages.filter(({ direction }) => direction === 'in').map(({ messageId }) => messageId)
}
const promises = async (caseId: CaseId) =>
  (await promisesOf(home, caseId)).map(({ kind, status, madeAt }) => ({ kind, status, madeAt }))
const letterState = (messageId: MessageId) =>
  home.as('system', async ({ db }) => {
    const row = await db
      .selectFrom('outbox')
      .select('state')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow()
    return row.state
  })
const wrongState = { code: 'wrong-state' }

test('a message becomes a case of its own: with its owner, its own number, and promises from when it came', async () => {
  const [first] = await cases()
  await take(first.caseId)
  const toaster = await again(first, 'And the toaster burns everything, is that normal?')

  const writtenAt = home.clock.now()
  home.clock.moveMinutes(30)
  const { caseId } = await split(first.caseId, [toaster])
  expect(await heard(caseId)).toEqual([toaster])
  expect(await heard(first.caseId)).toEqual([first.messageId])
  const { current, customerId, number } = await caseOf(home, caseId)
  expect(current).toMatchObject({ state: 'in-progress', ownerStaffId: jonas, receivedAt: writtenAt })
  expect(customerId).toBe(first.customerId)
  expect(number).toBeGreaterThan((await caseOf(home, first.caseId)).number)
  // Its customer was acknowledged already, and is not told again.
  expect(current.acknowledgedAt).toEqual(writtenAt)
  expect(await promises(caseId)).toEqual([
    { kind: 'first-answer', status: 'open', madeAt: writtenAt },
    { kind: 'final-answer', status: 'open', madeAt: writtenAt },
  ])
  await expect(letterOf(home, caseId, 'acknowledgement')).rejects.toThrow()

  const from = await home.as(asLead, (ctx) => seeCase(ctx, first.caseId))
  const to = await home.as(asLead, (ctx) => seeCase(ctx, caseId))
  for (const view of [from, to])
    expect(view.rearrangements).toMatchObject([
      { kind: 'split', by: 'Tomas Lind', from: { caseId: first.caseId }, to: { caseId }, messages: 1, stays: null },
    ])
  const { entries } = await home.as(asLead, (ctx) => seeTimeline(ctx, { caseId }, undefined))
  expect(entries.map(({ kind }) => kind)).toContain('case-split')
  // What its customer writes there is heard there, and what they write in the old one is heard in that.
  const { conversationId } = await caseOf(home, caseId)
  const reply = await again({ ...first, conversationId }, 'Any news of the toaster?')
  expect(await heard(caseId)).toEqual([toaster, reply])
})

test('undone, the first case stands as it did, and the number of the other leads to it; it can be split again', async () => {
  const [first] = await cases()
  await take(first.caseId)
  const other = await again(first, 'And the toaster burns.')
  const before = await everything(first.caseId)
  const done = await split(first.caseId, [other])
  await undo(done, first.caseId)
  expect(await everything(first.caseId)).toEqual(before)
  expect(await stateOf(desk, done.caseId)).toBe('merged')
  const view = await home.as(asLead, (ctx) => seeCase(ctx, done.caseId))
  expect(view.mergedInto?.caseId).toBe(first.caseId)
  expect((await promises(done.caseId)).map(({ status }) => status)).toEqual(['merged', 'merged'])
  const again2 = await split(first.caseId, [other])
  expect(again2.caseId).not.toBe(done.caseId)
  expect(await heard(again2.caseId)).toEqual([other])
})

test('who was never told that we have it is told of the new case, once a minute has passed to undo it', async () => {
  const [first] = await cases({ acknowledged: false })
  const other = await again(first, 'And the toaster burns.')
  const done = await split(first.caseId, [other])
  const letter = await letterOf(home, done.caseId, 'acknowledgement')
  const due = await home.as('system', ({ db }) =>
    db.selectFrom('outbox').select('due_at').where('message_id', '=', letter).executeTakeFirstOrThrow(),
  )
  expect(due.due_at).toEqual(new Date(home.clock.now().getTime() + 60_000))
  await undo(done, done.caseId)
  expect(await letterState(letter)).toBe('cancelled')
})

test('what they were told of the new case holds when it goes back', async () => {
  const [first] = await cases({ acknowledged: false })
  const other = await again(first, 'And the toaster burns.')
  const done = await split(first.caseId, [other])
  await accept(home, done.caseId, 'acknowledgement')
  const told = (await promisesOf(home, done.caseId)).filter(({ owedUntil }) => owedUntil === null)
  await undo(done, first.caseId)
  const after = (await promisesOf(home, first.caseId)).filter(({ owedUntil }) => owedUntil === null)
  for (const { kind, dueAt } of told) expect(after.find((one) => one.kind === kind)!.dueAt <= dueAt).toBe(true)
})

test('a case about a colleague is split into one that is about them too', async () => {
  const [first] = await cases()
  const subject = await home.addPerson('Paul Kern', 'handler')
  const version = await versionOf(first.caseId)
  await home.as(asLead, (ctx) => nameSubject(ctx, first.caseId, { version, staffId: subject }))
  const other = await again(first, 'And the toaster burns.')
  const { caseId } = await split(first.caseId, [other])
  expect((await caseOf(home, caseId)).current.aboutStaffIds).toContain(subject)
})

test('whom the split message complains about does not get the new case', async () => {
  const [first] = await cases()
  await take(first.caseId)
  const rude = await again(first, 'And Jonas Weber was rude to me on the phone.')
  const { caseId } = await split(first.caseId, [rude])
  const { current } = await caseOf(home, caseId)
  expect(current.aboutStaffIds).toContain(jonas)
  expect(current.ownerStaffId).toBeNull()
  expect(current.dutyStaffId).not.toBe(jonas)
  const seen = await home.as(staff(jonas), (ctx) => seeCase(ctx, first.caseId))
  expect(seen.rearrangements).toEqual([])
})

test('a message goes to another case with its files, ends a wait for the customer there, and all of it goes back', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await take(second.caseId)
  const until = new Date(home.clock.now().getTime() + 5 * 86_400_000)
  const version = await versionOf(second.caseId)
  const wait = { version, for: 'customer', reason: 'a photo', until } as const
  await home.as(staff(jonas), (ctx) => waitOnCase(ctx, second.caseId, wait))
  const photo = await again(first, 'Here is the photo.')
  const fileId = await attach(photo)
  const before = await everything(first.caseId, second.caseId)
  const done = await move(first.caseId, second.caseId, [photo], staff(jonas))
  expect(done).toMatchObject({ caseId: second.caseId, state: 'in-progress' })
  const seen = await home.as(asLead, (ctx) => seeMessages(ctx, second.caseId, {}))
  expect(seen.messages.find(({ messageId }) => messageId === photo)?.attachments.map((one) => one.fileId)).toEqual([
    fileId,
  ])
  expect(await heard(first.caseId)).toEqual([first.messageId])
  const lines = await home.as('system', ({ db }) =>
    db
      .selectFrom('cases')
      .select(['case_id', 'last_text'])
      .where('case_id', 'in', [first.caseId, second.caseId])
      .execute(),
  )
  expect(lines.find(({ case_id }) => case_id === second.caseId)?.last_text).toBe('Here is the photo.')
  await undo(done, first.caseId, staff(jonas))
  expect(await everything(first.caseId, second.caseId)).toEqual(before)
  expect(await stateOf(desk, second.caseId)).toBe('waiting-for-customer')
  // A wait that ended for good ends again when it is over.
  home.clock.moveTo(new Date(until.getTime() + 60_000))
  await tickCases(home)
  expect(await stateOf(desk, second.caseId)).toBe('in-progress')
})

test('whom a message is kept from is kept from the case it goes to', async () => {
  const [first, second] = await cases()
  const subject = await home.addPerson('Rita Holm', 'handler')
  const version = await versionOf(first.caseId)
  await home.as(asLead, (ctx) => nameSubject(ctx, first.caseId, { version, staffId: subject }))
  const other = await again(first, 'She was rude again.')
  await move(first.caseId, second.caseId, [other])
  expect((await caseOf(home, second.caseId)).current.aboutStaffIds).toContain(subject)
})

test('what opened a case, letters of ours and messages of others stay where they are', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await desk.answered(first.caseId, false)
  const answer = await letterOf(home, first.caseId, 'answer')
  const invalid = { code: 'invalid' }
  await expect(split(first.caseId, [first.messageId])).rejects.toThrow(/opened a case stays/)
  await expect(split(first.caseId, [answer])).rejects.toMatchObject(invalid)
  await expect(split(first.caseId, [second.messageId])).rejects.toMatchObject(invalid)
  await expect(move(first.caseId, second.caseId, [answer])).rejects.toMatchObject(invalid)
  const stranger = await writeIn(home, mailbox, { from: 'stranger@customer.example', text: 'Hello?' })
  const mine = await again(first, 'Not for a stranger.')
  await expect(move(first.caseId, stranger.caseId, [mine])).rejects.toThrow(/two customers/)
  await expect(move(first.caseId, first.caseId, [mine])).rejects.toMatchObject(wrongState)
})

test('nothing goes to a case that is answered; nor to a colleague’s by a handler', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  await take(second.caseId, lea)
  const other = await again(first, 'And the toaster.')
  await expect(move(first.caseId, second.caseId, [other], staff(jonas))).rejects.toMatchObject({ code: 'not-allowed' })
  await handTo(second.caseId, jonas)
  await desk.answered(second.caseId)
  await expect(move(first.caseId, second.caseId, [other], staff(jonas))).rejects.toThrow(/answered or over/)
})

test('what came last is undone first, and nothing once the customer was answered in either case', async () => {
  const [first, second] = await cases()
  await take(first.caseId)
  const [one, two] = [await again(first, 'One.'), await again(first, 'Two.')]
  const moved = await move(first.caseId, second.caseId, [one])
  const divided = await split(first.caseId, [two])
  await expect(undo(moved, first.caseId)).rejects.toThrow(/Undo that first/)
  await undo(divided, first.caseId)
  await expect(undo(divided, first.caseId)).rejects.toThrow(/undone already/)
  await desk.answered(first.caseId, false)
  await expect(undo(moved, first.caseId)).rejects.toThrow(/answered since/)
})

async function attach(messageId: MessageId): Promise<FileId> {
  return home.as('system', async (ctx) => {
    const fileId = ctx.newId<'file'>()
    const sha256 = Buffer.alloc(32, 7)
    const at = ctx.now()
    const organization_id = ctx.organizationId
    await ctx.db
      .insertInto('file_content')
      .values({ organization_id, sha256, bytes: Buffer.from('png') })
      .execute()
    const file = {
      organization_id,
      file_id: fileId,
      sha256,
      name: 'lamp.png',
      media_type: 'image/png',
      size: 3,
      stored_at: at,
    }
    await ctx.db.insertInto('file').values(file).execute()
    await ctx.db
      .insertInto('attachment')
      .values({ organization_id, message_id: messageId, position: 0, file_id: fileId })
      .execute()
    return fileId
  })
}

test('a letter that is leaving this moment is waited for', async () => {
  const [first, second] = await cases({ acknowledged: false })
  await home.as('system', async ({ db }) => {
    const messageId = await letterOf(home, first.caseId, 'acknowledgement')
    await db.updateTable('outbox').set({ state: 'sending' }).where('message_id', '=', messageId).execute()
  })
  await expect(desk.merge(first.caseId, second.caseId)).rejects.toThrow(/leaving this moment/)
  await settle(home, await letterOf(home, first.caseId, 'acknowledgement'), 'sent')
})
