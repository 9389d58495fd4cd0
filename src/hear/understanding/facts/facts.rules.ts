// Facts a text tells and facts it asks for, with their places. Whether an answer fits a question is for others to say.
import { cueLanguages } from '../cues/cues.rules.ts'
import type { CueLanguage } from '../cues/cues.rules.ts'
import { findTurns, turnsOf } from '../reading/turns.rules.ts'
import type { Found, Turn, Turns } from '../reading/turns.rules.ts'
import { longestRead, readWords } from '../reading/words-of-text.rules.ts'
import type { Reading } from '../reading/words-of-text.rules.ts'
import type { FactKind, FactWords, NumberKind, SaidKind } from './fact-words.rules.ts'
import { factsOfGerman } from './words-de.rules.ts'
import { factsOfEnglish } from './words-en.rules.ts'
import { factsOfSpanish } from './words-es.rules.ts'
import { factsOfFrench } from './words-fr.rules.ts'
import { factsOfItalian } from './words-it.rules.ts'
import { valuesIn } from './values.rules.ts'
import type { Place, Value } from './values.rules.ts'

export interface FactTold {
  readonly kind: FactKind
  /** Of numbers, dates and amounts in one form; else the words themselves. Where a date reads two ways, the day first. */
  readonly value: string
  /** All readings, the value among them. */
  readonly readings: readonly string[]
  readonly place: Place
  readonly sentence: Place
}

export interface FactAskedFor {
  readonly kind: FactKind
  /** The words that name the fact. */
  readonly words: string
  readonly place: Place
  readonly sentence: Place
}

interface Lists {
  readonly asks: Turns<'ask' | 'spare'>
  readonly nouns: Turns<FactKind>
  readonly labels: Turns<NumberKind | 'phone'>
  readonly told: Turns<SaidKind>
}

/** So many words may stand between "order" and its number: "my order, which is number …". */
const reachOfLabel = 6
const fewestDigits = 3

const listsOf: Readonly<Record<CueLanguage, Lists>> = {
  en: sorted(factsOfEnglish),
  de: sorted(factsOfGerman),
  fr: sorted(factsOfFrench),
  es: sorted(factsOfSpanish),
  it: sorted(factsOfItalian),
}

function sorted({ asks, spares, nouns, labels, told }: FactWords): Lists {
  return {
    asks: turnsOf([['ask', asks] as const, ['spare', spares] as const], {}),
    nouns: turnsOf(Object.entries(nouns) as readonly (readonly [FactKind, readonly Turn[]])[], {}),
    labels: turnsOf(Object.entries(labels) as readonly (readonly [NumberKind | 'phone', readonly Turn[]])[], {}),
    told: turnsOf(Object.entries(told) as readonly (readonly [SaidKind, readonly Turn[]])[], {}),
  }
}

const languagesOf = (language: CueLanguage | null | undefined): readonly CueLanguage[] =>
  language ? [language] : cueLanguages

/** Facts in a customer's visible text, in order of place. All five languages are read where none is given. Pure, linear, for any text. */
export const factsTold = (text: string, language?: CueLanguage | null): readonly FactTold[] =>
  searchTold(text, languagesOf(language)).facts

/** The same with the number of words compared. */
export function searchTold(text: string, languages: readonly CueLanguage[]) {
  const read = text.slice(0, longestRead)
  const reading = readWords(read)
  const labels = languages.map((one) => findTurns(reading, listsOf[one].labels))
  const told = languages.map((one) => findTurns(reading, listsOf[one].told))
  const found = labels.flatMap((one) => one.found).sort((a, b) => a.last - b.last)
  const values = valuesIn(read, languages)
  const facts = [
    ...numbered(values, found, reading),
    ...told.flatMap((one) => one.found).flatMap((one) => said(one, read, reading)),
  ]
  const steps = [...labels, ...told].reduce((sum, one) => sum + one.steps, values.length)
  return { facts: once(facts), steps }
}

/** Values with a kind: by themselves, or by the nearest label before them in their sentence. */
function numbered(
  values: readonly Value[],
  labels: readonly Found<NumberKind | 'phone'>[],
  { words, sentences }: Reading,
): readonly FactTold[] {
  let [word, label] = [0, -1]
  return values.flatMap(({ kind, readings, place }) => {
    while (word < words.length - 1 && (words[word]?.from ?? 0) < place.from) word++
    while (label + 1 < labels.length && (labels[label + 1]?.last ?? 0) < word) label++
    const { sentence: number = -1 } = words[word] ?? {}
    const before = labels[label]
    const isNear =
      before !== undefined && word - before.last - 1 <= reachOfLabel && words[before.last]?.sentence === number
    const named = kindOf(kind, readings[0] ?? '', isNear ? before.label : undefined)
    const sentence = sentences[number]
    const value = readings[0]
    if (named === undefined || value === undefined || sentence === undefined) return []
    // A sentence begins with its first word; a sign such as "+" or "#" before it is the number's.
    const whole = { from: Math.min(sentence.from, place.from), until: Math.max(sentence.until, place.until) }
    return [{ kind: named, value, readings, place, sentence: whole }]
  })
}

function kindOf(kind: Value['kind'], value: string, label: NumberKind | 'phone' | undefined): FactKind | undefined {
  if (kind === 'date' || kind === 'amount') return kind
  if (kind === 'phone') return label ?? 'phone'
  const digits = value.replace(/\D/g, '').length
  if (label !== undefined && digits >= fewestDigits) return label
  return /^\p{Lu}{1,4}[-/]?\d{5,}$/u.test(value) ? 'order-number' : undefined
}

function said(
  { label, first, last }: Found<SaidKind>,
  text: string,
  { words, sentences }: Reading,
): readonly FactTold[] {
  const [begin, end] = [words[first], words[last]]
  const sentence = sentences[begin?.sentence ?? -1]
  if (begin === undefined || end === undefined || sentence === undefined || sentence.isQuestion) return []
  const value = text.slice(begin.from, end.until)
  return [
    {
      kind: label,
      value,
      readings: [value],
      place: { from: begin.from, until: end.until },
      sentence: { from: sentence.from, until: sentence.until },
    },
  ]
}

/** Facts that an outgoing text asks its reader for, each kind once a sentence, in order of place. Pure, linear, for any text. */
export const factsAskedFor = (text: string, language?: CueLanguage | null): readonly FactAskedFor[] =>
  searchAsked(text, languagesOf(language)).facts

/** The same with the number of words compared. */
export function searchAsked(text: string, languages: readonly CueLanguage[]) {
  const read = text.slice(0, longestRead)
  const reading = readWords(read)
  let steps = 0
  const facts = languages.flatMap((language) => {
    const [marks, nouns] = [findTurns(reading, listsOf[language].asks), findTurns(reading, listsOf[language].nouns)]
    steps += marks.steps + nouns.steps
    const sentencesOf = (label: 'ask' | 'spare') =>
      new Set(marks.found.filter((one) => one.label === label).map(({ first }) => reading.words[first]?.sentence))
    const [asking, spared] = [sentencesOf('ask'), sentencesOf('spare')]
    return nouns.found.flatMap(({ label: kind, first, last }): readonly FactAskedFor[] => {
      const [begin, end] = [reading.words[first], reading.words[last]]
      const sentence = reading.sentences[begin?.sentence ?? -1]
      if (begin === undefined || end === undefined || sentence === undefined) return []
      if (!asking.has(begin.sentence) || spared.has(begin.sentence)) return []
      const place = { from: begin.from, until: end.until }
      const words = read.slice(place.from, place.until)
      return [{ kind, words, place, sentence: { from: sentence.from, until: sentence.until } }]
    })
  })
  return { facts: once(facts), steps }
}

/** In order of place; words of a kind once a sentence, values every time. */
function once<Fact extends { kind: FactKind; place: Place; sentence: Place; value?: string }>(
  facts: readonly Fact[],
): readonly Fact[] {
  const ordered = facts.toSorted((a, b) => a.place.from - b.place.from || a.place.until - b.place.until)
  const seen = new Set<string>()
  return ordered.filter(({ kind, place, sentence, value }) => {
    const isValue = value !== undefined && /\d/.test(value)
    const key = `${kind} ${String(isValue ? place.from : sentence.from)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
