// The labelled sentences beside the tests, read: "told kind | sentence", "asked kind | sentence" or "none | sentence" a line.
import { readFileSync } from 'node:fs'
import type { CueLanguage } from '../cues/cues.rules.ts'

export interface LabelledFact {
  readonly label: string
  /** Empty for sentences that neither tell nor ask. */
  readonly kind: string
  readonly sentence: string
}

export function labelledFacts(language: CueLanguage): readonly LabelledFact[] {
  const lines = readFileSync(new URL(`fixtures/${language}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [head = '', sentence = ''] = line.split(' | ')
    const [label = '', kind = ''] = head.split(' ')
    return { label, kind, sentence }
  })
}
