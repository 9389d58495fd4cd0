// The public page of a survey under attack, over real sockets: guessed and broken links, hostile words, floods, scanners that follow links. Nothing of
// a link is written to a log.
import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import { allRoutes } from '../../src/wiring.ts'
import { openSurveyDesk, type SurveyDesk } from '../setup/survey-desk.ts'

let desk: SurveyDesk
let app: FastifyInstance
let url = ''
const logged: string[] = []
beforeAll(async () => {
  desk = await openSurveyDesk()
  await desk.set({ state: 'on' })
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) })
  const house = { ...desk.home.house, log }
  app = await buildServer(house, identifyCaller, allRoutes(makeLiveHub(house)))
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  await desk.home.close()
})

async function asked() {
  const { caseId, from } = await desk.oneSettled()
  desk.home.clock.moveMinutes(49 * 60)
  await desk.ask()
  return { caseId, link: desk.linkTo(from) }
}
const type = { 'content-type': 'application/x-www-form-urlencoded' }
const ask = async (path: string, body?: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = type) => {
  const how = body === undefined ? {} : { method: 'POST', body, headers }
  const answer = await fetch(url + path, { redirect: 'manual', ...how })
  return { status: answer.status, page: await answer.text(), headers: answer.headers }
}

test('a link with one sign changed, cut or made longer is none, by any door, and says so in words', async () => {
  const { caseId, link } = await asked()
  const token = link.slice('/survey/'.length)
  const forged = [
    ...[0, 20, 30, 43, 50, 63].map((at) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)),
    ...[token.slice(1), `${token}A`, token.toLowerCase(), 'x', '%00', '..%2f..%2fetc', 'a'.repeat(190), caseId],
  ]
  for (const one of forged) {
    const [page, posted, stopped] = [
      await ask(`/survey/${one}`),
      await ask(`/survey/${one}`, 'outcome=1'),
      await ask(`/survey/${one}/unsubscribe`, ''),
    ]
    expect([page.status, posted.status, stopped.status], one).toEqual([404, 404, 404])
    expect(page.page).not.toContain('Halden')
  }
  expect(await desk.surveyOf(caseId)).toMatchObject({ version: 0 })
})

test('links of another company, or to a case nobody was asked about, lead nowhere', async () => {
  const { link } = await asked()
  const bytes = Buffer.from(link.slice('/survey/'.length), 'base64url')
  const { organizationId } = await desk.home.foundAnother('Rival')
  bytes.set(Buffer.from(organizationId.replaceAll('-', ''), 'hex'), 0)
  expect((await ask(`/survey/${bytes.toString('base64url')}`)).status).toBe(404)
})

test('scanners may look as often as they like: nothing is written, and nothing is answered', async () => {
  const { caseId, link } = await asked()
  for (const path of [link, `${link}?done=yes`, `${link}?outcome=5`, `${link}/unsubscribe`]) {
    for (const method of ['GET', 'HEAD']) await fetch(url + path, { method })
  }
  expect(await desk.surveyOf(caseId)).toMatchObject({ version: 0, answered_at: null })
  const stops = await desk.home.as('system', ({ db }) => db.selectFrom('survey_stop').selectAll().execute())
  expect(stops).toEqual([])
})

test('whatever is posted is an answer or words about what is wrong, never an error of ours; words are shown as words', async () => {
  const { caseId, link } = await asked()
  const cases: readonly (readonly [string, number])[] = [
    ['', 400],
    ['outcome=6', 400],
    ['outcome=1e0', 400],
    ['outcome=-1&words=x', 400],
    ['outcome=%00', 400],
    [`words=${'x'.repeat(2001)}`, 400],
    ['__proto__=1&constructor=2', 400],
    ['%E0%A4%A=%', 400],
    ['outcome=1&outcome=5', 303],
    ['words=%00%ED%A0%80still+%F0%9F%98%80', 303],
    [`words=${encodeURIComponent('</textarea><script>alert(1)</script>')}`, 303],
  ]
  for (const [body, status] of cases) expect([body, (await ask(link, body)).status]).toEqual([body, status])
  expect(await desk.surveyOf(caseId)).toMatchObject({ words: '</textarea><script>alert(1)</script>' })
  const shown = await ask(link)
  expect([shown.page.includes('<script'), shown.page.includes('&#60;script&#62;')]).toEqual([false, true])
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(shown.headers.get('referrer-policy')).toBe('no-referrer')
  expect((await ask(link, 'x'.repeat(70_000))).status).toBe(413)
  expect((await ask(link, '{"outcome":1}', { 'content-type': 'application/json' })).status).toBe(400)
  expect((await ask(link, 'x', { 'content-type': 'text/x-what' })).status).toBe(415)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const { status } = await ask(link, new Uint8Array(bytes))
      return [303, 400, 429].includes(status)
    }),
    { numRuns: 30 },
  )
})

test('a flood on one link is turned away with words, keeps the answer, and leaves another link alone', async () => {
  const [one, other] = [await asked(), await asked()]
  const statuses: number[] = []
  for (let at = 0; at < 25; at++) statuses.push((await ask(one.link, `outcome=${String((at % 5) + 1)}`)).status)
  expect([statuses.filter((status) => status === 303).length, statuses.at(-1)]).toEqual([20, 429])
  const kept = await desk.surveyOf(one.caseId)
  expect(kept).toMatchObject({ version: 20 })
  expect((await ask(other.link, 'outcome=5')).status).toBe(303)
})

test('answers at the same moment are one answer that changes, and one of them is the first', async () => {
  desk.home.clock.moveMinutes(70)
  const { caseId, link } = await asked()
  await Promise.all(Array.from({ length: 15 }, (_, at) => ask(link, `outcome=${String((at % 5) + 1)}`)))
  expect(await desk.surveyOf(caseId)).toMatchObject({ version: 15 })
  const marks = await desk.home.as('system', ({ db }) =>
    db.selectFrom('interaction').select('details').where('kind', '=', 'survey').where('case_id', '=', caseId).execute(),
  )
  expect(marks.filter(({ details }) => !(details as { isChange: boolean }).isChange)).toHaveLength(1)
})

test('a JSON route does not take the text of a form for JSON', async () => {
  const { status } = await ask('/api/sign-in', 'email=a&password=b')
  expect(status).toBe(400)
})

test('no link stands in any log', async () => {
  const { link } = await asked()
  await ask(link, 'outcome=5')
  await ask(`${link}/unsubscribe`, '')
  await ask(`${link}/nothing`)
  const token = link.slice('/survey/'.length)
  expect(logged.filter((line) => line.includes(token))).toEqual([])
})
