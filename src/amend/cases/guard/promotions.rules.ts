// Advertising where a solution is wanted: newsletters, discounts on the next order, dearer plans. Which words decided, and where. It hints; it forbids
// nothing, and a discount that is owed is none.
import { findTurns, turnsOf } from '../../../hear/understanding/reading/turns.rules.ts'
import { readWords } from '../../../hear/understanding/reading/words-of-text.rules.ts'
import { longestLetter } from './letter-sentences.rules.ts'
import { promotionWords } from './promotion-words.rules.ts'

/** The words that decided, at [from, until) of the draft, UTF-16 units. */
export interface Promotion {
  readonly from: number
  readonly until: number
}

const turns = turnsOf(
  promotionWords.flatMap(({ advertises, settles }) => [
    ['advertises', advertises] as const,
    ['settles', settles] as const,
  ]),
  {},
)
/** A draft that advertises ten times advertises. */
const mostPromotions = 10

/** In the order of the draft, one a sentence, in whichever of five languages it is written. Linear. */
export function promotionsIn(draft: string): readonly Promotion[] {
  const reading = readWords(draft.slice(0, longestLetter))
  const { found } = findTurns(reading, turns)
  const sentenceOf = (word: number): number => reading.words[word]?.sentence ?? -1
  const settled = new Set(found.filter(({ label }) => label === 'settles').map(({ first }) => sentenceOf(first)))
  const promotions = new Map<number, Promotion>()
  for (const { label, first, last } of found) {
    const sentence = sentenceOf(first)
    if (label !== 'advertises' || settled.has(sentence) || promotions.has(sentence)) continue
    promotions.set(sentence, { from: reading.words[first]?.from ?? 0, until: reading.words[last]?.until ?? 0 })
  }
  return [...promotions.values()].slice(0, mostPromotions)
}
