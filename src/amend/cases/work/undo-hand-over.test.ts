// A handover is undone within a minute by who did it: the owner before has the case again, and the customer hears nothing of either.
import { afterAll, expect, test } from 'vitest'
import { caseOf, letterOf, staff } from '../../../../tests/setup/cases.ts'
import { settle } from '../../../../tests/setup/customers.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { claimLetters } from '../../../hear/conversations/outbox.sql.ts'
import type { Role } from '../../../platform/context/actor.rules.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { answerCase } from './answer-case.ts'
import { assignCase } from './assign-case.ts'
import { takeCase } from './take-case.ts'
import { undoHandOver } from './undo-hand-over.ts'
import { writeNote } from '../notes/write-note.ts'

const { home, jonas, taken, versionOf } = await openCaseDesk()
const lea = await home.addPerson('Lea Sommer', 'handler')
const tomas = await home.addPerson('Tomas Lind', 'lead')
afterAll(() => home.close())

const handOver = async (caseId: CaseId, by: StaffId, to: StaffId, role: Role = 'handler') => {
  const given = { version: await versionOf(caseId), staffId: to, summary: 'She wants a new lamp.' }
  return home.as(staff(by, role), (ctx) => assignCase(ctx, caseId, given))
}
const undo = async (caseId: CaseId, by: StaffId, role: Role = 'handler') => {
  const version = await versionOf(caseId)
  return home.as(staff(by, role), (ctx) => undoHandOver(ctx, caseId, version))
}
const ownerOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.ownerStaffId
const seconds = (count: number): void => {
  home.clock.moveTo(new Date(home.clock.now().getTime() + count * 1000))
}
const letter = async (caseId: CaseId) => {
  const messageId = await letterOf(home, caseId, 'owner-changed')
  const rows = await home.as('system', ({ db }) =>
    db.selectFrom('outbox').select(['state', 'due_at']).where('message_id', '=', messageId).execute(),
  )
  return { messageId, ...rows[0]! }
}
const wrongState = { code: 'wrong-state' }

test('the letter that tells of a handover waits a minute; undone meanwhile, it does not leave, and the owner is the one before', async () => {
  const { caseId } = await taken()
  await handOver(caseId, jonas, lea)
  const { messageId, due_at } = await letter(caseId)
  expect(due_at).toEqual(new Date(home.clock.now().getTime() + 60_000))
  seconds(59)
  const claim = () =>
    home.as('system', (ctx) => claimLetters(ctx.db, [messageId], ctx.now(), new Date(ctx.now().getTime() + 60_000)))
  expect(await claim()).toEqual([])
  await undo(caseId, jonas)
  expect(await ownerOf(caseId)).toBe(jonas)
  expect((await letter(caseId)).state).toBe('cancelled')
  seconds(600)
  expect(await claim()).toEqual([])
  const history = await home.as('system', ({ db }) =>
    db.selectFrom('case_event').select('kind').where('case_id', '=', caseId).orderBy('sequence').execute(),
  )
  expect(history.map(({ kind }) => kind).slice(-2)).toEqual(['handed-over', 'hand-over-undone'])
})

test('after a minute, or once the letter has left, it stays', async () => {
  const { caseId } = await taken()
  await handOver(caseId, jonas, lea)
  seconds(61)
  await expect(undo(caseId, jonas)).rejects.toMatchObject(wrongState)
  const other = await taken()
  await handOver(other.caseId, jonas, lea)
  await settle(home, (await letter(other.caseId)).messageId, 'sent')
  await expect(undo(other.caseId, jonas)).rejects.toMatchObject(wrongState)
  expect([await ownerOf(caseId), await ownerOf(other.caseId)]).toEqual([lea, lea])
})

test('whoever it was handed to, or anybody else, undoes nothing; a lead undoes their own, and it goes back to the owner before', async () => {
  const { caseId } = await taken()
  await handOver(caseId, tomas, lea, 'lead')
  await expect(undo(caseId, lea)).rejects.toMatchObject(wrongState)
  await expect(undo(caseId, jonas)).rejects.toMatchObject(wrongState)
  await undo(caseId, tomas, 'lead')
  expect(await ownerOf(caseId)).toBe(jonas)
  await expect(undo(caseId, tomas, 'lead')).rejects.toMatchObject(wrongState)
})

test('once the new owner has done something it stays; a note is nothing of that kind', async () => {
  const { caseId } = await taken()
  await handOver(caseId, jonas, lea)
  await home.as(staff(lea), (ctx) => writeNote(ctx, caseId, { text: 'Thank you.', call: null, mentions: [] }))
  await undo(caseId, jonas)
  expect(await ownerOf(caseId)).toBe(jonas)
  await handOver(caseId, jonas, lea)
  const version = await versionOf(caseId)
  const answer = { version, text: 'I look after you now.', final: false, finding: null, evidence: null, fileIds: [] }
  await home.as(staff(lea), (ctx) => answerCase(ctx, caseId, answer))
  await expect(undo(caseId, jonas)).rejects.toMatchObject(wrongState)
  await expect(home.as(staff(jonas), (ctx) => undoHandOver(ctx, caseId, version))).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a taking is never undone: from then on there is exactly one owner', async () => {
  const { caseId } = await taken()
  await expect(undo(caseId, jonas)).rejects.toMatchObject(wrongState)
  expect(await ownerOf(caseId)).toBe(jonas)
  await expect(home.as(staff(lea), async (ctx) => takeCase(ctx, caseId, await versionOf(caseId)))).rejects.toThrow()
})

test('nothing goes back to somebody who left meanwhile', async () => {
  const { caseId } = await taken()
  const gone = await home.addPerson('Gone Soon', 'handler')
  await handOver(caseId, jonas, gone)
  seconds(70)
  await handOver(caseId, gone, lea)
  await home.house.ownerPool.query('update staff set disabled_at = joined_at where staff_id = $1', [gone])
  await expect(undo(caseId, gone)).rejects.toMatchObject({ code: 'invalid' })
  expect(await ownerOf(caseId)).toBe(lea)
})
