// Two people in one case see each other and what they do there; nobody else does, nothing is written, and who was disabled is gone at once.
import type { ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { staff } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { withContext } from '../../../platform/context/context.ts'
import { presentForMs } from '../../../platform/context/presence.ts'
import { latestLivePlace } from '../../../platform/http/live-events.sql.ts'
import { makeLiveHub } from '../../../platform/http/live-hub.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { bePresent } from './be-present.ts'
import type { Presenting } from './presence.schema.ts'

const { home, jonas, taken } = await openCaseDesk()
const lea = await home.addPerson('Lea Sommer', 'handler')
afterAll(() => home.close())

const be = async (caseId: CaseId, who: StaffId, doing: Presenting['doing'], screen = 'a') => {
  const { others } = await home.as(staff(who), (ctx) => bePresent(ctx, caseId, { screen, doing }))
  return others.map(({ name, doing }) => `${name} ${doing}`)
}
const pass = (ms: number): void => {
  home.clock.moveTo(new Date(home.clock.now().getTime() + ms))
}

test('two people in one case see each other, and not themselves', async () => {
  const [one, other] = [await taken(), await taken()]
  expect(await be(one.caseId, jonas, 'reading')).toEqual([])
  expect(await be(one.caseId, lea, 'reading')).toEqual(['Jonas Weber reading'])
  expect(await be(one.caseId, jonas, 'replying')).toEqual(['Lea Sommer reading'])
  expect(await be(one.caseId, lea, 'reading')).toEqual(['Jonas Weber replying'])
  expect(await be(other.caseId, home.founder, 'reading')).toEqual([])
})

test('of several screens of one person the most telling counts; leaving one leaves the other', async () => {
  const { caseId } = await taken()
  await be(caseId, jonas, 'reading', 'a')
  await be(caseId, jonas, 'noting', 'b')
  expect(await be(caseId, lea, 'reading')).toEqual(['Jonas Weber noting'])
  await be(caseId, jonas, null, 'b')
  expect(await be(caseId, lea, 'reading')).toEqual(['Jonas Weber reading'])
})

test('a browser that died is gone after its time, and who was disabled at once', async () => {
  const { caseId } = await taken()
  const gone = await home.addPerson('Gone Soon', 'handler')
  await be(caseId, jonas, 'replying')
  pass(presentForMs - 1000)
  await be(caseId, gone, 'reading')
  expect(await be(caseId, lea, 'reading')).toEqual(['Gone Soon reading', 'Jonas Weber replying'])
  pass(1000)
  expect(await be(caseId, lea, 'reading')).toEqual(['Gone Soon reading'])
  await home.house.ownerPool.query('update staff set disabled_at = joined_at where staff_id = $1', [gone])
  expect(await be(caseId, lea, 'reading')).toEqual([])
})

test('open screens of the company are told that something changed in the case, by an event without a place and without a row', async () => {
  const { caseId } = await taken()
  const hub = makeLiveHub(home.house)
  const rival = await home.foundAnother('Rival')
  const rows = () => home.as('system', ({ db }) => db.selectFrom('live_event').select('sequence').execute())
  const follow = async (organizationId: typeof home.organizationId) => {
    const who = { organizationId, actor: { kind: 'system', part: 'test' } } as const
    const place = await withContext(home.house, who, (ctx) => latestLivePlace(ctx.db))
    const stream = new PassThrough()
    hub.follow(organizationId, stream as unknown as ServerResponse, place, () => Promise.resolve())
    return stream
  }
  const [ours, theirs] = [await follow(home.organizationId), await follow(rival.organizationId)]
  const before = await rows()
  await be(caseId, jonas, 'reading', 'c')
  await be(caseId, jonas, 'reading', 'c')
  const heard = String(ours.read() ?? '')
  const event = JSON.stringify({ kind: 'presence.changed', objectKind: 'presence', objectId: caseId })
  expect(heard.split(event)).toHaveLength(2)
  expect(heard).not.toMatch(/^id:/m)
  expect(theirs.read()).toBeNull()
  expect(await rows()).toEqual(before)
  hub.close()
  for (const stream of [ours, theirs]) stream.destroy()
})
