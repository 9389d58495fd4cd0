// What of a draft its reader has received before, and what of it is new to them. It warns and shows; whether to send is for whoever writes.
import { letterSentences, type LetterSentence } from './letter-sentences.rules.ts'
import { likeness, receivedOf, unitsOf, type Received, type Unit } from './received.rules.ts'

/** Word for word, the same words in another order, or most of the same words. */
export type How = 'verbatim' | 'reordered' | 'reworded'

export interface Place {
  /** UTF-16 units [from, until). */
  readonly from: number
  readonly until: number
}

/** A passage of the draft that was received before. */
export interface Repeat extends Place {
  readonly how: How
  /** Which letter, by its place in the list, and where in it. */
  readonly letter: number
  readonly earlier: Place
}

export interface Comparison {
  /** In the order of the draft; none overlaps another. */
  readonly repeats: readonly Repeat[]
  /** Sentences that say something their reader has not received, neighbours as one. */
  readonly fresh: readonly Place[]
  /** Most of the letter was received before, formulas counted in: a script, even where no passage of it says anything. */
  readonly isMostlyReceived: boolean
}

interface Match extends Repeat {
  readonly similarity: number
}

// Found on fixtures/*.txt: sentences of the same words score 1, and of 125 pairs of other matters in the same trade the likest scores 0.67.
const leastLike = 0.7
const sameWords = 0.95
/** Fewer bearing words say too little to be called repeated. */
const fewestBearing = 3
const fewestWords = 5
const scriptShare = 0.6
const shortestScript = { sentences: 3, words: 20 }

/** @param letters what the reader of the draft has received, the newest first */
export function repeats(draft: string, letters: readonly string[]): Comparison {
  const received = receivedOf(letters)
  const sentences = letterSentences(draft)
  const likest = matchesOf(sentences, received)
  const matches = sentences.map((sentence, at) => likest[at] ?? sameOf(sentence, received))
  const isMostlyReceived = isScript(sentences, matches)
  const shown = sentences.map((sentence, at) =>
    isMostlyReceived || likest[at] !== undefined || saysEnough(sentence) ? matches[at] : undefined,
  )
  return { repeats: joined(shown), fresh: freshOf(sentences, matches), isMostlyReceived }
}

/** For each sentence the likest of what was received: alone, or with a neighbour. Of equals the newest, and the shorter. */
function matchesOf(sentences: readonly LetterSentence[], received: Received): readonly (Match | undefined)[] {
  const best: (Match | undefined)[] = sentences.map(() => undefined)
  const numberAt = new Map(sentences.map(({ from }, at) => [from, at]))
  for (const unit of unitsOf(sentences, 0).toSorted((one, other) => one.sentences - other.sentences)) {
    const first = numberAt.get(unit.from) ?? 0
    for (let at = first; (sentences[at]?.until ?? Infinity) <= unit.until; at++) {
      const sentence = sentences[at]
      if (sentence === undefined || sentence.isCourtesy) continue
      const match = likestOf(unit, sentence, received)
      if (match !== undefined && match.similarity > (best[at]?.similarity ?? 0)) best[at] = match
    }
  }
  return best
}

function likestOf(unit: Unit, { from, until, bearing }: LetterSentence, received: Received): Match | undefined {
  if (unit.bearing.size < fewestBearing) return undefined
  let likest: { readonly earlier: Unit; readonly similarity: number } | undefined
  for (const earlier of received.near(unit.bearing)) {
    const similarity = likeness(unit.bearing, earlier.bearing)
    if (similarity >= leastLike && similarity > (likest?.similarity ?? 0)) likest = { earlier, similarity }
  }
  if (likest === undefined) return undefined
  const { earlier, similarity } = likest
  // A short new sentence beside a long one of before is still new.
  if (bearing.filter((word) => earlier.bearing.has(word)).length < bearing.length / 2) return undefined
  const isSame = likeness(unit.pairs, earlier.pairs) >= sameWords
  const how = isSame ? 'verbatim' : similarity >= sameWords ? 'reordered' : 'reworded'
  return { from, until, how, letter: earlier.letter, earlier: placeOf(earlier), similarity }
}

/** Shorter ones, such as "We are sorry", are said again without being a script. */
const saysEnough = ({ isCourtesy, words }: LetterSentence): boolean => !isCourtesy && words.length >= fewestWords

function sameOf(sentence: LetterSentence, received: Received): Match | undefined {
  const same = received.same(sentence)
  if (same === undefined) return undefined
  const { from, until } = sentence
  return { from, until, how: 'verbatim', letter: same.letter, earlier: placeOf(same), similarity: 1 }
}

const placeOf = ({ from, until }: Place): Place => ({ from, until })

function isScript(sentences: readonly LetterSentence[], matches: readonly (Match | undefined)[]): boolean {
  const wordsOf = (some: readonly LetterSentence[]): number => some.reduce((sum, { words }) => sum + words.length, 0)
  const all = wordsOf(sentences)
  if (sentences.length < shortestScript.sentences || all < shortestScript.words) return false
  return wordsOf(sentences.filter((_, at) => matches[at] !== undefined)) >= scriptShare * all
}

/** Neighbours from one letter become one passage; where their order differs from the letter's, it is reordered. */
function joined(matches: readonly (Match | undefined)[]): readonly Repeat[] {
  const passages: Repeat[] = []
  for (const [at, match] of matches.entries()) {
    if (match === undefined) continue
    const before = matches[at - 1] === undefined ? undefined : passages.at(-1)
    const { from, until, how, letter, earlier } = match
    if (before?.letter !== letter) passages.push({ from, until, how, letter, earlier })
    else passages.splice(-1, 1, together(before, match))
  }
  return passages
}

function together(one: Repeat, next: Repeat): Repeat {
  const hows: readonly How[] = [one.how, next.how]
  const isInOrder = one.earlier.until <= next.earlier.from || one.earlier.from === next.earlier.from
  return {
    ...{ from: one.from, until: next.until, letter: one.letter },
    how: hows.includes('reworded') ? 'reworded' : isInOrder && !hows.includes('reordered') ? 'verbatim' : 'reordered',
    earlier: {
      from: Math.min(one.earlier.from, next.earlier.from),
      until: Math.max(one.earlier.until, next.earlier.until),
    },
  }
}

function freshOf(sentences: readonly LetterSentence[], matches: readonly (Match | undefined)[]): readonly Place[] {
  const fresh: Place[] = []
  let isNeighbour = false
  for (const [at, sentence] of sentences.entries()) {
    const isFresh = matches[at] === undefined && !sentence.isCourtesy
    const last = fresh.at(-1)
    if (isFresh && isNeighbour && last !== undefined) fresh.splice(-1, 1, { from: last.from, until: sentence.until })
    else if (isFresh) fresh.push(placeOf(sentence))
    isNeighbour = isFresh
  }
  return fresh
}
