// The public pages of a survey. Looking at one answers nothing: mail scanners follow every link. Its token is in no log and in no referrer.
import { z } from 'zod'
import { messagePage } from '../../hear/intake/form/form-page.ts'
import { asOurError } from '../../platform/database/database-errors.ts'
import { type AnyRoute, type Http, openRoute } from '../../platform/http/route.ts'
import type { House } from '../../platform/context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import { say } from '../../shared/say.ts'
import { wallTime } from '../cases/letters/wall-time.rules.ts'
import { answerSurvey, standingOf } from './answer-survey.ts'
import { atPlace, mayPost, openSurvey, placeOf, type SurveyPlace } from './open-survey.ts'
import { readAnswer } from './read-answer.ts'
import { unsubscribe } from './stop-surveys.ts'
import { stopPage, surveyForm, thanksPage } from './survey-page.ts'
import type { AskedSurvey } from './survey.sql.ts'

const openBecause = 'customers have no account: whoever holds the link was sent the letter'
const params = z.object({ token: z.string().max(200) })
const query = z.object({ done: z.string().max(20).optional() })

const page = (http: Http, status: number, html: string): string => {
  void http.reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' })
  return html
}

const nowhere = (http: Http): string =>
  page(http, 404, messagePage('Amends', say('survey.nowhere.title'), say('survey.nowhere.text')))

/** What passes by itself is said in words. */
function notNow(http: Http, caught: unknown): string {
  const error = asOurError(caught)
  const code = error instanceof Refusal ? error.code : null
  if (code !== 'unavailable' && code !== 'storage-full') throw error
  void http.reply.header('retry-after', '30')
  // words: form.not-now.unavailable, form.not-now.storage-full
  return page(http, 503, messagePage('', say('form.not-now.title'), say(`form.not-now.${code}`)))
}

/** The survey of a link, while it is there; `over` where it can no longer be answered. */
async function withSurvey(
  house: House,
  token: string,
  http: Http,
  work: (survey: AskedSurvey, place: SurveyPlace, isOver: boolean) => Promise<string> | string,
): Promise<string> {
  try {
    const place = await placeOf(house, token)
    const survey = place && (await openSurvey(house, place))
    if (!place || !survey) return nowhere(http)
    const standing = standingOf(survey, house.clock.now())
    return standing === 'gone' ? nowhere(http) : await work(survey, place, standing === 'over')
  } catch (error) {
    return notNow(http, error)
  }
}

const until = ({ closesAt, timeZone }: AskedSurvey): string => wallTime(closesAt, timeZone)

const overPage = (http: Http, survey: AskedSurvey): string =>
  page(
    http,
    410,
    messagePage(survey.company, say('survey.over.title'), say('survey.over.text', { until: until(survey) })),
  )

const show = (house: House, token: string, done: string | undefined, http: Http): Promise<string> =>
  withSurvey(house, token, http, (survey, _place, isOver) => {
    if (done !== undefined && survey.answeredAt !== null)
      return page(http, 200, thanksPage(survey.company, token, until(survey), done === 'still-broken'))
    if (isOver) return overPage(http, survey)
    const { company, number, scores, words } = survey
    const isChange = survey.answeredAt !== null
    const form = { company, number, token, scores, words, isChange, isStillBroken: false, fault: null }
    return page(http, 200, surveyForm(form))
  })

const post = (house: House, token: string, http: Http): Promise<string> =>
  withSurvey(house, token, http, async (survey, place, isOver) => {
    if (isOver) return overPage(http, survey)
    const { company, number } = survey
    const { answer, fault } = readAnswer(http.request.body)
    const again = (status: number, words: string): string => {
      const form = { company, number, token, ...answer, isChange: survey.answeredAt !== null, fault: words }
      return page(http, status, surveyForm(form))
    }
    if (fault !== null) return again(400, fault)
    if (!(await mayPost(house, place, http.request.ip))) {
      void http.reply.header('retry-after', '3600')
      return again(429, say('survey.too-often'))
    }
    const standing = await atPlace(house, place, false, (ctx) => answerSurvey(ctx, place.caseId, answer))
    if (standing !== 'open') return standing === 'over' ? overPage(http, survey) : nowhere(http)
    void http.reply.header('location', `/survey/${token}?done=${answer.isStillBroken ? 'still-broken' : 'yes'}`)
    return page(http, 303, '')
  })

const stop = (house: House, token: string, http: Http): Promise<string> =>
  withSurvey(house, token, http, async ({ company }, place) => {
    await atPlace(house, place, false, (ctx) => unsubscribe(ctx, place.caseId))
    return page(http, 200, messagePage(company, say('survey.stopped.title'), say('survey.stopped.lead')))
  })

export const surveyPageRoutes: readonly AnyRoute[] = [
  openRoute({
    ...{ method: 'GET', url: '/survey/:token', openBecause, params, query },
    summary: 'How somebody was treated: the questions, or thanks.',
    answer: (house, input, http) => show(house, input.params.token, input.query.done, http),
  }),
  openRoute({
    ...{ method: 'POST', url: '/survey/:token', openBecause, params, bodyLimit: 65_536 },
    summary: 'Answer, or change the answer.',
    answer: (house, input, http) => post(house, input.params.token, http),
  }),
  openRoute({
    ...{ method: 'GET', url: '/survey/:token/unsubscribe', openBecause, params },
    summary: 'Asks once more whether somebody wants no more surveys.',
    answer: (house, input, http) =>
      withSurvey(house, input.params.token, http, ({ company }) =>
        page(http, 200, stopPage(company, input.params.token)),
      ),
  }),
  openRoute({
    // Also the one click of mail programs (RFC 8058), whatever they put into the body.
    ...{ method: 'POST', url: '/survey/:token/unsubscribe', openBecause, params, bodyLimit: 65_536 },
    summary: 'No more surveys to this person.',
    answer: (house, input, http) => stop(house, input.params.token, http),
  }),
]
