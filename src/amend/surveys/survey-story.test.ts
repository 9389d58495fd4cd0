// From a settled case to a figure: a customer is asked, answers on a page, changes their answer, and is heard.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { count, staff } from '../../../tests/setup/cases.ts'
import { openSurveyDesk, type SurveyDesk } from '../../../tests/setup/survey-desk.ts'
import { createParsePool } from '../../hear/intake/parse-pool.ts'
import { readDue } from '../../hear/intake/reader.ts'
import { meaningOf } from '../../hear/understanding/meaning.rules.ts'
import { buildServer } from '../../platform/http/server.ts'
import { identifyCaller } from '../../platform/staff/caller.api.ts'
import { eraseCustomer } from '../../platform/privacy/erase-customer.ts'
import type { CaseId, CustomerId, MessageId } from '../../shared/ids.ts'
import { say } from '../../shared/say.ts'
import { privacy } from '../../wiring.ts'
import { seeTimeline } from '../cases/page/see-timeline.ts'
import { seeRegister } from '../register/see-register.ts'
import { seeNotices } from '../staff-notices/see-notices.ts'
import { seeCaseSurvey } from './see-case-survey.ts'
import { seeSurveyFigures } from './see-survey-figures.ts'
import { surveyPageRoutes } from './survey-page.api.ts'

let desk: SurveyDesk
let app: FastifyInstance
const pool = createParsePool({ size: 1 })
beforeAll(async () => {
  desk = await openSurveyDesk()
  await desk.set({ state: 'on' })
  app = await buildServer(desk.home.house, identifyCaller, surveyPageRoutes)
})
afterAll(async () => {
  await app.close()
  await pool.close()
  await desk.home.close()
})

const days = (some: number): void => {
  desk.home.clock.moveMinutes(some * 24 * 60)
}
const get = (url: string) => app.inject({ method: 'GET', url })
const post = (url: string, fields: Readonly<Record<string, string>>) =>
  app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
async function asked(): Promise<{ readonly caseId: CaseId; readonly link: string; readonly from: string }> {
  const { caseId, from } = await desk.oneSettled()
  days(2.1)
  await desk.ask()
  return { caseId, from, link: desk.linkTo(from) }
}
const admin = () => staff(desk.home.founder, 'administrator')
const timelineOf = async (caseId: CaseId) =>
  (await desk.home.as(admin(), (ctx) => seeTimeline(ctx, { caseId }, undefined))).entries
const noticesOf = async () =>
  (await desk.home.as(staff(desk.jonas), seeNotices)).notices.filter(({ kind }) => kind === 'customer-unhappy')

test('the page is answered with a click a sentence, and the answer can be changed until it is over', async () => {
  const { caseId, link } = await asked()
  const page = await get(link)
  expect([page.statusCode, page.headers['referrer-policy'], page.headers['cache-control']]).toEqual([
    ...[200, 'no-referrer', 'no-store'],
  ])
  expect(page.body).toContain('About your case A-')
  expect(page.body).not.toContain('lamp')
  const answered = await post(link, { outcome: '4', person: '5', words: ' Quick & <kind> ' })
  expect([answered.statusCode, answered.headers.location]).toEqual([303, `${link}?done=yes`])
  expect((await get(`${link}?done=yes`)).body).toContain('We have your answer.')
  expect(await desk.surveyOf(caseId)).toMatchObject({
    outcome: 4,
    process: null,
    person: 5,
    words: 'Quick & <kind>',
    version: 1,
  })
  const again = await get(link)
  expect(again.body).toContain('name="outcome" value="4" checked')
  expect(again.body).toContain('Quick &#38; &#60;kind&#62;')
  days(3)
  await post(link, { outcome: '3', process: '2', person: '5', words: '' })
  expect(await desk.surveyOf(caseId)).toMatchObject({ outcome: 3, process: 2, words: '', version: 2 })
  const entries = (await timelineOf(caseId)).filter(({ kind }) => kind === 'survey-answer')
  expect(entries.map(({ by, text, details }) => [by, text, details['outcome'], details['isChange']])).toEqual([
    ['them', '', 3, true],
    ['them', '', 4, false],
  ])
  days(28)
  expect([(await get(link)).statusCode, (await post(link, { outcome: '5' })).statusCode]).toEqual([410, 410])
  expect(await desk.surveyOf(caseId)).toMatchObject({ outcome: 3 })
})

test('an unhappy answer is told to whoever answers for the case, once, without a word of it', async () => {
  const before = (await noticesOf()).length
  const { caseId, link } = await asked()
  await post(link, { outcome: '3', words: 'So-so.' })
  expect(await noticesOf()).toHaveLength(before)
  await post(link, { outcome: '1', words: 'Nobody listened.' })
  await post(link, { outcome: '2', words: 'Nobody listened.' })
  const notices = await noticesOf()
  expect(notices).toHaveLength(before + 1)
  expect(JSON.stringify(notices)).not.toContain('listened')
  const seen = await desk.home.as(staff(desk.jonas), (ctx) => seeCaseSurvey(ctx, caseId))
  expect(seen.survey).toMatchObject({ scores: { outcome: 2 }, words: 'Nobody listened.' })
})

test('"still not right" is a message of the customer, read by the rules of all messages, and opens the case again', async () => {
  expect(meaningOf(say('survey.still-broken.message'), 0)).toBe('still-broken')
  const { caseId, link } = await asked()
  const sent = await post(link, { 'still-broken': 'yes', words: 'Thank you, but it drips.' })
  expect(sent.headers.location).toBe(`${link}?done=still-broken`)
  while ((await readDue(desk.home.house, pool)) > 0);
  const message = await desk.home.as('system', ({ db }) =>
    db.selectFrom('message').selectAll().where('text', 'like', '%it drips.').executeTakeFirstOrThrow(),
  )
  expect(message).toMatchObject({ standing: 'joined', joined_by: 'token', meaning: 'still-broken' })
  await count(desk.home, message.message_id as MessageId)
  const state = await desk.home.as('system', ({ db }) =>
    db.selectFrom('cases').select(['state', 'is_reopened']).where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  )
  expect(state).toEqual({ state: 'in-progress', is_reopened: true })
})

test('figures count who was asked in some days, and each opens its cases in the register', async () => {
  days(200)
  const from = desk.home.clock.now().toISOString().slice(0, 10)
  const given: CaseId[] = []
  for (let at = 0; at < 12; at++) {
    const { caseId, link } = await asked()
    if (at < 11) await post(link, { outcome: String((at % 5) + 1), process: '5', ...(at < 9 ? { person: '4' } : {}) })
    given.push(caseId)
  }
  const figures = await desk.home.as(admin(), (ctx) => seeSurveyFigures(ctx, { from }))
  expect(figures).toMatchObject({ asked: 12, answered: 11, low: 5, response: { best: 11 / 12 } })
  expect(figures.items.map(({ item, answers, mean }) => [item, answers, mean])).toEqual([
    ['outcome', 11, (3 * 1 + 2 * 2 + 2 * 3 + 2 * 4 + 2 * 5) / 11],
    ['process', 11, 5],
    ['person', 9, null],
  ])
  expect(figures.items[0]).toMatchObject({ scores: [3, 2, 2, 2, 2], high: { best: 4 / 11 } })
  const cases = (survey?: string): Promise<number> =>
    desk.home.as(admin(), async (ctx) => {
      const filter = { askedFrom: figures.from, askedTo: figures.to, ...(survey === undefined ? {} : { survey }) }
      return (await seeRegister(ctx, filter, 'received', undefined, 50)).lines.length
    })
  expect(await cases('asked')).toBe(12)
  expect(await cases()).toBe(12)
  expect(await cases('answered')).toBe(11)
  expect(await cases('unanswered')).toBe(1)
  expect(await cases('low')).toBe(5)
  expect([await cases('outcome-low'), await cases('outcome-high'), await cases('outcome-3')]).toEqual([5, 4, 2])
  expect([await cases('process-high'), await cases('person-low')]).toEqual([11, 0])
  const earlier = await desk.home.as(admin(), (ctx) => seeSurveyFigures(ctx, { from: '2020-01-01', to: '2020-02-01' }))
  expect(earlier).toMatchObject({ asked: 0, response: null })
  // A case about whoever asks is in no figure of theirs, no list, and no entry of the timeline says what was answered.
  await desk.home.as('system', ({ db }) =>
    db
      .updateTable('cases')
      .set({ about_staff_ids: [desk.home.founder] })
      .where('case_id', '=', given[0]!)
      .execute(),
  )
  expect(await desk.home.as(admin(), (ctx) => seeSurveyFigures(ctx, { from }))).toMatchObject({ asked: 11, low: 4 })
  expect(await cases('outcome-low')).toBe(4)
  const kinds = (await timelineOf(given[0]!)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind.startsWith('survey'))).toEqual([])
})

test('erased, the words are gone and the link leads nowhere; the scores stay as figures', async () => {
  const { caseId, link } = await asked()
  await post(link, { outcome: '5', words: 'I am Mira.' })
  const customerId = (await desk.surveyOf(caseId))!.customer_id as CustomerId
  const part = privacy.find(({ table }) => table === 'survey')
  if (typeof part?.exportRows !== 'function') throw new Error('no export')
  const { exportRows } = part
  expect(await desk.home.as(admin(), (ctx) => exportRows(ctx, customerId))).toMatchObject([
    { outcome: 5, words: 'I am Mira.' },
  ])
  await desk.home.as(admin(), (ctx) => eraseCustomer(ctx, privacy, [customerId]))
  expect(await desk.surveyOf(caseId)).toMatchObject({ outcome: 5, words: '' })
  expect([(await get(link)).statusCode, (await post(link, { words: 'again' })).statusCode]).toEqual([404, 404])
})

test('one click ends it for good, whatever a mail program puts into the body; a link that is only followed does not', async () => {
  const { from, link } = await asked()
  expect((await get(`${link}/unsubscribe`)).body).toContain('<form method="post"')
  const stops = () => desk.home.as('system', ({ db }) => db.selectFrom('survey_stop').selectAll().execute())
  expect(await stops()).toEqual([])
  const once = await post(`${link}/unsubscribe`, { 'List-Unsubscribe': 'One-Click' })
  const part = 'content-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click'
  const twice = await app.inject({
    ...{ method: 'POST', url: `${link}/unsubscribe`, payload: `--cut\r\n${part}\r\n--cut--\r\n` },
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
  })
  const bare = await app.inject({ method: 'POST', url: `${link}/unsubscribe` })
  expect([once.statusCode, twice.statusCode, bare.statusCode]).toEqual([200, 200, 200])
  expect(await stops()).toMatchObject([{ why: 'unsubscribed' }])
  days(100)
  const again = await desk.write(from)
  days(2.1)
  await desk.ask()
  expect(await desk.surveyOf(again)).toMatchObject({ why: 'unsubscribed' })
})
