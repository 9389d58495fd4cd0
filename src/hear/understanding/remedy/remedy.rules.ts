// Which remedies a customer seeks, and how bad it was, each with the words that decided. What they get is for others to say.
import { cueLanguages } from '../cues/cues.rules.ts'
import type { CueLanguage } from '../cues/cues.rules.ts'
import type { Place } from '../facts/values.rules.ts'
import { findTurns, turnsOf } from '../reading/turns.rules.ts'
import type { Found, Turn, Turns } from '../reading/turns.rules.ts'
import { readWords } from '../reading/words-of-text.rules.ts'
import type { Reading } from '../reading/words-of-text.rules.ts'
import type { Remedy, RemedyWords, Weight } from './remedy-words.rules.ts'
import { remediesOfGerman } from './words-de.rules.ts'
import { remediesOfEnglish } from './words-en.rules.ts'
import { remediesOfSpanish } from './words-es.rules.ts'
import { remediesOfFrench } from './words-fr.rules.ts'
import { remediesOfItalian } from './words-it.rules.ts'

export interface RemedySought {
  readonly remedy: Remedy
  readonly words: string
  readonly place: Place
}

export interface Severity {
  /** 0 annoyance, 1 inconvenience, 2 loss, 3 danger. */
  readonly severity: 0 | Weight
  /** All that weigh as much; none for an annoyance. */
  readonly because: readonly { readonly words: string; readonly place: Place }[]
}

interface Lists {
  readonly remedies: Turns<Remedy | 'denial'>
  readonly weights: Turns<Weight>
}

/** A negation reaches so many words: "I do not want any refund". */
const reachOfDenial = 4
/** No more are told: a text that says a thing ten times says it. */
const mostTold = 10

const listsOf: Readonly<Record<CueLanguage, Lists>> = {
  en: sorted(remediesOfEnglish),
  de: sorted(remediesOfGerman),
  fr: sorted(remediesOfFrench),
  es: sorted(remediesOfSpanish),
  it: sorted(remediesOfItalian),
}

function sorted({ remedies, denials, weights }: RemedyWords): Lists {
  const sought = Object.entries(remedies) as readonly (readonly [Remedy, readonly Turn[]])[]
  return {
    remedies: turnsOf([...sought, ['denial', denials] as const], {}),
    weights: turnsOf([[1, weights[1]] as const, [2, weights[2]] as const, [3, weights[3]] as const], {}),
  }
}

const languagesOf = (language: CueLanguage | null | undefined): readonly CueLanguage[] =>
  language ? [language] : cueLanguages

/** Remedies in the visible text, each once, in order of place; none where none is said. Pure, linear, for any text. */
export const remediesSought = (text: string, language?: CueLanguage | null): readonly RemedySought[] =>
  searchRemedies(text, languagesOf(language)).sought

/** The gravest thing the visible text tells. A claim, not a finding: nobody has looked yet. Pure, linear, for any text. */
export const severityOf = (text: string, language?: CueLanguage | null): Severity =>
  searchRemedies(text, languagesOf(language)).severity

/** Both, with the number of words compared. */
export function searchRemedies(text: string, languages: readonly CueLanguage[]) {
  const reading = readWords(text)
  const told = <Label>({ first, last }: Found<Label>) => {
    const place = { from: reading.words[first]?.from ?? 0, until: reading.words[last]?.until ?? 0 }
    return { words: text.slice(place.from, place.until), place }
  }
  let steps = 0
  const each = languages.map((language) => {
    const [remedies, weights] = [
      findTurns(reading, listsOf[language].remedies),
      findTurns(reading, listsOf[language].weights),
    ]
    steps += remedies.steps + weights.steps
    return { remedies: wanted(remedies.found, reading), weights: weights.found }
  })
  const seen = new Set<Remedy>()
  const sought = each
    .flatMap(({ remedies }) => remedies.map((one) => ({ remedy: one.label, ...told(one) })))
    .toSorted((a, b) => a.place.from - b.place.from)
    .filter(({ remedy }) => seen.size < seen.add(remedy).size)
  const weights = each.flatMap((one) => one.weights)
  const severity = weights.reduce<0 | Weight>((most, { label }) => (label > most ? label : most), 0)
  const because = weights.filter(({ label }) => label === severity).map(told)
  const ordered = because.toSorted((a, b) => a.place.from - b.place.from).slice(0, mostTold)
  return { sought, severity: { severity, because: ordered } satisfies Severity, steps }
}

function wanted(found: readonly Found<Remedy | 'denial'>[], { words }: Reading): readonly Found<Remedy>[] {
  const denials = new Set(found.filter(({ label }) => label === 'denial').map(({ first }) => first))
  const isDenied = (first: number): boolean => {
    for (let at = first - 1; at >= first - reachOfDenial; at--) {
      if (words[at]?.clause !== words[first]?.clause) return false
      if (denials.has(at)) return true
    }
    return false
  }
  return found.flatMap(({ label, ...rest }) => (label === 'denial' || isDenied(rest.first) ? [] : [{ label, ...rest }]))
}
