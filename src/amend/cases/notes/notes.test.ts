// Notes to colleagues and of telephone calls: who writes and reads them, that they leave no trace where a customer or a clock could see it,
// and that they are never rewritten, only taken back.
import { afterAll, expect, test } from 'vitest'
import { caseOf, promisesOf, staff } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import type { CaseId, NoteId, StaffId } from '../../../shared/ids.ts'
import { casePrivacy } from '../case.privacy.ts'
import { keepDraft } from '../work/keep-draft.ts'
import { nameSubject } from '../work/name-subject.ts'
import type { NewNote } from './note.schema.ts'
import { caseRelation, seeCase } from '../page/see-case.ts'
import { seeMessages } from '../page/see-messages.ts'
import { seeTimeline } from '../page/see-timeline.ts'
import { takeBackNote } from './take-back-note.ts'
import { writeNote } from './write-note.ts'

const { home, jonas, taken, answered } = await openCaseDesk()
const lea = await home.addPerson('Lea Sommer', 'handler')
afterAll(() => home.close())

const plain = (text: string): NewNote => ({ text, call: null, mentions: [] })
const called = (text: string, call: 'in' | 'out'): NewNote => ({ text, call, mentions: [] })
const note = (caseId: CaseId, by: StaffId, given: NewNote): Promise<NoteId> =>
  home.as(staff(by), async (ctx) => (await writeNote(ctx, caseId, given)).noteId)
const takeBack = (caseId: CaseId, by: StaffId, noteId: NoteId) =>
  home.as(staff(by), (ctx) => takeBackNote(ctx, caseId, noteId))
const read = (caseId: CaseId, by: StaffId, before?: string, limit?: number) =>
  home.as(staff(by), (ctx) => seeMessages(ctx, caseId, { before, limit }))
const timeline = async (caseId: CaseId, by: StaffId) =>
  (await home.as(staff(by), (ctx) => seeTimeline(ctx, { caseId }, undefined))).entries
const minutes = (count: number): void => {
  home.clock.moveMinutes(count)
}

/** Everything a note must leave alone: the case, what is promised, and what was ever written to somebody. */
const standing = (caseId: CaseId) =>
  home.as('system', async ({ db }) => ({
    current: (await db.selectFrom('cases').selectAll().where('case_id', '=', caseId).execute())[0],
    promises: await db.selectFrom('promise').selectAll().where('case_id', '=', caseId).orderBy('promise_id').execute(),
    pauses: await db.selectFrom('clock_pause').selectAll().where('case_id', '=', caseId).execute(),
    letters: await db.selectFrom('outbox').select('message_id').orderBy('message_id').execute(),
    messages: await db.selectFrom('message').select('message_id').orderBy('message_id').execute(),
  }))

test('a colleague who is not the owner notes something; the case, its clocks and its letters stand as before', async () => {
  const { caseId } = await taken()
  const before = await standing(caseId)
  minutes(1)
  await note(caseId, lea, plain('The workshop says the base plate is bent.'))
  expect(await standing(caseId)).toEqual(before)
  expect((await promisesOf(home, caseId)).find(({ kind }) => kind === 'first-answer')?.status).toBe('open')
  expect((await caseOf(home, caseId)).current.firstAnsweredAt).toBeNull()
  const { notes } = await read(caseId, jonas)
  expect(notes).toMatchObject([
    { text: 'The workshop says the base plate is bent.', author: { name: 'Lea Sommer', isMe: false }, call: null },
  ])
})

test('notes stand between messages in order of time, and pages of both go on where the last began', async () => {
  const { caseId } = await taken()
  for (let round = 0; round < 4; round++) {
    minutes(1)
    await note(caseId, jonas, plain(`Note ${String(round)}`))
    minutes(1)
    await answered(caseId, false)
  }
  const whole = await read(caseId, jonas)
  const inTurn = (page: typeof whole) =>
    [...page.messages.map(({ at, messageId: id }) => [at, id]), ...page.notes.map(({ at, noteId: id }) => [at, id])]
      .sort()
      .map(([, id]) => id)
  expect(whole.notes.map(({ text }) => text)).toEqual(['Note 0', 'Note 1', 'Note 2', 'Note 3'])
  const pages: (string | undefined)[][] = []
  let before: string | undefined
  do {
    const page = await read(caseId, jonas, before, 3)
    expect(page.messages.length + page.notes.length).toBeLessThanOrEqual(3)
    pages.unshift(inTurn(page))
    before = page.earlier ?? undefined
  } while (before !== undefined)
  expect(pages.flat()).toEqual(inTurn(whole))
})

test('whoever the case is about neither writes, reads nor drafts notes in it, not even those of before', async () => {
  const { caseId } = await taken()
  await note(caseId, lea, plain('She names Lea, I think.'))
  await note(caseId, jonas, called('She named Lea on the telephone.', 'in'))
  const { version } = (await caseOf(home, caseId)).current
  await home.as(staff(jonas), (ctx) => nameSubject(ctx, caseId, { version, staffId: lea }))
  await expect(home.as(staff(lea), (ctx) => caseRelation(ctx, caseId))).rejects.toMatchObject({ code: 'not-found' })
  await expect(home.as(staff(lea), (ctx) => seeCase(ctx, caseId))).rejects.toMatchObject({ code: 'not-found' })
  expect((await home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))).allowed).toContain('note')
  expect((await read(caseId, lea)).notes).toEqual([])
  expect((await read(caseId, jonas)).notes).toHaveLength(2)
  const call = async (by: StaffId) => (await timeline(caseId, by)).find(({ kind }) => kind === 'call-in')
  expect(await call(lea)).toBeUndefined()
  expect((await call(jonas))?.text).toBe('She named Lea on the telephone.')
})

test('a telephone call stands on the customer’s timeline with who called whom, until it is taken back', async () => {
  const { caseId } = await taken()
  minutes(1)
  const first = await note(caseId, jonas, called('She wants a new lamp.', 'in'))
  minutes(1)
  await note(caseId, lea, called('I told her when it comes.', 'out'))
  const calls = async () => (await timeline(caseId, jonas)).filter(({ kind }) => kind.startsWith('call'))
  expect(await calls()).toMatchObject([
    { kind: 'call-out', by: 'us', text: 'I told her when it comes.', caseId },
    { kind: 'call-in', by: 'them', text: 'She wants a new lamp.', caseId },
  ])
  await takeBack(caseId, jonas, first)
  expect(await calls()).toMatchObject([{ kind: 'call-out' }])
})

test('its author takes a note back within ten minutes, nobody else and no later; then its words are nowhere', async () => {
  const other = await taken()
  const { caseId } = await taken()
  const noteId = await note(caseId, jonas, plain('Wrong case, this is about Mr Aydin.'))
  await expect(takeBack(caseId, lea, noteId)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(takeBack(other.caseId, jonas, noteId)).rejects.toMatchObject({ code: 'not-found' })
  minutes(10)
  expect((await read(caseId, jonas)).notes[0]?.takeBackUntil).not.toBeNull()
  expect((await read(caseId, lea)).notes[0]?.takeBackUntil).toBeNull()
  await takeBack(caseId, jonas, noteId)
  await takeBack(caseId, jonas, noteId)
  expect((await read(caseId, jonas)).notes).toEqual([])
  const kept = await home.as('system', ({ db }) =>
    db.selectFrom('case_note').selectAll().where('note_id', '=', noteId).execute(),
  )
  expect(kept).toMatchObject([{ text: '', staff_id: jonas }])

  const late = await note(caseId, jonas, plain('This one stays.'))
  minutes(11)
  expect((await read(caseId, jonas)).notes[0]?.takeBackUntil).toBeNull()
  await expect(takeBack(caseId, jonas, late)).rejects.toMatchObject({ code: 'wrong-state' })
})

test('where a page began with a note that is taken back meanwhile, the page before it is still found', async () => {
  const { caseId } = await taken()
  minutes(1)
  const noteId = await note(caseId, jonas, plain('Here a page begins.'))
  const { earlier } = await read(caseId, jonas, undefined, 1)
  expect(earlier).toBe(noteId)
  await takeBack(caseId, jonas, noteId)
  expect((await read(caseId, jonas, noteId)).messages.length).toBeGreaterThan(0)
})

test('the database lets nobody rewrite, remove or bring back a note, whatever the program tries', async () => {
  const { caseId } = await taken()
  const noteId = await note(caseId, jonas, plain('As it was.'))
  const at = (minute: number) => new Date(home.clock.now().getTime() + minute * 60_000).toISOString()
  const attempt = (statement: string, as: 'app' | 'owner') => {
    const asked = statement.replace('$1', `'${noteId}'`)
    if (as === 'owner') return home.house.ownerPool.query(asked)
    return home.house.pool.query(`set app.organization_id = '${home.organizationId}'; ${asked}`)
  }
  for (const statement of [
    `update case_note set text = 'Otherwise.' where note_id = $1`,
    `update case_note set text = '' where note_id = $1`,
    `update case_note set taken_back_at = '${at(1)}' where note_id = $1`,
    `update case_note set text = '', taken_back_at = '${at(11)}' where note_id = $1`,
    `update case_note set text = '', taken_back_at = '${at(1)}', at = '${at(-1)}' where note_id = $1`,
    `update case_note set text = '', taken_back_at = '${at(1)}', staff_id = '${lea}' where note_id = $1`,
    `delete from case_note where note_id = $1`,
  ]) {
    await expect(attempt(statement, 'owner'), statement).rejects.toThrow(/never rewritten/)
    await expect(attempt(statement, 'app'), statement).rejects.toThrow(/never rewritten|permission denied/)
  }
  await takeBack(caseId, jonas, noteId)
  const back = `update case_note set text = 'As it was.', taken_back_at = null where note_id = $1`
  await expect(attempt(back, 'owner')).rejects.toThrow(/never rewritten/)
})

test('the draft of a note and that of the reply are two, and a note that is written drops only its own', async () => {
  const { caseId } = await taken()
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'reply', 'Dear Mira'))
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'note', 'She shouted'))
  await home.as(staff(lea), (ctx) => keepDraft(ctx, caseId, 'note', 'Lea thinks'))
  const drafts = async (by: StaffId) => {
    const { draft, noteDraft } = await home.as(staff(by), (ctx) => seeCase(ctx, caseId))
    return [draft?.text ?? null, noteDraft?.text ?? null]
  }
  expect(await drafts(jonas)).toEqual(['Dear Mira', 'She shouted'])
  expect(await drafts(lea)).toEqual([null, 'Lea thinks'])
  await note(caseId, jonas, plain('She shouted at me.'))
  expect(await drafts(jonas)).toEqual(['Dear Mira', null])
  expect(await drafts(lea)).toEqual([null, 'Lea thinks'])
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'note', 'Again'))
  await answered(caseId, false)
  expect(await drafts(jonas)).toEqual([null, 'Again'])
})

test('what was noted about a person is in what they are handed out, without who wrote it; erasing takes the words', async () => {
  const { caseId, customerId } = await taken()
  await note(caseId, jonas, plain('She has been with us for seven years.'))
  await takeBack(caseId, jonas, await note(caseId, jonas, plain('Meant for somebody else.')))
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'note', 'A thought'))
  const other = await taken()
  await note(other.caseId, jonas, plain('Somebody else’s.'))
  const handOut = () =>
    home.as('system', async (ctx) => {
      const rows: object[] = []
      for (const { exportRows } of casePrivacy)
        if (typeof exportRows === 'function') rows.push(...(await exportRows(ctx, customerId)))
      return JSON.stringify(rows)
    })
  const before = await handOut()
  expect(before).toContain('She has been with us for seven years.')
  expect(before).toContain('A thought')
  for (const word of ['Meant for', 'Somebody else', 'Jonas', jonas]) expect(before).not.toContain(word)
  await home.as('system', async (ctx) => {
    for (const { erase } of casePrivacy) if (typeof erase === 'function') await erase(ctx, customerId)
  })
  expect(await handOut()).not.toMatch(/seven years|A thought/)
  expect((await read(caseId, jonas)).notes.map(({ text }) => text)).toEqual([''])
  expect((await read(other.caseId, jonas)).notes.map(({ text }) => text)).toEqual(['Somebody else’s.'])
})
