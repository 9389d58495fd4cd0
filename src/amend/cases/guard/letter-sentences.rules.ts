// The sentences of a letter as the guard compares them: between greeting and signature, without quotations, references and addresses of pages.
import { functionWords } from '../../../hear/understanding/language/function-words.rules.ts'
import { plainWord, readWords, type Word } from '../../../hear/understanding/reading/words-of-text.rules.ts'
import { closings, courtesyWords, greetings } from './courtesies.rules.ts'

export interface LetterSentence {
  /** Where it stands in the text as given, UTF-16 units [from, until). */
  readonly from: number
  readonly until: number
  /** Its words, plain, in order. */
  readonly words: readonly string[]
  /** What it is about: beginnings of its words without small words, in order. */
  readonly bearing: readonly string[]
  /** By number, from 0; a blank line parts paragraphs. */
  readonly paragraph: number
  /** Nothing but a formula that is said to everybody. */
  readonly isCourtesy: boolean
}

/** What stands behind this many UTF-16 units of a letter is not compared: letters to customers are shorter. */
export const longestLetter = 20_000
/** More sentences of a letter are not compared. */
export const mostSentences = 400
/** Of a longer sentence only so many bearing words count; it is no sentence then, but a list. */
const mostBearing = 60
/** Words that differ in their endings only are one: "refund", "refunded". */
const stemLength = 6
const longestCourtesy = 20
const longestGreeting = 80
/** A closing with more behind it than a name, an address and a telephone number ends nothing. */
const longestSignature = 600

const small = new Set((['en', 'de', 'fr', 'es', 'it'] as const).flatMap((one) => functionWords[one].split(' ')))
const stemOf = (word: string): string => word.slice(0, stemLength)
const courteous = new Set(courtesyWords.flatMap((line) => line.split(' ').map((word) => stemOf(plainWord(word)))))

/** Linear in what is read. */
export function letterSentences(letter: string): readonly LetterSentence[] {
  const text = letter.slice(0, longestLetter)
  const [from, until] = bodyOf(text)
  const body = withoutReferences(text.slice(from, until))
  const { words, sentences } = readWords(body)
  const bySentence = wordsBySentence(words, sentences.length)
  const breaks = blankLines(body)
  let paragraph = 0
  const read: LetterSentence[] = []
  for (const [number, { until: end }] of sentences.entries()) {
    const own = bySentence[number] ?? []
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) continue
    if (read.length >= mostSentences) break
    while ((breaks[paragraph] ?? Infinity) <= first.from) paragraph++
    const plain = own.map((word) => word.plain)
    const bearing = plain
      .filter((word) => !small.has(word) && word.length > 1)
      .slice(0, mostBearing)
      .map(stemOf)
    read.push({
      ...{ from: from + first.from, until: from + Math.max(last.until, endOfWords(body, end)), paragraph },
      ...{ words: plain, bearing, isCourtesy: isCourtesy(plain, bearing) },
    })
  }
  return read
}

/** Beside two words of a formula one more may name the matter: "Thank you for your letter about the lamp". */
function isCourtesy(words: readonly string[], bearing: readonly string[]): boolean {
  const formula = bearing.filter((stem) => courteous.has(stem)).length
  const others = bearing.length - formula
  return words.length <= longestCourtesy && (others === 0 || (others === 1 && formula >= 2))
}

function wordsBySentence(words: readonly Word[], count: number): readonly (readonly Word[])[] {
  const bySentence: Word[][] = Array.from({ length: count }, () => [])
  for (const word of words) bySentence[word.sentence]?.push(word)
  return bySentence
}

/** Before the blanks that precede `end`. */
function endOfWords(text: string, end: number): number {
  let until = end
  while (until > 0 && /\s/.test(text.charAt(until - 1))) until--
  return until
}

const blankLines = (text: string): readonly number[] => Array.from(text.matchAll(/\n[^\S\n]*\n/g), ({ index }) => index)

/** From behind the greeting to before the signature. */
function bodyOf(text: string): readonly [from: number, until: number] {
  let [from, until, at, filled] = [0, text.length, 0, 0]
  for (const line of text.split('\n')) {
    const said = line.trim().toLowerCase()
    if (said !== '') filled++
    if (filled <= 2 && said.length <= longestGreeting && !/[.?]$/.test(said) && beginsWith(said, greetings))
      from = at + line.length
    const isEnd = line === '-- ' || (said.length <= longestGreeting && beginsWith(said, closings))
    if (isEnd && text.length - at <= longestSignature + line.length) {
      until = at
      break
    }
    at += line.length + 1
  }
  return [Math.min(from, until), until]
}

const beginsWith = (line: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => line.startsWith(beginning) && !/^\p{L}/u.test(line.slice(beginning.length)))

/** Blanks in place of what is quoted and of what only points somewhere, so that all else keeps its place. */
const withoutReferences = (text: string): string =>
  text
    .replace(/^>.*$/gm, blank)
    .replace(/https?:\/\/\S{0,2000}/g, blank)
    .replace(/[^\s@]{1,64}@[^\s@]{1,255}/g, blank)
    .replace(/\p{Lu}{1,6}-?\d[\dA-Z-]{0,30}|\d{5,40}/gu, blank)

const blank = (found: string): string => ' '.repeat(found.length)
