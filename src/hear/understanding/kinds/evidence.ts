// What in a text speaks for a kind of message: turns of phrase of its language, and the text as the classifier reads it.
import { cueLanguages, type CueLanguage } from '../cues/cues.rules.ts'
import { findTurns, type Turn, type Turns, turnsOf } from '../reading/turns.rules.ts'
import { readWords } from '../reading/words-of-text.rules.ts'
import { type Evidence, type KindWords, messageKinds } from './kind-words.rules.ts'
import { kindsOfGerman } from './words-de.rules.ts'
import { kindsOfEnglish } from './words-en.rules.ts'
import { kindsOfSpanish } from './words-es.rules.ts'
import { kindsOfFrench } from './words-fr.rules.ts'
import { kindsOfItalian } from './words-it.rules.ts'

const listsOf: Readonly<Record<CueLanguage, Turns<Evidence>>> = {
  en: sorted(kindsOfEnglish),
  de: sorted(kindsOfGerman),
  fr: sorted(kindsOfFrench),
  es: sorted(kindsOfSpanish),
  it: sorted(kindsOfItalian),
}

function sorted(words: KindWords): Turns<Evidence> {
  return turnsOf(Object.entries(words) as readonly (readonly [Evidence, readonly Turn[]])[], {})
}

export interface EvidenceFound {
  readonly label: Evidence
  /** As they stand in the text. */
  readonly words: string
}

/** In the order of the text, language by language where none is given. Linear. */
export function evidenceIn(text: string, language: CueLanguage | null): readonly EvidenceFound[] {
  const reading = readWords(text)
  const languages = language === null ? cueLanguages : [language]
  return languages
    .flatMap((one) => findTurns(reading, listsOf[one]).found)
    .map(({ label, first, last }) => ({
      label,
      words: text.slice(reading.words[first]?.from ?? 0, reading.words[last]?.until ?? 0),
    }))
}

const shortest = 8

/** The text, with a word of ours for each kind of evidence that is in it once, twice, or more often, for the only one there is, and for its shape: these
 * words are the same in every language. */
export function featuresOf(text: string, evidence: readonly EvidenceFound[]): string {
  const counts = new Map<Evidence, number>()
  for (const { label } of evidence) counts.set(label, (counts.get(label) ?? 0) + 1)
  const marks = [...counts].flatMap(([label, count]) =>
    [1, 2, 3].filter((least) => count >= least).map((least) => markOf(label, String(least))),
  )
  const kinds = messageKinds.filter((kind) => counts.has(kind))
  const only = kinds.length === 1 && kinds[0] ? [markOf(kinds[0], 'only')] : []
  const shape = [
    ...(text.includes('?') ? ['qquestionq'] : []),
    ...(text.trimEnd().endsWith('!') ? ['qexclaimq'] : []),
    ...(text.split(/\s+/, shortest + 1).length <= shortest ? ['qshortq'] : []),
  ]
  return [...marks, ...only, ...shape, text].join(' . ')
}

const markOf = (label: Evidence, what: string): string => `q${label.replace('-', '')}${what}q`
