// A customer who writes of danger comes before everybody, those who answer for safety are told at once and at any hour, and a person says what became of it.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { caseOf, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { write } from '../../../../tests/setup/customers.ts'
import { openNoticeDesk } from '../../../../tests/setup/notices.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { seeDesk } from '../../desk/see-desk.ts'
import { mergeCases } from '../rearranging/merge-cases.ts'
import { splitCase } from '../rearranging/split-case.ts'
import { undoRearrangement } from '../rearranging/undo-rearrangement.ts'
import { seeCase } from '../page/see-case.ts'
import { seeMessages } from '../page/see-messages.ts'
import { confirmMessage } from '../work/confirm-message.ts'
import { takeCase } from '../work/take-case.ts'
import { takeNext } from '../work/take-next.ts'
import { count } from '../../../../tests/setup/cases.ts'
import { nameSubject } from '../work/name-subject.ts'
import { seeToDanger } from './see-to-danger.ts'

const desk = await openNoticeDesk()
const { home, jonas, mailbox, versionOf } = desk
const lead = await home.addPerson('Tomas Lind', 'lead')
const lea = await home.addPerson('Lea Sommer', 'handler')
const asLead = staff(lead, 'lead')
afterAll(() => home.close())
beforeEach(() => {
  home.clock.moveMinutes(1)
})

let people = 0
const complain = async (text: string, subject = 'The kettle') => {
  people += 1
  return { ...(await writeIn(home, mailbox, { from: `p${String(people)}@customer.example`, text, subject })), subject }
}
const smoke = 'Smoke came out of the kettle and my daughter burned her hand.'
const dangerAt = (caseId: CaseId): Promise<Date | null> =>
  home.as('system', async ({ db }) => {
    const row = await db.selectFrom('cases').select('danger_at').where('case_id', '=', caseId).executeTakeFirstOrThrow()
    return row.danger_at
  })
const told = async (staffId: StaffId, caseId: CaseId) =>
  (await desk.noted(staffId)).filter((one) => one.caseId === caseId && one.kind === 'danger').length

test('whoever writes of danger is taken before those who came earlier, and the desk says why', async () => {
  const first = await complain('The lid is loose.')
  home.clock.moveMinutes(30)
  const second = await complain(smoke)
  const seen = await home.as(staff(jonas), (ctx) => seeDesk(ctx, 10))
  expect(seen.next).toMatchObject({ line: { caseId: second.caseId }, why: { key: 'danger' } })
  expect(await home.as(staff(jonas), (ctx) => takeNext(ctx))).toEqual({ caseId: second.caseId })
  expect(await home.as(staff(jonas), (ctx) => takeNext(ctx))).toEqual({ caseId: first.caseId })
})

test('it comes before what waits in each of the five languages, and an ordinary complaint does not', async () => {
  const words = [
    smoke,
    'Aus dem Wasserkocher kam Rauch und meine Tochter hat sich die Hand verbrannt.',
    'De la fumée est sortie de la bouilloire et ma fille s’est brûlé la main.',
    'Salió humo del hervidor y mi hija se quemó la mano.',
    'Dal bollitore è uscito del fumo e mia figlia si è ustionata la mano.',
  ]
  for (const text of words) expect(await dangerAt((await complain(text)).caseId), text).not.toBeNull()
  expect(await dangerAt((await complain('The kettle is late again and nobody answers.')).caseId)).toBeNull()
})

test('the owner, every lead and administrator are told at once, at night as well, whatever they chose; others are not', async () => {
  const { caseId, ...story } = await complain('The lid is loose.')
  await home.as(staff(jonas), async (ctx) => takeCase(ctx, caseId, await versionOf(caseId)))
  await desk.wants(jonas, { choices: {}, weekly: { '1': [[540, 600]] } })
  await desk.work()
  const before = (await desk.deliveries(jonas)).length
  home.clock.moveMinutes(1)
  const { messageId } = await write(home, mailbox, {
    to: story,
    text: smoke,
    from: `p${String(people)}@customer.example`,
  })
  await count(home, messageId)
  await desk.work()
  expect([await told(jonas, caseId), await told(lead, caseId), await told(lea, caseId)]).toEqual([1, 1, 0])
  const deliveries = (await desk.deliveries(jonas)).slice(before)
  expect(deliveries.map(({ way }) => way).sort()).toEqual(['browser', 'mail'])
  await desk.tickLater(5)
  expect(await told(jonas, caseId), 'once').toBe(1)
})

test('a hundred that come at once are told in two bundles, the second within a minute', async () => {
  await desk.work()
  home.clock.moveMinutes(2)
  const before = (await desk.deliveries(lead)).length
  for (let n = 0; n < 20; n++) {
    await complain(smoke)
    await desk.work()
  }
  expect((await desk.deliveries(lead)).length - before).toBe(2)
  await desk.tickLater()
  expect((await desk.deliveries(lead)).length - before).toBe(4)
})

test('nobody is told of danger in a complaint about themselves', async () => {
  const { caseId, ...story } = await complain('Tomas was rude to me.')
  await home.as('system', async (ctx) => nameSubject(ctx, caseId, { version: await versionOf(caseId), staffId: lead }))
  const { messageId } = await write(home, mailbox, {
    to: story,
    text: smoke,
    from: `p${String(people)}@customer.example`,
  })
  await count(home, messageId)
  await desk.work()
  expect(await told(lead, caseId)).toBe(0)
})

test('what waits to be confirmed is told as well, and once', async () => {
  const { caseId, ...story } = await complain('The lid is loose.')
  const { messageId } = await write(home, mailbox, {
    ...{ to: story, text: smoke, standing: 'to-confirm', from: 'neighbour@customer.example' },
  })
  await home.as('system', (ctx) => {
    ctx.emit({ kind: 'danger.waits', messageId, conversationId: story.conversationId })
    return Promise.resolve()
  })
  await desk.work()
  expect(await told(lead, caseId)).toBe(1)
  expect(await dangerAt(caseId)).toBeNull()
  await home.as(asLead, (ctx) => confirmMessage(ctx, messageId, 'join'))
  await count(home, messageId)
  await desk.work()
  expect(await dangerAt(caseId)).not.toBeNull()
  expect(await told(lead, caseId)).toBe(1)
})

test('the page shows the customer’s words until somebody says what became of it; then it is an ordinary case', async () => {
  const { caseId } = await complain(smoke)
  const seen = await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))
  expect(seen.danger?.words.map(({ kind }) => kind).sort()).toContain('injury')
  expect(seen.maySeeToDanger).toBe(true)
  const { messages } = await home.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, {}))
  expect(messages.flatMap(({ cues }) => cues.map(({ kind }) => kind))).toContain('injury')
  await home.as(staff(jonas), (ctx) => seeToDanger(ctx, caseId, { as: 'seen-to' }))
  expect(await dangerAt(caseId)).toBeNull()
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).danger).toBeNull()
  await expect(home.as(staff(lea), (ctx) => seeToDanger(ctx, caseId, { as: 'no-danger' }))).rejects.toMatchObject({
    code: 'wrong-state',
  })
  const decisions = await home.as('system', ({ db }) =>
    db
      .selectFrom('decision')
      .select(['chosen', 'actor_kind'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'danger')
      .orderBy('at')
      .execute(),
  )
  expect(decisions.map(({ chosen, actor_kind }) => [chosen, actor_kind])).toEqual([
    ['danger', 'system'],
    ['danger', 'staff'],
  ])
})

test('a new danger in a case where one was seen to is a danger again', async () => {
  const { caseId, ...story } = await complain(smoke)
  await home.as(staff(jonas), (ctx) => seeToDanger(ctx, caseId, { as: 'no-danger' }))
  home.clock.moveMinutes(1)
  const again = {
    to: story,
    text: 'Now the socket gave me an electric shock.',
    from: `p${String(people)}@customer.example`,
  }
  const { messageId } = await write(home, mailbox, again)
  await count(home, messageId)
  expect(await dangerAt(caseId)).toEqual(home.clock.now())
})

test('danger goes with its message when cases are merged or split, and comes back when that is undone', async () => {
  const from = `p${String((people += 1))}@customer.example`
  const [calm, hot] = [
    await writeIn(home, mailbox, { from, text: 'The lid is loose.' }),
    await writeIn(home, mailbox, { from, text: smoke }),
  ]
  const since = await dangerAt(hot.caseId)
  const merged = await home.as(asLead, async (ctx) =>
    mergeCases(ctx, hot.caseId, {
      ...{ version: await versionOf(hot.caseId), into: calm.caseId, intoVersion: await versionOf(calm.caseId) },
    }),
  )
  expect(await dangerAt(calm.caseId)).toEqual(since)
  const undone = { rearrangementId: merged.rearrangementId, version: await versionOf(calm.caseId) }
  await home.as(asLead, (ctx) => undoRearrangement(ctx, calm.caseId, undone.rearrangementId, undone.version))
  expect([await dangerAt(calm.caseId), await dangerAt(hot.caseId)]).toEqual([null, since])

  const { messageId } = await write(home, mailbox, { to: calm, text: smoke, from })
  await count(home, messageId)
  expect(await dangerAt(calm.caseId)).not.toBeNull()
  const split = await home.as(asLead, async (ctx) =>
    splitCase(ctx, calm.caseId, { version: await versionOf(calm.caseId), messageIds: [messageId] }),
  )
  expect(await dangerAt(calm.caseId)).toBeNull()
  expect(await dangerAt(split.caseId)).not.toBeNull()
  expect((await caseOf(home, split.caseId)).current.state).not.toBe('merged')
})
