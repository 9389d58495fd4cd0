// Whoever a note names is told by their own settings and hours, whoever answers for the case: once, without a word of it, and not where they have
// looked since, the note was taken back, or the case is about them.
import { afterAll, expect, test } from 'vitest'
import { staff } from '../../../tests/setup/cases.ts'
import { openNoticeDesk } from '../../../tests/setup/notices.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { withContext } from '../../platform/context/context.ts'
import { nameSubject } from '../cases/work/name-subject.ts'
import { seeMention } from '../cases/notes/see-mention.ts'
import { takeBackNote } from '../cases/notes/take-back-note.ts'
import { writeNote } from '../cases/notes/write-note.ts'
import { noticeWords } from './notice-words.rules.ts'
import { seeNotices } from './see-notices.ts'
import { linesOfBundle } from './staff-notice.sql.ts'

const desk = await openNoticeDesk()
const { home, jonas } = desk
afterAll(() => home.close())

let people = 0
async function colleague(): Promise<StaffId> {
  people += 1
  const staffId = await home.addPerson(`Colleague ${'abcdefghij'.charAt(people)}`, 'handler')
  await desk.wants(staffId, { choices: { mentioned: ['browser'] } })
  return staffId
}
const mention = (caseId: CaseId, ...mentions: StaffId[]) =>
  home.as(staff(jonas), async (ctx) => {
    const { noteId } = await writeNote(ctx, caseId, { text: 'A word that stays inside.', call: null, mentions })
    return noteId
  })
const stateOf = async (who: StaffId) => (await desk.noted(who)).map(({ kind, state }) => `${kind} ${state}`)
const inList = async (who: StaffId) =>
  (await home.as(staff(who), seeNotices)).notices.map(({ kind, caseId }) => ({ kind, caseId }))
const look = (caseId: CaseId, who: StaffId) => home.as(staff(who), (ctx) => seeMention(ctx, caseId))

test('they are told though the case is another’s, once however often the job runs, and not whoever wrote it', async () => {
  const [lea, { caseId }] = [await colleague(), await desk.taken()]
  await desk.work()
  await mention(caseId, lea)
  const jobs = await desk.jobs()
  expect(jobs.map(({ task }) => task)).toEqual(['staff-notices.mentioned'])
  await desk.run([...jobs, ...jobs])
  expect(await stateOf(lea)).toEqual(['mentioned waiting'])
  expect((await desk.noted(jonas)).filter(({ kind }) => kind === 'mentioned')).toEqual([])
  await desk.tickLater()
  expect(await stateOf(lea)).toEqual(['mentioned sent'])
  expect(await desk.deliveries(lea)).toMatchObject([{ way: 'browser', state: 'sent' }])
  expect(await inList(lea)).toEqual([{ kind: 'mentioned', caseId }])
})

test('what they are told is the number of the case and nothing that the note or the customer says', async () => {
  const [mona, story] = [await colleague(), await desk.taken()]
  await mention(story.caseId, mona)
  await desk.work()
  await desk.tickLater()
  const bundleId = (await desk.noted(mona))[0]?.bundleId
  const who = { organizationId: home.organizationId, actor: { kind: 'system', part: 'test' } } as const
  const lines = await withContext(home.house, who, (ctx) => linesOfBundle(ctx.db, bundleId as never))
  const words = noticeWords('mentioned', lines, 'Europe/Berlin', 'https://desk.example')
  expect(words.title).toMatch(/^You are mentioned in A-\d+$/)
  const all = JSON.stringify([words, lines, await desk.noted(mona)])
  for (const secret of ['stays inside', 'lamp', story.from, 'Jonas']) expect(all).not.toContain(secret)
})

test('outside their hours it waits until these begin, and not where they have opened the case by then', async () => {
  const [nils, ola, { caseId }] = [await colleague(), await colleague(), await desk.taken()]
  home.clock.moveTo(new Date('2026-11-24T03:00:00Z'))
  const hours = { choices: { mentioned: ['browser' as const] }, weekly: { '0': [[540, 1020]] as [number, number][] } }
  for (const one of [nils, ola]) await desk.wants(one, { ...hours, timeZone: 'UTC' })
  await mention(caseId, nils, ola)
  await desk.work()
  await desk.tickLater(2)
  expect([await desk.deliveries(nils), await desk.deliveries(ola)]).toEqual([[], []])
  await look(caseId, ola)
  home.clock.moveTo(new Date('2026-11-30T09:00:00Z'))
  await desk.tick()
  expect([await stateOf(nils), await stateOf(ola)]).toEqual([['mentioned sent'], ['mentioned dropped']])
  expect(await desk.deliveries(ola)).toEqual([])
})

test('who has opened the case before anything was noted is told nothing', async () => {
  const [pia, { caseId }] = [await colleague(), await desk.taken()]
  await mention(caseId, pia)
  await look(caseId, pia)
  await desk.work()
  expect(await stateOf(pia)).toEqual([])
  await mention(caseId, pia)
  await desk.work()
  expect(await stateOf(pia), 'a second note is news again').toEqual(['mentioned waiting'])
})

test('a note that is taken back tells nobody, at whatever moment, and leaves the list', async () => {
  const { caseId } = await desk.taken()
  const [before, waiting, after] = [await colleague(), await colleague(), await colleague()]
  const first = await mention(caseId, before)
  await home.as(staff(jonas), (ctx) => takeBackNote(ctx, caseId, first))
  await desk.work()
  expect(await stateOf(before)).toEqual([])

  const second = await mention(caseId, waiting)
  await desk.work()
  await home.as(staff(jonas), (ctx) => takeBackNote(ctx, caseId, second))
  await desk.tickLater()
  expect(await stateOf(waiting)).toEqual(['mentioned dropped'])

  const third = await mention(caseId, after)
  await desk.work()
  await desk.tickLater()
  await home.as(staff(jonas), (ctx) => takeBackNote(ctx, caseId, third))
  expect(await inList(after)).toEqual([])
  const bundleId = (await desk.noted(after))[0]?.bundleId
  expect(await home.as('system', (ctx) => linesOfBundle(ctx.db, bundleId as never))).toEqual([])
})

test('a case that turns out to be about them is told to them no more, and who left is told nothing', async () => {
  const { caseId } = await desk.taken()
  const [subject, leaver, noted] = [await colleague(), await colleague(), await colleague()]
  await mention(caseId, subject, leaver, noted)
  await desk.run((await desk.jobs()).filter(({ payload }) => payload['staffId'] === noted))
  await mention(caseId, subject)
  for (const staffId of [subject, noted])
    await home.as(staff(home.founder, 'administrator'), async (ctx) =>
      nameSubject(ctx, caseId, { version: await desk.versionOf(caseId), staffId }),
    )
  await home.house.ownerPool.query('update staff set disabled_at = $2 where staff_id = $1', [leaver, home.clock.now()])
  await desk.work()
  await desk.tickLater()
  expect([await stateOf(subject), await stateOf(leaver), await stateOf(noted)]).toEqual([[], [], ['mentioned dropped']])
  expect(await inList(noted)).toEqual([])
})
