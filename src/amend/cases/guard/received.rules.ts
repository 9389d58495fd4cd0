// What a person received before, so that it can be asked which of it a sentence repeats. Built once a draft; asking is bounded, whatever the letters hold.
import { letterSentences, type LetterSentence } from './letter-sentences.rules.ts'

/** A sentence, or two neighbours of a paragraph, that were received. */
export interface Unit {
  /** Which letter, by its place in the list. */
  readonly letter: number
  readonly from: number
  readonly until: number
  /** One or two. */
  readonly sentences: number
  readonly words: string
  readonly bearing: ReadonlySet<string>
  /** Each word with the one after it. */
  readonly pairs: ReadonlySet<string>
}

export interface Received {
  /** The units that have a bearing word in common with what is asked about, at most `mostCompared`. */
  readonly near: (bearing: ReadonlySet<string>) => Iterable<Unit>
  /** The newest sentence of the very same words, formulas included. */
  readonly same: (sentence: LetterSentence) => Unit | undefined
}

/** The newest so many letters of a person are compared, as far as this many UTF-16 units go. */
export const mostLetters = 200
const mostRead = 200_000
/** Units that one sentence is compared with: those that share its rarest words. */
export const mostCompared = 400

/** @param letters the newest first */
export function receivedOf(letters: readonly string[]): Received {
  const byWord = new Map<string, Unit[]>()
  const seen = new Map<string, Unit>()
  let read = 0
  for (const [letter, text] of letters.slice(0, mostLetters).entries()) {
    if (read > mostRead) break
    read += text.length
    for (const unit of unitsOf(letterSentences(text), letter)) {
      if (seen.has(unit.words)) continue
      seen.set(unit.words, unit)
      for (const word of unit.bearing) {
        const having = byWord.get(word)
        if (having === undefined) byWord.set(word, [unit])
        else having.push(unit)
      }
    }
  }
  return { near: (bearing) => nearOf(byWord, bearing), same: ({ words }) => seen.get(words.join(' ')) }
}

function nearOf(byWord: ReadonlyMap<string, readonly Unit[]>, bearing: ReadonlySet<string>): Iterable<Unit> {
  const rarest = [...bearing].map((word) => byWord.get(word) ?? []).sort((one, other) => one.length - other.length)
  const near = new Set<Unit>()
  for (const units of rarest)
    for (const unit of units) {
      if (near.size >= mostCompared) return near
      near.add(unit)
    }
  return near
}

/** Each sentence, and each with the next of its paragraph: what was one sentence then may be two now. */
export function unitsOf(sentences: readonly LetterSentence[], letter: number): readonly Unit[] {
  return sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1]
    const single = unitOf([sentence], letter)
    return next?.paragraph === sentence.paragraph ? [single, unitOf([sentence, next], letter)] : [single]
  })
}

function unitOf(sentences: readonly LetterSentence[], letter: number): Unit {
  const words = sentences.flatMap((sentence) => sentence.words)
  return {
    letter,
    sentences: sentences.length,
    ...{ from: sentences[0]?.from ?? 0, until: sentences.at(-1)?.until ?? 0 },
    words: words.join(' '),
    bearing: new Set(sentences.flatMap((sentence) => sentence.bearing)),
    pairs: new Set(words.map((word, at) => `${word} ${words[at + 1] ?? ''}`)),
  }
}

/** Between 0 and 1: what two sets have in common, of both (Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one]
  let common = 0
  for (const each of fewer) if (more.has(each)) common++
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}
