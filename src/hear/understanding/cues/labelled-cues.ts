// The labelled sentences, read: "# kind" and below it a sentence a line; "none" for those that hold no cue.
import { readFileSync } from 'node:fs'
import type { CueKind } from './cue-words.rules.ts'
import type { CueLanguage } from './cues.rules.ts'

export interface Labelled {
  readonly kind: CueKind | 'none'
  readonly sentence: string
}

/** `held-out` sentences were written after the lists and are for measuring only: whoever tunes a list must not look at them. */
export function labelledSentences(language: CueLanguage, set: 'labelled' | 'held-out'): readonly Labelled[] {
  const name = set === 'labelled' ? `examples/${language}.txt` : `fixtures/${language}-held-out.txt`
  const sentences: Labelled[] = []
  let kind: Labelled['kind'] = 'none'
  for (const line of readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')) {
    if (line.startsWith('# ')) kind = line.slice(2) as Labelled['kind']
    else sentences.push({ kind, sentence: line })
  }
  return sentences
}
