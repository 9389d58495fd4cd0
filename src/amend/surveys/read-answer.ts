// What a posted page of a survey says. Fields that mean nothing are passed over; whatever stands in one, it is no error of ours.
import { storableText } from '../../hear/channels/mail/storable-text.ts'
import { say } from '../../shared/say.ts'
import type { SurveyAnswer } from './answer-survey.ts'
import { isEmptyAnswer, mostWords, type Scores, surveyItems } from './survey.rules.ts'

export interface ReadAnswer {
  readonly answer: SurveyAnswer
  /** What is wrong, in a sentence; null where nothing is. */
  readonly fault: string | null
}

/** @param body as it came; of a field that comes twice the first counts */
export function readAnswer(body: unknown): ReadAnswer {
  const fields = new URLSearchParams(typeof body === 'string' ? body : '')
  const said = surveyItems.map((item) => [item, fields.get(item) ?? ''] as const)
  const isStrange = said.some(([, score]) => !/^[1-5]?$/.test(score))
  const scores = Object.fromEntries(
    said.map(([item, score]) => [item, /^[1-5]$/.test(score) ? Number(score) : null]),
  ) as Scores
  const words = storableText(fields.get('words') ?? '').trim()
  const isStillBroken = fields.has('still-broken')
  const answer = { scores, words: words.slice(0, mostWords).toWellFormed(), isStillBroken }
  return { answer, fault: faultOf(isStrange, words, isEmptyAnswer(scores, words) && !isStillBroken) }
}

function faultOf(isStrange: boolean, words: string, isEmpty: boolean): string | null {
  if (isStrange) return say('survey.strange')
  if (words.length > mostWords) return say('survey.words.too-long')
  return isEmpty ? say('survey.empty') : null
}
