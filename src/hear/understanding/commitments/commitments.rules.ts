// Promises with a due time in a text that goes out: which words promise, which say when, and the instant they fall due. Undated ones are not told.
import { cueLanguages } from '../cues/cues.rules.ts'
import type { CueLanguage } from '../cues/cues.rules.ts'
import { languageOf } from '../language/language.rules.ts'
import type { Place } from '../facts/values.rules.ts'
import { findTurns, turnsOf } from '../reading/turns.rules.ts'
import type { Turn, Turns } from '../reading/turns.rules.ts'
import { longestRead, readWords } from '../reading/words-of-text.rules.ts'
import type { Reading } from '../reading/words-of-text.rules.ts'
import type { CommitmentWords } from './commitment-words.rules.ts'
import { dueOf } from './due-instant.rules.ts'
import type { Asked } from './due-instant.rules.ts'
import { daysNamed, hoursNamed } from './due.rules.ts'
import type { DayNamed, DueLabel, Named } from './due.rules.ts'
import { ownWords } from './own-words.rules.ts'
import { commitmentsOfGerman } from './words-de.rules.ts'
import { commitmentsOfEnglish } from './words-en.rules.ts'
import { commitmentsOfSpanish } from './words-es.rules.ts'
import { commitmentsOfFrench } from './words-fr.rules.ts'
import { commitmentsOfItalian } from './words-it.rules.ts'

export interface Commitment {
  readonly due: Date
  readonly language: CueLanguage
  /** The words that promise, and those that say when: as they stand in the text. */
  readonly promise: { readonly words: string; readonly place: Place }
  readonly when: readonly { readonly words: string; readonly place: Place }[]
  readonly sentence: Place
}

type Mark = 'promise' | 'denial' | 'doubt' | 'harmless'

interface Lists {
  readonly words: CommitmentWords
  readonly marks: Turns<Mark>
  readonly due: Turns<DueLabel>
}

/** No sentence of a letter names more days or hours; the rest is not read. */
const mostInASentence = 8

const listsOf: Readonly<Record<CueLanguage, Lists>> = {
  en: sorted(commitmentsOfEnglish),
  de: sorted(commitmentsOfGerman),
  fr: sorted(commitmentsOfFrench),
  es: sorted(commitmentsOfSpanish),
  it: sorted(commitmentsOfItalian),
}

function sorted(words: CommitmentWords): Lists {
  const marks: readonly (readonly [Mark, readonly Turn[]])[] = [
    ['promise', words.promises],
    ['denial', words.denials],
    ['doubt', words.doubts],
    ['harmless', words.harmless],
  ]
  const due = Object.entries({ ...words.days, ...words.parts, within: words.within, before: words.before })
  return { words, marks: turnsOf(marks, words.named), due: turnsOf(due as [DueLabel, readonly Turn[]][], {}) }
}

/** In order of place; the reader's zone and language decide what "Friday, 5 pm" and "3/4" are. Where no language is given it is told from the text. Pure, linear. */
export const commitmentsIn = (text: string, asked: Asked, language?: CueLanguage | null): readonly Commitment[] =>
  searchCommitments(text, asked, language ? [language] : spokenIn(text)).commitments

function spokenIn(text: string): readonly CueLanguage[] {
  const { language } = languageOf(text.slice(0, longestRead))
  const ours = cueLanguages.find((one) => one === language)
  return ours === undefined ? cueLanguages : [ours]
}

/** The same with the number of words compared. */
export function searchCommitments(text: string, asked: Asked, languages: readonly CueLanguage[]) {
  const given = text.slice(0, longestRead)
  const own = ownWords(given)
  const joined = own
    .replaceAll(/(?<=\d)\.(?=\s\p{Lu}\p{Ll}{2,8}\b)/gu, (dot, at: number) => (isDateDot(given, at) ? ' ' : dot))
    .replaceAll(/(?<=\d\.\d{1,2})\.(?=\s\p{Ll})/gu, ' ')
  const reading = readWords(joined)
  let steps = 0
  const commitments = languages.flatMap((language) => {
    const lists = listsOf[language]
    const [marks, due] = [findTurns(reading, lists.marks), findTurns(reading, lists.due)]
    steps += marks.steps + due.steps
    const days = bySentence(daysNamed(own, reading, due.found, lists.words, language), reading)
    const hours = bySentence(hoursNamed(own, reading, due.found, lists.words), reading)
    const promising = promisingSentences(own, reading, marks.found, lists.words)
    return [...promising].flatMap(([number, promise]): readonly Commitment[] => {
      const whole = reading.sentences[number]
      if (whole === undefined) return []
      const sentence = { from: whole.from, until: whole.until }
      const said = (place: Place) => ({ words: given.slice(place.from, place.until), place })
      return pairs(days.get(number) ?? [], hours.get(number) ?? [], asked, language).map(({ at, places }) => {
        return { due: at, language, promise: said(promise), when: places.map(said), sentence }
      })
    })
  })
  return { commitments: commitments.toSorted((a, b) => a.sentence.from - b.sentence.from), steps }
}

/** "15. April" and no end of a sentence: the word after the stop is a German month. */
const isDateDot = (text: string, at: number): boolean =>
  /^\.\s(jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/i.test(text.slice(at, at + 6))

/** Each day with the hour nearest to it; an hour alone is today's, or tomorrow's where it is past. Days that are past are no promise. */
function pairs(days: readonly Named<DayNamed>[], hours: readonly Named<number>[], asked: Asked, language: CueLanguage) {
  const dayTimes = days.length > 0 ? days : [undefined]
  const seen = new Set<number>()
  return dayTimes.flatMap((day) => {
    const free = hours.filter(({ place }) => !(day?.thing.is === 'length' && overlaps(place, day.place)))
    const hour = free.toSorted((a, b) => distance(a, day) - distance(b, day))[0]
    if (day === undefined && hour === undefined) return []
    const at = dueOf(day?.thing, hour?.thing, asked, language)
    if (at === undefined || seen.has(at.getTime())) return []
    seen.add(at.getTime())
    return [{ at, places: [day, hour].flatMap((one) => (one === undefined ? [] : [one.place])) }]
  })
}

const overlaps = (a: Place, b: Place): boolean => a.from < b.until && b.from < a.until
const distance = (one: Named<number>, day: Named<DayNamed> | undefined): number =>
  day === undefined ? one.place.from : Math.abs(one.place.from - day.place.from)

function bySentence<Thing>(found: readonly Named<Thing>[], { sentences }: Reading): Map<number, Named<Thing>[]> {
  const map = new Map<number, Named<Thing>[]>()
  let number = 0
  for (const one of found) {
    while (number < sentences.length - 1 && (sentences[number]?.until ?? 0) <= one.place.from) number++
    const list = map.get(number) ?? []
    if (list.length < mostInASentence) map.set(number, [...list, one])
  }
  return map
}

/** Sentences that promise, with the place of their first promising words. */
function promisingSentences(
  text: string,
  { words, sentences }: Reading,
  marks: ReturnType<typeof findTurns<Mark>>['found'],
  { endings, notEndings }: CommitmentWords,
): ReadonlyMap<number, Place> {
  const numbersOf = (label: Mark): readonly number[] =>
    marks
      .filter((one) => one.label === label)
      .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
  const harmless = new Set(numbersOf('harmless'))
  const serious = (label: Mark): readonly number[] => numbersOf(label).filter((at) => !harmless.has(at))
  const doubtful = new Set(serious('doubt').map((at) => words[at]?.sentence))
  const denied = new Set(serious('denial').map((at) => words[at]?.clause))
  const promises = [
    ...marks.filter(({ label }) => label === 'promise').map(({ first, last }) => ({ first, last })),
    ...words.flatMap(({ from, until }, at) => {
      const written = text.slice(Math.max(from, until - 60), until).toLowerCase()
      const isSo = endings.some((one) => written.endsWith(one) && written.length > one.length)
      return isSo && !notEndings.includes(written) ? [{ first: at, last: at }] : []
    }),
  ].sort((a, b) => a.first - b.first)
  const found = new Map<number, Place>()
  for (const { first, last } of promises) {
    const [begin, end] = [words[first], words[last]]
    if (begin === undefined || end === undefined || found.has(begin.sentence)) continue
    if (doubtful.has(begin.sentence) || denied.has(begin.clause) || denied.has(end.clause)) continue
    if (sentences[begin.sentence]?.isQuestion === true) continue
    found.set(begin.sentence, { from: begin.from, until: end.until })
  }
  return found
}
