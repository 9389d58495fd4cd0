// One complaint on a real database: opened, acknowledged, taken, answered, answered back, finished, silent, closed.
import { afterAll, expect, test } from 'vitest'
import {
  accept,
  bounce,
  caseIn,
  caseOf,
  count,
  letterOf,
  promisesOf,
  staff,
  tickCases,
  writeIn,
} from '../../../tests/setup/cases.ts'
import { write } from '../../../tests/setup/customers.ts'
import { openCaseDesk } from '../../../tests/setup/taken-case.ts'
import type { CaseId } from '../../shared/ids.ts'
import { answerCase } from './work/answer-case.ts'
import { eventsOfCase } from './case-event.sql.ts'
import { takeCase } from './work/take-case.ts'

const day = 24 * 60

const { home, mailbox, jonas } = await openCaseDesk()
afterAll(() => home.close())

const complain = (from: string) => writeIn(home, mailbox, { from, text: 'The kettle leaks and I want my money back.' })
const versionOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.version
const take = (caseId: CaseId) => home.as(staff(jonas), async (ctx) => takeCase(ctx, caseId, await versionOf(caseId)))
const answer = (caseId: CaseId, text: string, final: boolean) =>
  home.as(staff(jonas), async (ctx) =>
    answerCase(ctx, caseId, {
      ...{
        version: await versionOf(caseId),
        text,
        final,
        finding: final ? 'founded' : null,
        evidence: null,
        fileIds: [],
      },
    }),
  )
const statuses = async (caseId: CaseId) =>
  Object.fromEntries((await promisesOf(home, caseId)).map((promise) => [promise.kind, promise.status]))
const later = (minutes: number) => {
  home.clock.moveMinutes(minutes)
}

test('a complaint is opened with a number, a duty person, three promises and a letter without a word of the sender', async () => {
  const { caseId } = await complain('first@customer.example')
  const { current, number, nextDueAt } = await caseOf(home, caseId)
  expect(current).toMatchObject({ state: 'received', kind: 'complaint', ownerStaffId: null })
  expect(number).toBeGreaterThan(0)
  expect(nextDueAt).toEqual(new Date(home.clock.now().getTime() + 15 * 60_000))
  expect(await statuses(caseId)).toEqual({ acknowledgement: 'open', 'first-answer': 'open', 'final-answer': 'open' })
  const messageId = await letterOf(home, caseId, 'acknowledgement')
  const letter = await home.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .innerJoin('outbox', 'outbox.message_id', 'message.message_id')
      .selectAll('message')
      .select('is_automatic')
      .where('message.message_id', '=', messageId)
      .executeTakeFirstOrThrow(),
  )
  expect(letter.is_automatic).toBe(true)
  expect(letter.text).toContain('Hello Mira Brandt,')
  expect(letter.text).toContain(`A-${String(number)}`)
  expect(letter.text).toMatch(/Amira|Jonas/)
  expect(letter.text).toContain('Wednesday 18 November 2026 at 12:00 (CET)')
  expect(`${letter.subject} ${letter.text}`).not.toMatch(/kettle|money/i)
  await accept(home, caseId, 'acknowledgement')
  expect((await caseOf(home, caseId)).current.state).toBe('acknowledged')
  expect(await statuses(caseId)).toMatchObject({ acknowledgement: 'kept' })
})

test('who has proved nothing is greeted without the name they gave: it may be a message to somebody else', async () => {
  const written = await write(home, mailbox, {
    from: 'unproved@customer.example',
    name: 'Pay Us Now',
    text: 'It broke.',
  })
  await home.as('system', ({ db }) =>
    db.updateTable('message').set({ authentication: 'none' }).where('message_id', '=', written.messageId).execute(),
  )
  await count(home, written.messageId)
  const messageId = await letterOf(home, await caseIn(home, written), 'acknowledgement')
  const letter = await home.as('system', ({ db }) =>
    db.selectFrom('message').select(['subject', 'text']).where('message_id', '=', messageId).executeTakeFirstOrThrow(),
  )
  expect(letter.text).toMatch(/^Hello,\n/)
  expect(`${letter.subject} ${letter.text}`).not.toMatch(/Pay Us Now|broke/)
})

test('a case walks from answer through thanks and still broken to silence and closed, and its earlier times stay', async () => {
  const story = await complain('second@customer.example')
  const { caseId } = story
  await accept(home, caseId, 'acknowledgement')
  later(10)
  await take(caseId)
  later(30)
  await answer(caseId, 'I am sorry. Please tell me the order number.', false)
  expect((await caseOf(home, caseId)).current.firstAnsweredAt).toBeNull()
  later(1)
  await accept(home, caseId, 'answer')
  const firstAnsweredAt = (await caseOf(home, caseId)).current.firstAnsweredAt
  expect(firstAnsweredAt).toEqual(home.clock.now())
  expect(await statuses(caseId)).toMatchObject({ 'first-answer': 'kept', 'final-answer': 'open' })
  later(30)
  await answer(caseId, 'Your money is on its way.', true)
  await accept(home, caseId, 'answer')
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'answered', finding: 'founded' })

  later(60)
  await writeIn(home, mailbox, { from: 'second@customer.example', to: story, text: 'Thank you!' })
  expect((await caseOf(home, caseId)).current).toMatchObject({
    state: 'resolved',
    resolvedBy: 'customer',
    reopenings: [],
  })
  later(60)
  await writeIn(home, mailbox, { from: 'second@customer.example', to: story, text: 'It is still broken.' })
  const reopened = (await caseOf(home, caseId)).current
  expect(reopened).toMatchObject({ state: 'in-progress', isReopened: true, firstAnsweredAt })
  expect(reopened.reopenings).toHaveLength(1)
  expect(await statuses(caseId)).toMatchObject({ 'still-broken-answer': 'open', 'final-answer': 'open' })

  later(60)
  await answer(caseId, 'A new kettle has been sent.', true)
  await accept(home, caseId, 'answer')
  for (const meaning of ['silence-notice', 'silence-notice']) {
    later(7 * day + 1)
    await tickCases(home)
    await tickCases(home)
    await accept(home, caseId, meaning)
  }
  later(7 * day + 1)
  await tickCases(home)
  expect((await caseOf(home, caseId)).current).toMatchObject({ state: 'resolved', resolvedBy: 'silence' })
  later(14 * day + 1)
  await tickCases(home)
  const closed = (await caseOf(home, caseId)).current
  expect(closed.state).toBe('closed')
  expect(closed.ends.map(({ kind }) => kind)).toEqual(['resolved', 'resolved', 'closed'])
  const kinds = (await home.as('system', ({ db }) => eventsOfCase(db, caseId))).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'silence-notice-queued')).toHaveLength(2)
  expect(kinds.at(-1)).toBe('closed')
})

test('a bounced answer sets the clock running again with the due time it had', async () => {
  const { caseId } = await complain('fifth@customer.example')
  const due = (await promisesOf(home, caseId)).find(({ kind }) => kind === 'first-answer')?.dueAt
  await take(caseId)
  await answer(caseId, 'We look into it.', false)
  const messageId = await accept(home, caseId, 'answer')
  expect(await statuses(caseId)).toMatchObject({ 'first-answer': 'kept' })
  await bounce(home, messageId)
  const again = (await promisesOf(home, caseId)).find(({ kind }) => kind === 'first-answer')
  expect(again).toMatchObject({ status: 'open', dueAt: due, settledAt: null, owedUntil: null })
  expect((await caseOf(home, caseId)).current.firstAnsweredAt).toBeNull()
})

test('a promise past due is broken once, at its due time, and is still counted down until it is done', async () => {
  const { caseId } = await complain('sixth@customer.example')
  const before = (await caseOf(home, caseId)).nextDueAt
  later(16)
  await tickCases(home)
  await tickCases(home)
  const broken = (await promisesOf(home, caseId)).find(({ kind }) => kind === 'acknowledgement')
  expect(broken).toMatchObject({ status: 'broken', owedUntil: null })
  expect(broken?.brokenAt).toEqual(broken?.dueAt)
  await take(caseId)
  expect((await caseOf(home, caseId)).nextDueAt).toEqual(before)
  const told = await home.as('system', ({ db }) =>
    db
      .selectFrom('live_event')
      .select('sequence')
      .where('kind', '=', 'promise.broken')
      .where('object_id', '=', caseId)
      .execute(),
  )
  expect(told).toHaveLength(1)
  await accept(home, caseId, 'acknowledgement')
  expect((await promisesOf(home, caseId)).find(({ kind }) => kind === 'acknowledgement')).toMatchObject({
    status: 'broken',
  })
  expect((await caseOf(home, caseId)).nextDueAt).not.toEqual(before)
})

test('the database itself closes nothing while a promise is open and rewrites no earlier time', async () => {
  const { caseId } = await complain('seventh@customer.example')
  await take(caseId)
  const set = (change: object) =>
    home.as('system', ({ db }) => db.updateTable('cases').set(change).where('case_id', '=', caseId).execute())
  await expect(set({ state: 'closed', closed_at: home.clock.now() })).rejects.toMatchObject({ code: 'AM002' })
  await expect(set({ received_at: new Date(0) })).rejects.toMatchObject({ code: 'AM003' })
  await expect(set({ taken_at: new Date(0) })).rejects.toMatchObject({ code: 'AM003' })
  await expect(set({ owner_staff_id: null })).rejects.toMatchObject({ constraint: 'one_owner_after_taking' })
})

test('somebody who saw an older version is told so and nothing is sent', async () => {
  const { caseId } = await complain('ninth@customer.example')
  await take(caseId)
  const given = { text: 'Late.', final: false, finding: null, evidence: null, fileIds: [] }
  await expect(home.as(staff(jonas), (ctx) => answerCase(ctx, caseId, { ...given, version: 1 }))).rejects.toMatchObject(
    { code: 'conflict' },
  )
  await expect(letterOf(home, caseId, 'answer')).rejects.toThrow()
})
