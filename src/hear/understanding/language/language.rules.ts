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
const smallWords = new Map<string, Known[]>()
for (const language of known) {
  for (const word of new Set(functionWords[language].split(' '))) {
    smallWords.set(word, [...(smallWords.get(word) ?? []), language])
  }
}
const profiles: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(letterProfiles.en.split(' ')),
  de: new Set(letterProfiles.de.split(' ')),
  fr: new Set(letterProfiles.fr.split(' ')),
  es: new Set(letterProfiles.es.split(' ')),
  it: new Set(letterProfiles.it.split(' ')),
}

/** Pure and linear: the first 400 words of the visible text (without quoted history) are judged. */
export function languageOf(text: string): LanguageGuess {
  const words = readWords(text)
    .words.slice(0, mostWords)
    .filter(({ plain }) => /^\p{L}/u.test(plain))
  if (words.length === 0) return { language: 'unknown', probability: 0, words: [] }
  const isLatin = words.filter(({ plain }) => /^[a-zè]+$/.test(plain)).length * 2 > words.length
  if (!isLatin) return { language: 'other', probability: 1, words: [] }
  const points = known.map((language) => ({ language, points: pointsOf(text, words, language) }))
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

/** A small word shared by several languages speaks for each of them less. */
function pointsOf(text: string, words: readonly Word[], language: Known): number {
  let points = isRead(language) ? 0 : -neighbourMustLead
  for (const { plain, from, until } of words) {
    const written = text.slice(from, until).toLowerCase()
    if (Array.from(ownLetters[language]).some((letter) => written.includes(letter))) points += letterWeight
    const languages = smallWords.get(plain)
    if (languages?.includes(language) === true) points += 1 / Math.sqrt(languages.length)
    else if (languages === undefined) points += lettersOf(plain, language)
  }
  return points
}

function lettersOf(plain: string, language: Known): number {
  if (!isRead(language))
    return rowWeight * Math.min(3, letterRows[language].split(' ').filter((row) => plain.includes(row)).length)
  const padded = `_${plain}_`
  const threes = Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
  return (threesWeight * threes.filter((three) => profiles[language].has(three)).length) / threes.length
}

const decidingWords = (words: readonly Word[], language: Known): readonly string[] =>
  [
    ...new Set(words.map(({ plain }) => plain).filter((plain) => smallWords.get(plain)?.includes(language) === true)),
  ].slice(0, mostDeciding)
