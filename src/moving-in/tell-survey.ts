// What a customer of the history was asked after their case was settled, and what they answered, laid out as rows.
import type { KeptCase } from '../amend/cases/case-columns.ts'
import type { BroughtSurvey } from '../amend/surveys/brought-surveys.sql.ts'
import { isEmptyAnswer } from '../amend/surveys/survey.rules.ts'
import type { NewInteraction } from '../hear/customers/interaction.sql.ts'
import type { Context } from '../platform/context/context.ts'
import type { CaseLine } from './history.schema.ts'

export interface ToldSurvey {
  readonly survey: BroughtSurvey
  /** The answer, on the customer's timeline; none where they did not answer. */
  readonly interactions: readonly NewInteraction[]
}

type SurveyLine = NonNullable<CaseLine['survey']>

/** Null where nobody was asked. @returns why not, in a sentence, where it cannot have been so */
export function tellSurvey(
  ctx: Context,
  { caseId, customerId, current }: KeptCase,
  line: SurveyLine | null,
): ToldSurvey | null | { readonly refused: string } {
  if (line === null) return null
  const { askedAt, answeredAt, outcome, process, person, words } = line
  const scores = { outcome, process, person }
  const [asked, answered] = [new Date(askedAt), answeredAt === null ? null : new Date(answeredAt)]
  const settled = current.ends.find((end) => end.kind === 'resolved')
  if (!settled || settled.at > asked) return { refused: 'The customer was asked before the case was settled.' }
  if (answered && answered < asked) return { refused: 'The customer answered before they were asked.' }
  if ((answered === null) !== isEmptyAnswer(scores, words))
    return { refused: 'Who answered says something, and who did not says nothing.' }
  const details = { ...scores, hasWords: words !== '', isChange: false }
  const entry = {
    interactionId: ctx.newId<'interaction'>(),
    customerId,
    kind: 'survey',
    caseId,
    messageId: null,
  } as const
  return {
    survey: { caseId, customerId, askedAt: asked, answeredAt: answered, scores, words },
    interactions: answered ? [{ ...entry, at: answered, details }] : [],
  }
}
