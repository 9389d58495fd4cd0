// Near duplicates against the comparison of every text with every other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearDuplicates } from './near-duplicates.ts'
import { comparable, shinglesOf, similarityOf } from './shingles.ts'

/** The definition: every pair, compared run by run. */
function everyPair(texts: readonly string[], least: number) {
  const sets = texts.map((text) => new Set(runsOf(text)))
  return sets.flatMap((one, at) =>
    sets.flatMap((other, beside) => {
      const common = [...one].filter((run) => other.has(run)).length
      const similarity = common === 0 ? 0 : common / (one.size + other.size - common)
      return at < beside && similarity >= least ? [{ one: at, other: beside, similarity }] : []
    }),
  )
}
const runsOf = (text: string): readonly string[] => {
  const letters = Array.from(comparable(text))
  return letters.slice(4).map((_, at) => letters.slice(at, at + 5).join(''))
}

const words = fc.constantFrom('flight', 'late', 'again', 'cancelled', 'bag', 'lost', 'thanks', 'ticket', '😀', '@you')
const texts = fc.array(
  fc.array(words, { maxLength: 9 }).map((some) => some.join(' ')),
  { maxLength: 25 },
)

test('exactly the pairs of the definition, at any limit', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(0.3, 0.5, 0.8, 1), (some, least) => {
      expect(nearDuplicates(some, least)).toEqual(everyPair(some, least))
    }),
    { numRuns: 300 },
  )
})

test('names, addresses of pages, blanks and capitals make no difference; other words do', () => {
  const said = 'Flight 418 was cancelled again, nobody told us'
  const sent = [
    '@air ' + said,
    said.toUpperCase() + '   https://t.example/a1b2',
    'Flight 418 was cancelled: thank you all',
  ]
  expect(nearDuplicates(sent)).toEqual([{ one: 0, other: 1, similarity: 1 }])
})

test('a text is as similar to another as that to it, and wholly to itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 5 }), fc.string(), (one, other) => {
      const [mine, theirs] = [shinglesOf(one), shinglesOf(other)]
      expect(similarityOf(mine, theirs)).toBe(similarityOf(theirs, mine))
      if (mine.length > 0) expect(similarityOf(mine, mine)).toBe(1)
    }),
  )
})
