// People are told what happened to their cases: each once, however often and in which order its jobs run, in their hours, and together.
import { afterAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { openNoticeDesk } from '../../../tests/setup/notices.ts'
import type { CaseId, NoticeId, StaffId } from '../../shared/ids.ts'
import { assignCase } from '../cases/work/assign-case.ts'
import { confirmMessage } from '../cases/work/confirm-message.ts'
import { coverCases } from '../cases/work/cover-cases.ts'
import { takeCase } from '../cases/work/take-case.ts'
import { readNotices, seeNotices } from './see-notices.ts'
import { write } from '../../../tests/setup/customers.ts'

const desk = await openNoticeDesk()
const { home, jonas, mailbox } = desk
const lea = await home.addPerson('Lea Brandt', 'handler')
afterAll(() => home.close())

const kindsOf = async (staffId: StaffId, caseId: CaseId) =>
  (await desk.noted(staffId)).filter((one) => one.caseId === caseId).map(({ kind }) => kind)
const handOver = async (caseId: CaseId, from: StaffId, to: StaffId) =>
  home.as(staff(from), async (ctx) =>
    assignCase(ctx, caseId, { version: await desk.versionOf(caseId), staffId: to, summary: 'The lamp is broken.' }),
  )
const lateOnTuesday = (): void => {
  const week = 7 * 86_400_000
  const since = (home.clock.now().getTime() - Date.parse('2026-11-17T11:00:00Z')) % week
  if (since > 0) home.clock.moveMinutes((week - since) / 60_000)
}

test('a customer who answers is told of once, with each job run three times and in the opposite order', async () => {
  const story = await desk.taken()
  await desk.work()
  await desk.answers(story)
  await desk.answers(story)
  const jobs = await desk.jobs()
  expect(jobs.map(({ task }) => task)).toEqual(['staff-notices.customer-answered', 'staff-notices.customer-answered'])
  await desk.run([...jobs, ...jobs, ...jobs].toReversed())
  expect(await kindsOf(jonas, story.caseId)).toEqual(['customer-answered', 'customer-answered'])
})

test('many jobs at once tell once', async () => {
  const story = await desk.taken()
  await desk.work()
  await desk.answers(story)
  const jobs = await desk.jobs()
  await Promise.all(Array.from({ length: 8 }, () => desk.run(jobs)))
  expect(await kindsOf(jonas, story.caseId)).toEqual(['customer-answered'])
})

test('whoever is named on duty, handed a case or covers for a colleague is told that it is theirs, each time and once', async () => {
  const { caseId } = await writeIn(home, mailbox, { from: 'duty@customer.example', text: 'The kettle leaks.' })
  await Promise.all([desk.work(), desk.work()])
  await desk.work()
  const { duty_staff_id: duty } = await home.as('system', ({ db }) =>
    db.selectFrom('cases').select('duty_staff_id').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  )
  expect(await kindsOf(duty as StaffId, caseId)).toEqual(['case-yours'])

  const story = await desk.taken()
  await desk.work()
  expect(await kindsOf(jonas, story.caseId), 'he took it himself').toEqual([])
  await handOver(story.caseId, jonas, lea)
  await desk.work()
  expect(await kindsOf(lea, story.caseId)).toEqual(['case-yours'])
  await handOver(story.caseId, lea, jonas)
  await desk.work()
  await handOver(story.caseId, jonas, lea)
  await desk.work()
  expect(await kindsOf(lea, story.caseId)).toEqual(['case-yours', 'case-yours'])
})

test('nobody is told of what they did themselves', async () => {
  const { caseId } = await writeIn(home, mailbox, { from: 'self@customer.example', text: 'The kettle leaks.' })
  const { duty_staff_id: duty } = await home.as('system', ({ db }) =>
    db.selectFrom('cases').select('duty_staff_id').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  )
  const other = duty === jonas ? lea : jonas
  await home.as(staff(other), async (ctx) => takeCase(ctx, caseId, await desk.versionOf(caseId)))
  const takenBy = () => home.house.ownerPool.query('select by_staff_id from case_giving where staff_id = $1', [other])
  expect((await takenBy()).rows).toEqual([{ by_staff_id: other }])
  await desk.work()
  expect((await takenBy()).rows, 'it is looked at once').toEqual([])
  expect(await kindsOf(other, caseId)).toEqual([])
})

test('who confirms that a message belongs to their case has read it, and is not told of it', async () => {
  const story = await desk.taken()
  await desk.work()
  const told = (await kindsOf(jonas, story.caseId)).length
  const waiting = {
    to: story,
    text: 'I am their neighbour.',
    standing: 'to-confirm',
    from: 'other@customer.example',
  } as const
  const { messageId } = await write(home, mailbox, waiting)
  await home.as(staff(jonas), (ctx) => confirmMessage(ctx, messageId, 'join'))
  await desk.work()
  expect(await kindsOf(jonas, story.caseId)).toHaveLength(told)
})

test('a case that went to somebody else meanwhile is told to them alone', async () => {
  const story = await desk.taken()
  await desk.work()
  await handOver(story.caseId, jonas, lea)
  await handOver(story.caseId, lea, jonas)
  await handOver(story.caseId, jonas, lea)
  await desk.answers(story)
  await desk.work()
  expect(await kindsOf(jonas, story.caseId)).toEqual([])
  expect((await kindsOf(lea, story.caseId)).toSorted()).toEqual(['case-yours', 'case-yours', 'customer-answered'])
})

test('disabled people are told nothing, also of what waited; whoever covers for them is told', async () => {
  const kim = await home.addPerson('Kim Vale', 'handler')
  await desk.wants(kim, { choices: { 'customer-answered': ['browser'] } })
  const story = await desk.taken()
  await handOver(story.caseId, jonas, kim)
  await desk.answers(story)
  await desk.work()
  await home.house.ownerPool.query('update staff set disabled_at = $2 where staff_id = $1', [kim, home.clock.now()])
  await desk.answers(story)
  await desk.work()
  expect(await kindsOf(kim, story.caseId)).toEqual(['case-yours', 'customer-answered'])
  await coverCases(home.house, home.organizationId, kim, lea)
  await desk.work()
  expect(await kindsOf(lea, story.caseId)).toEqual(['case-yours'])
  await desk.tickLater()
  const ofKim = (await desk.noted(kim)).filter(({ caseId }) => caseId === story.caseId)
  expect(ofKim.map(({ state }) => state)).toEqual(['sent', 'dropped'])
  expect(await desk.deliveries(kim)).toEqual([])
})

test('somebody a case turns out to be about is told nothing of it, and no longer finds it in their list', async () => {
  const story = await desk.taken()
  await desk.answers(story)
  await desk.run(await desk.jobs())
  const inList = async () =>
    (await home.as(staff(jonas), seeNotices)).notices.filter(({ caseId }) => caseId === story.caseId).length
  expect(await inList()).toBe(1)
  await home.house.ownerPool.query(
    'update cases set owner_staff_id = $2, about_staff_ids = array[$3::uuid] where case_id = $1',
    [story.caseId, lea, jonas],
  )
  expect(await inList()).toBe(0)
  await desk.answers(story)
  await desk.work()
  expect(await kindsOf(jonas, story.caseId)).toEqual(['customer-answered'])
  expect(await inList()).toBe(0)
})

test('what happens within a minute goes together, by each way that was chosen', async () => {
  lateOnTuesday()
  const mona = await home.addPerson('Mona Reyes', 'handler')
  await desk.wants(mona, { choices: { 'customer-answered': ['browser'] } })
  const stories = [await desk.taken(), await desk.taken(), await desk.taken()]
  for (const { caseId } of stories) await handOver(caseId, jonas, mona)
  for (const story of stories) await desk.answers(story)
  await desk.work()
  await desk.tick()
  expect(
    (await desk.noted(mona)).filter(({ bundleId }) => bundleId !== null),
    'they wait for others',
  ).toEqual([])
  await desk.tickLater()
  const answered = (await desk.noted(mona)).filter(({ kind }) => kind === 'customer-answered')
  expect(answered.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  expect(new Set(answered.map(({ bundleId }) => bundleId)).size).toBe(1)
  expect(await desk.deliveries(mona)).toMatchObject([{ way: 'browser', state: 'sent' }])
  await desk.tickLater()
  expect(await desk.deliveries(mona)).toHaveLength(1)
})

test('outside the hours of a person it waits until they begin, on the day the clocks change as well', async () => {
  const nils = await home.addPerson('Nils Berg', 'handler')
  // Sundays from nine in New York, where the clocks go back at two in the night of 7 November 2027.
  await desk.wants(nils, {
    ...{ choices: { 'customer-answered': ['browser'], 'case-yours': ['browser'] }, timeZone: 'America/New_York' },
    weekly: { '6': [[540, 1020]] },
  })
  const story = await desk.taken()
  home.clock.moveTo(new Date('2027-11-07T03:00:00Z'))
  await handOver(story.caseId, jonas, nils)
  await desk.answers(story)
  await desk.work()
  for (const at of ['2027-11-07T05:30:00Z', '2027-11-07T06:30:00Z', '2027-11-07T13:30:00Z', '2027-11-07T13:59:00Z']) {
    home.clock.moveTo(new Date(at))
    await desk.tick()
    expect(await desk.deliveries(nils), at).toEqual([])
  }
  home.clock.moveTo(new Date('2027-11-07T14:00:00Z'))
  await desk.tick()
  expect(await desk.deliveries(nils)).toHaveLength(2)
})

test('a clock that was set back keeps nothing waiting, and tells nothing again', async () => {
  const ola = await home.addPerson('Ola Lind', 'handler')
  await desk.wants(ola, { choices: { 'case-yours': ['browser'] } })
  const story = await desk.taken()
  await handOver(story.caseId, jonas, ola)
  await desk.work()
  home.clock.moveMinutes(-180)
  await desk.tick()
  expect(await desk.deliveries(ola)).toHaveLength(1)
  await desk.tickLater(200)
  expect(await desk.deliveries(ola)).toHaveLength(1)
})

test('whoever takes the case they are on duty for is told no more that it is theirs; handed it by a lead, they are', async () => {
  const dutyOf = async (from: string): Promise<{ caseId: CaseId; duty: StaffId }> => {
    const { caseId } = await writeIn(home, mailbox, { from, text: 'The kettle leaks.' })
    const row = await home.as('system', ({ db }) =>
      db.selectFrom('cases').select('duty_staff_id').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
    )
    return { caseId, duty: row.duty_staff_id as StaffId }
  }
  const first = await dutyOf('first@customer.example')
  home.clock.moveMinutes(1)
  await home.as(staff(first.duty), async (ctx) => takeCase(ctx, first.caseId, await desk.versionOf(first.caseId)))
  await desk.work()
  expect(await kindsOf(first.duty, first.caseId)).toEqual([])
  const second = await dutyOf('second@customer.example')
  home.clock.moveMinutes(1)
  await home.as(staff(home.founder, 'administrator'), async (ctx) =>
    assignCase(ctx, second.caseId, { version: await desk.versionOf(second.caseId), staffId: second.duty, summary: '' }),
  )
  await desk.work()
  const own = second.duty === home.founder ? [] : ['case-yours']
  expect(await kindsOf(second.duty, second.caseId)).toEqual(own)
})

test('what was settled while it waited is told no more', async () => {
  const pia = await home.addPerson('Pia Holm', 'handler')
  await desk.wants(pia, { choices: { 'case-yours': ['browser'] } })
  const story = await desk.taken()
  await handOver(story.caseId, jonas, pia)
  await handOver(story.caseId, pia, lea)
  await desk.work()
  expect(await desk.noted(pia)).toEqual([])
  await handOver(story.caseId, lea, pia)
  await desk.work()
  await handOver(story.caseId, pia, lea)
  await desk.tickLater()
  expect((await desk.noted(pia)).map(({ state }) => state)).toEqual(['dropped'])
  expect(await desk.deliveries(pia)).toEqual([])
})

test('a person reads their own notices and marks nobody else’s', async () => {
  const quin = await home.addPerson('Quin Adler', 'handler')
  const story = await desk.taken()
  await handOver(story.caseId, jonas, quin)
  await desk.work()
  const own = async () =>
    (await home.as(staff(quin), seeNotices)).notices.filter(({ caseId }) => caseId === story.caseId)
  const [notice, ...more] = await own()
  expect(more).toEqual([])
  expect(notice).toMatchObject({ kind: 'case-yours', caseId: story.caseId, isRead: false, bundleId: null })
  const ids = [notice?.noticeId as NoticeId]
  await home.as(staff(lea), (ctx) => readNotices(ctx, ids))
  expect((await own())[0]?.isRead).toBe(false)
  await home.as(staff(quin), (ctx) => readNotices(ctx, ids))
  expect((await own())[0]?.isRead).toBe(true)
})
