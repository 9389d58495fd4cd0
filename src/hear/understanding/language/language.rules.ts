// In which language a text is written, of the five we read: by its small words first, by rows of letters a little. Abstains rather than guesses.
import { readWords } from '../reading/words-of-text.rules.ts'
import type { Word } from '../reading/words-of-text.rules.ts'
import { functionWords, letterRows, ownLetters } from './function-words.rules.ts'
import type { Known } from './function-words.rules.ts'
import { letterProfiles } from './letter-profiles.rules.ts'

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it'

export interface LanguageGuess {
  /** `other`: a language we do not read; `unknown`: too little to say. */
  readonly language: Language | 'other' | 'unknown'
  /** Of the likeliest language among all that are known here, 0 to 1; by how far it leads, not by a trained model. */
  readonly probability: number
  /** The words that decided, lower case and plain, each once, the first twenty. */
  readonly words: readonly string[]
}

const read: ReadonlySet<string> = new Set<Language>(['en', 'de', 'fr', 'es', 'it'])
const isRead = (known: Known): known is Language => read.has(known)

/** A text says its language early: no more words are looked at. */
const mostWords = 400
const mostRead = 20_000
const mostDeciding = 20
/** A word all of whose threes of letters are common in a language counts so much of a small word. */
const threesWeight = 0.8
/** In a language we do not read, rows of letters stand for the threes: each counts so much, three a word at most. */
const rowWeight = 0.12
/** And one with a letter of its own so much. */
const letterWeight = 0.5
/** A language we do not read must lead by so much before it is taken for the one. */
const neighbourMustLead = 0.7
/** Each point of lead over another language makes it e to this power less likely. */
const steepness = 2
const surely = 0.7
/** So many points a word a text of its language has at the least (one for a small word, less for its letters), or it is in none of ours. */
const leastPoints = 0.35

const known = Object.keys(functionWords) as readonly Known[]
const smallWords = new Map<string, Set<Known>>()
for (const language of known) {
  for (const word of functionWords[language].split(' ')) {
    const languages = smallWords.get(word) ?? new Set()
    smallWords.set(word, languages.add(language))
  }
}
const profiles: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(letterProfiles.en.split(' ')),
  de: new Set(letterProfiles.de.split(' ')),
  fr: new Set(letterProfiles.fr.split(' ')),
  es: new Set(letterProfiles.es.split(' ')),
  it: new Set(letterProfiles.it.split(' ')),
}
const rows = new Map(Object.entries(letterRows).map(([language, row]) => [language as Known, row.split(' ')]))
const letters = new Map(known.map((language) => [language, Array.from(ownLetters[language])]))
const anyOwnLetter = new RegExp(`[${Object.values(ownLetters).join('')}]`)

/** Pure and linear: the first 400 words of the visible text (without quoted history) are judged. */
export function languageOf(text: string): LanguageGuess {
  const words = readWords(text.slice(0, mostRead))
    .words.slice(0, mostWords)
    .filter(({ plain }) => /^\p{L}/u.test(plain))
  if (words.length === 0) return { language: 'unknown', probability: 0, words: [] }
  const isLatin = words.filter(({ plain }) => /^[a-zè]+$/.test(plain)).length * 2 > words.length
  if (!isLatin) return { language: 'other', probability: 1, words: [] }
  const points = pointsOf(text, words)
  const [best] = points.toSorted((a, b) => b.points - a.points)
  if (best === undefined || best.points <= 0) return { language: 'unknown', probability: 0, words: [] }
  const weights = points.map((one) => Math.exp(steepness * (one.points - best.points)))
  const probability = 1 / weights.reduce((sum, one) => sum + one, 0)
  return { language: decided(best, probability, words), probability, words: decidingWords(words, best.language) }
}

function decided(
  best: { readonly language: Known; readonly points: number },
  probability: number,
  words: readonly Word[],
): LanguageGuess['language'] {
  const spoken = best.points / words.length
  if (probability < surely) return 'unknown'
  if (spoken < leastPoints) return words.length < 4 ? 'unknown' : 'other'
  return isRead(best.language) ? best.language : 'other'
}

interface Points {
  readonly language: Known
  points: number
}

/** A small word shared by several languages speaks for each of them less. */
function pointsOf(text: string, words: readonly Word[]): readonly Points[] {
  const all = known.map((language): Points => ({ language, points: isRead(language) ? 0 : -neighbourMustLead }))
  for (const { plain, from, until } of words) {
    const written = text.slice(from, until).toLowerCase()
    if (anyOwnLetter.test(written))
      for (const one of all) if (hasOwnLetter(written, one.language)) one.points += letterWeight
    const languages = smallWords.get(plain)
    const threes = languages === undefined ? threesOf(plain) : []
    for (const one of all) {
      if (languages === undefined) one.points += lettersOf(plain, threes, one.language)
      else if (languages.has(one.language)) one.points += 1 / Math.sqrt(languages.size)
    }
  }
  return all
}

const hasOwnLetter = (written: string, language: Known): boolean =>
  letters.get(language)?.some((letter) => written.includes(letter)) === true

function threesOf(plain: string): readonly string[] {
  const padded = `_${plain}_`
  const threes: string[] = []
  for (let at = 0; at + 3 <= padded.length; at++) threes.push(padded.slice(at, at + 3))
  return threes
}

function lettersOf(plain: string, threes: readonly string[], language: Known): number {
  let count = 0
  if (!isRead(language)) {
    for (const row of rows.get(language) ?? []) if (plain.includes(row)) count += 1
    return rowWeight * Math.min(3, count)
  }
  const profile = profiles[language]
  for (const three of threes) if (profile.has(three)) count += 1
  return (threesWeight * count) / threes.length
}

const decidingWords = (words: readonly Word[], language: Known): readonly string[] =>
  [...new Set(words.map(({ plain }) => plain).filter((plain) => smallWords.get(plain)?.has(language) === true))].slice(
    0,
    mostDeciding,
  )
