// The pages of a survey as HTML: without JavaScript, by keyboard, on a phone, light and dark. Whatever is put in is escaped here. Nothing of the
// case is on them but its number.
import { escapeHtml, publicPage } from '../../hear/intake/form/form-page.ts'
import { say } from '../../shared/say.ts'
import { mostWords, type Scores, type SurveyItem, surveyItems } from './survey.rules.ts'

export interface SurveyForm {
  readonly company: string
  readonly number: string
  /** Of its link. */
  readonly token: string
  readonly scores: Scores
  readonly words: string
  readonly isStillBroken: boolean
  /** Whether it was answered before. */
  readonly isChange: boolean
  /** What is wrong about what was sent, in a sentence; null where nothing was sent or nothing is. */
  readonly fault: string | null
}

const addressOf = (token: string): string => escapeHtml(`/survey/${token}`)
const paragraph = (words: string, name = 'lead'): string => `<p class="${name}">${escapeHtml(words)}</p>`

export function surveyForm({ company, number, token, scores, words, ...form }: SurveyForm): string {
  const { fault, isStillBroken, isChange } = form
  return publicPage(
    company,
    say(fault === null ? 'survey.title' : 'survey.again.title'),
    `
<h1>${escapeHtml(say('survey.title'))}</h1>
${paragraph(say('survey.lead', { number }))}
${fault === null ? '' : `<p class="fault whole" role="alert">${escapeHtml(fault)}</p>`}
<form method="post" action="${addressOf(token)}">
${surveyItems.map((item) => scale(item, scores[item])).join('\n')}
<div class="field"><label for="words">${escapeHtml(say('survey.words'))}</label><p class="hint" id="words-hint">${escapeHtml(say('survey.words.hint'))}</p><textarea id="words" name="words" rows="5" maxlength="${String(mostWords)}" aria-describedby="words-hint">
${escapeHtml(words)}</textarea></div>
<div class="field"><label class="tick"><input type="checkbox" name="still-broken" value="yes" aria-describedby="still-hint"${isStillBroken ? ' checked' : ''}>${escapeHtml(say('survey.still-broken'))}</label><p class="hint" id="still-hint">${escapeHtml(say('survey.still-broken.hint'))}</p></div>
<button type="submit">${escapeHtml(say(isChange ? 'survey.change' : 'survey.send'))}</button>
</form>
<p class="foot"><a href="${addressOf(token)}/unsubscribe">${escapeHtml(say('survey.stop'))}</a></p>`,
  )
}

// words: survey.item.outcome, survey.item.process, survey.item.person
function scale(item: SurveyItem, chosen: number | null): string {
  const ends: Readonly<Record<number, string>> = { 1: say('survey.least'), 5: say('survey.most') }
  const choice = (score: number): string =>
    `<label><input type="radio" name="${item}" value="${String(score)}"${chosen === score ? ' checked' : ''}><span>${String(score)}</span>${
      ends[score] === undefined ? '' : `<small>${escapeHtml(ends[score])}</small>`
    }</label>`
  return `<fieldset class="scale"><legend>${escapeHtml(say(`survey.item.${item}`))}</legend><div>${[1, 2, 3, 4, 5].map(choice).join('')}</div></fieldset>`
}

export const thanksPage = (company: string, token: string, until: string, isStillBroken: boolean): string =>
  publicPage(
    company,
    say('survey.thanks.title'),
    `<h1>${escapeHtml(say('survey.thanks.title'))}</h1>
${paragraph(say('survey.thanks.lead', { until }))}
${isStillBroken ? paragraph(say('survey.thanks.still-broken')) : ''}
<p class="foot"><a href="${addressOf(token)}">${escapeHtml(say('survey.change'))}</a></p>`,
  )

/** Asks once more, because mail programs follow links by themselves. */
export const stopPage = (company: string, token: string): string =>
  publicPage(
    company,
    say('survey.stop.title'),
    `<h1>${escapeHtml(say('survey.stop.title'))}</h1>
${paragraph(say('survey.stop.lead', { company }))}
<form method="post" action="${addressOf(token)}/unsubscribe"><button type="submit">${escapeHtml(say('survey.stop.do'))}</button></form>`,
  )
