// The labelled sentences beside the tests, read: "remedy severity | sentence"; held out, the language stands before.
import { readFileSync } from 'node:fs'
import type { CueLanguage } from '../cues/cues.rules.ts'

export interface LabelledRemedy {
  /** "none" where none is said. */
  readonly remedy: string
  readonly severity: number
  readonly sentence: string
}

const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')

/** `held-out` sentences are for measuring only: whoever tunes a list must not look at them. */
export function labelledRemedies(language: CueLanguage, set: 'labelled' | 'held-out'): readonly LabelledRemedy[] {
  const heldOut = () => linesOf('held-out.txt').filter((line) => line.startsWith(`${language} `))
  const lines = set === 'labelled' ? linesOf(`${language}.txt`) : heldOut().map((line) => line.slice(3))
  return lines.map((line) => {
    const [label = '', sentence = ''] = line.split(' | ')
    const [remedy = '', severity = ''] = label.split(' ')
    return { remedy, severity: Number(severity), sentence }
  })
}
