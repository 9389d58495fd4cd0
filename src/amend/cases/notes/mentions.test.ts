// Mentioning a colleague in a note: who can be, that it is announced with the note, and what the desk says until they open the case.
import { afterAll, expect, test } from 'vitest'
import { caseOf, staff } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { usualLines } from '../../desk/desk.schema.ts'
import { seeDesk } from '../../desk/see-desk.ts'
import { nameSubject } from '../work/name-subject.ts'
import { seeCase } from '../page/see-case.ts'
import { seeMention } from './see-mention.ts'
import { seeMessages } from '../page/see-messages.ts'
import { takeBackNote } from './take-back-note.ts'
import { writeNote } from './write-note.ts'

const { home, jonas, taken } = await openCaseDesk()
const lea = await home.addPerson('Lea Sommer', 'handler')
const tomas = await home.addPerson('Tomas Lind', 'lead')
afterAll(() => home.close())

const mention = (caseId: CaseId, by: StaffId, ...mentions: StaffId[]) =>
  home.as(staff(by), async (ctx) => {
    const { noteId } = await writeNote(ctx, caseId, { text: 'Look, please.', call: null, mentions })
    return noteId
  })
const onDesk = async (who: StaffId) =>
  (await home.as(staff(who), (ctx) => seeDesk(ctx, usualLines))).mentions.map(({ caseId }) => caseId)
const isMentioned = async (caseId: CaseId, who: StaffId) =>
  (await home.as(staff(who), (ctx) => seeCase(ctx, caseId))).isMentioned
const open = (caseId: CaseId, who: StaffId) => home.as(staff(who), (ctx) => seeMention(ctx, caseId))
const told = (caseId: CaseId) =>
  home.as(
    'system',
    async ({ db }) =>
      (
        await db
          .selectFrom('live_event')
          .select(['kind', 'object_id'])
          .where('object_id', '=', caseId)
          .where('kind', '=', 'staff.mentioned')
          .execute()
      ).length,
  )

test('who is mentioned stands in the note by name and finds the case on the desk, the newest first, until they open it', async () => {
  const [one, other] = [await taken(), await taken()]
  await mention(one.caseId, jonas, lea, tomas)
  home.clock.moveMinutes(1)
  await mention(one.caseId, tomas, lea)
  home.clock.moveMinutes(1)
  await mention(other.caseId, jonas, lea)
  expect(await onDesk(lea)).toEqual([other.caseId, one.caseId])
  expect(await onDesk(tomas)).toEqual([one.caseId])
  expect(await onDesk(jonas)).toEqual([])
  const { notes } = await home.as(staff(jonas), (ctx) => seeMessages(ctx, one.caseId, {}))
  expect(notes.map(({ mentions }) => mentions.map(({ name }) => name))).toEqual([
    ['Lea Sommer', 'Tomas Lind'],
    ['Lea Sommer'],
  ])
  expect(await isMentioned(one.caseId, lea)).toBe(true)
  await open(one.caseId, lea)
  expect(await isMentioned(one.caseId, lea)).toBe(false)
  expect(await onDesk(lea)).toEqual([other.caseId])
  expect(await onDesk(tomas)).toEqual([one.caseId])
  await open(other.caseId, lea)
  await open(one.caseId, tomas)
})

test('it is announced once for each who is mentioned, in the transaction of the note, and never for its author', async () => {
  const { caseId } = await taken()
  await mention(caseId, jonas, lea, lea, jonas, tomas)
  expect(await told(caseId)).toBe(2)
  expect(await onDesk(jonas)).toEqual([])
  await open(caseId, lea)
  await open(caseId, tomas)
})

test('the fact says who, where, in which note and by whom, to whoever listens', async () => {
  const { caseId } = await taken()
  const facts: object[] = []
  const noteId = await home.as(staff(jonas), async (ctx) => {
    const listening = { ...ctx, emit: (fact: Parameters<typeof ctx.emit>[0]) => facts.push(fact) }
    return (await writeNote(listening, caseId, { text: 'Lea?', call: null, mentions: [lea] })).noteId
  })
  expect(facts).toContainEqual({ kind: 'staff.mentioned', caseId, staffId: lea, noteId, by: jonas })
  await open(caseId, lea)
})

test('nobody who left and nobody the case is about can be mentioned; then nothing is written', async () => {
  const { caseId } = await taken()
  const gone = await home.addPerson('Gone Already', 'handler')
  await home.house.ownerPool.query('update staff set disabled_at = joined_at where staff_id = $1', [gone])
  const subject = await home.addPerson('Nils Berg', 'handler')
  const { version } = (await caseOf(home, caseId)).current
  await home.as(staff(jonas), (ctx) => nameSubject(ctx, caseId, { version, staffId: subject }))
  const rival = await home.foundAnother('Rival')
  for (const nobody of [gone, subject, rival.founder]) {
    await expect(mention(caseId, jonas, lea, nobody)).rejects.toMatchObject({ code: 'invalid' })
  }
  expect(await onDesk(lea)).toEqual([])
  expect(await told(caseId)).toBe(0)
  expect((await home.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, {}))).notes).toEqual([])
})

test('whoever a case turns out to be about finds no mention of it any more', async () => {
  const { caseId } = await taken()
  await mention(caseId, jonas, lea)
  expect(await onDesk(lea)).toEqual([caseId])
  const { version } = (await caseOf(home, caseId)).current
  await home.as(staff(jonas), (ctx) => nameSubject(ctx, caseId, { version, staffId: lea }))
  expect(await onDesk(lea)).toEqual([])
  await expect(isMentioned(caseId, lea)).rejects.toMatchObject({ code: 'not-found' })
})

test('a note that is taken back mentions nobody', async () => {
  const { caseId } = await taken()
  const noteId = await mention(caseId, jonas, lea)
  await home.as(staff(jonas), (ctx) => takeBackNote(ctx, caseId, noteId))
  expect(await onDesk(lea)).toEqual([])
})
