// What a filter can ask of surveys: the usual choices, and what the figure asked that somebody came from.
import type { Translate } from '../../words.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

const usual = ['asked', 'answered', 'unanswered', 'low'] as const

export function surveyChoices(chosen: string | undefined, t: Translate): readonly Choice[] {
  const choices: readonly Choice[] = [
    { value: '', label: t('register.any') },
    ...usual.map((value) => ({ value, label: t(`register.surveyIs.${value}`) })),
  ]
  const [, item, score] = /^(outcome|process|person)-(low|high|[1-5])$/.exec(chosen ?? '') ?? []
  if (chosen === undefined || item === undefined || score === undefined) return choices
  const words = { item: t(`surveys.items.${item as 'outcome' | 'process' | 'person'}`), score }
  const label = score === 'low' || score === 'high' ? score : 'exact'
  return [...choices, { value: chosen, label: t(`register.surveyScore.${label}`, words) }]
}
