// The guard on pairs of letters in five languages, and what holds for any draft and any letters.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairLanguages, pairsOf, type Pair, type PairKind, type PairLanguage } from './pairs.fixture.ts'
import { mostCompared, receivedOf } from './received.rules.ts'
import { repeats, type Place } from './repeats.rules.ts'

const overlaps = (one: Place, other: Place): boolean => one.from < other.until && other.from < one.until

/** Whether something of what the draft says about its matter was found in the letter; of an unrelated one, whether anything was. */
function isFlagged({ kind, earlier, draft, passage }: Pair): boolean {
  const { repeats: found } = repeats(draft, [earlier])
  const from = draft.indexOf(passage)
  return kind === 'unrelated'
    ? found.length > 0
    : found.some((one) => overlaps(one, { from, until: from + passage.length }))
}

const flagged = (pairs: readonly Pair[], kind: PairKind): readonly [flagged: number, of: number] => {
  const ofKind = pairs.filter((pair) => pair.kind === kind)
  return [ofKind.filter(isFlagged).length, ofKind.length]
}

/** Every so many words of the passage another word. */
function edited(pair: Pair, every: number): Pair {
  let word = 0
  const passage = pair.passage.replace(/\p{L}+/gu, (said) => (++word % every === 0 ? `zebra${String(word)}` : said))
  return { ...pair, kind: 'reworded', passage, draft: pair.draft.replace(pair.passage, () => passage) }
}

describe.for(pairLanguages)('%s: of 100 pairs', (language) => {
  const pairs = pairsOf(language, 'labelled')
  const received = pairs.filter(({ kind }) => kind === 'verbatim').map(({ earlier }) => earlier)

  test('what was received is found verbatim and reordered, at least 95 in 100, and nothing where the matter is another', () => {
    expect(pairs.length).toBe(100)
    for (const kind of ['verbatim', 'reordered'] as const) {
      const [found, of] = flagged(pairs, kind)
      expect(found / of).toBeGreaterThanOrEqual(0.95)
    }
    expect(flagged(pairs, 'unrelated')).toEqual([0, 25])
  })

  test('nor where all 25 letters were received', () => {
    const unrelated = pairs.filter(({ kind }) => kind === 'unrelated')
    expect(unrelated.filter(({ draft }) => repeats(draft, received).repeats.length > 0)).toEqual([])
  })

  test('and one word in eight, or in six, changed hides little', () => {
    const verbatim = pairs.filter(({ kind }) => kind === 'verbatim')
    expect(verbatim.filter((pair) => isFlagged(edited(pair, 8))).length).toBeGreaterThanOrEqual(24)
    expect(verbatim.filter((pair) => isFlagged(edited(pair, 6))).length).toBeGreaterThanOrEqual(20)
  })

  test('what is said in wholly other words is not found, and nothing claims so', () => {
    expect(flagged(pairs, 'reworded')[0]).toBeLessThanOrEqual(2)
  })
})

/** Ten passages a language, written before the rules, none of which was tuned on them: found verbatim, reordered, reworded; unrelated. */
test.for<[PairLanguage, number, number, number, number]>([
  ['en', 10, 10, 0, 0],
  ['de', 10, 10, 0, 0],
  ['fr', 10, 10, 0, 0],
  ['es', 10, 10, 0, 0],
  ['it', 10, 10, 0, 0],
])('%s: of ten held out each %i, %i and %i are found, and %i falsely', (row) => {
  const [language, ...figures] = row
  const pairs = pairsOf(language, 'held-out')
  const kinds = ['verbatim', 'reordered', 'reworded', 'unrelated'] as const
  expect(kinds.map((kind) => flagged(pairs, kind)[0])).toEqual(figures)
})

const received = [
  'Dear Ms Lind,\n\nThe pump of your machine was blocked by a coin. Our technician has cleaned it and the machine runs again.\n\nKind regards\nAnna',
  'Dear Ms Lind,\n\nYour refund of 25 euros was sent on 3 March. It concerns order A-42.\n\nKind regards\nPeter',
]

test('a passage is shown with its place, and with the letter and its place there', () => {
  const draft = 'Hello Eva,\n\nthe valve is new. The pump of your machine was blocked by a coin.\n\nBest wishes\nTom'
  const { repeats: found, fresh } = repeats(draft, received)
  expect(found).toMatchObject([{ how: 'verbatim', letter: 0 }])
  const [{ from, until, earlier }] = found as [(typeof found)[number]]
  expect(draft.slice(from, until)).toBe('The pump of your machine was blocked by a coin.')
  expect(received[0]?.slice(earlier.from, earlier.until)).toBe('The pump of your machine was blocked by a coin.')
  expect(fresh.map((place) => draft.slice(place.from, place.until))).toEqual(['the valve is new.'])
})

test.for<[string, string]>([
  [
    'Our technician has cleaned it and the machine runs again. The pump of your machine was blocked by a coin.',
    'reordered',
  ],
  ['By a coin the pump of your machine was blocked.', 'reordered'],
  ['The pump of your washing machine was blocked by a coin.', 'reworded'],
])('“%s” is %s', ([draft, how]) => {
  expect(repeats(draft, received).repeats).toMatchObject([{ how, letter: 0 }])
})

test.for([
  'Your refund of 12 euros was sent on 9 May.',
  'Another pump will be sent.',
  'Kind regards\nAnna',
  'Dear Ms Lind,',
])('“%s” says nothing they had', (draft) => {
  expect(repeats(draft, received).repeats).toEqual([])
})

test('another number of an order hides nothing', () => {
  const told = 'The invoice for A-42 was sent to your previous address.'
  expect(repeats(told.replace('A-42', 'B-977'), [told]).repeats).toMatchObject([{ how: 'verbatim' }])
})

describe('formulas that are said to everybody', () => {
  const formulas =
    'Thank you for your patience. We are sorry for the inconvenience. Please do not hesitate to contact us if you have further questions.'

  test('do not count beside an answer', () => {
    const answer = `Thank you for your patience. The new hinge is in stock and leaves our warehouse in Bremen on Monday at noon. `
    expect(repeats(answer, [formulas])).toMatchObject({ repeats: [], isMostlyReceived: false })
  })

  test('are a script where they are the whole letter', () => {
    const again = repeats(formulas, [formulas])
    expect(again.isMostlyReceived).toBe(true)
    expect(again.repeats).toMatchObject([{ from: 0, until: formulas.length, letter: 0 }])
  })

  test('are none for somebody who has not had them', () => {
    expect(repeats(formulas, received)).toMatchObject({ repeats: [], isMostlyReceived: false })
  })
})

test('what the draft quotes is not what it says', () => {
  expect(repeats(`> ${received[0]?.split('\n')[2] ?? ''}\n\nIs that so?`, received).repeats).toEqual([])
})

const words = fc.constantFrom(
  'lamp',
  'the',
  'refund',
  'Lieferung',
  'thank',
  'you',
  '.',
  '?',
  '\n\n',
  '> ',
  'Dear',
  '12',
  ',\n',
  'A-42',
)
const anyLetter = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(words, { maxLength: 80 }).map((some) => some.join(' ')),
)

test('whatever comes in, places lie in the draft and the letter, in order, and nothing is both new and had', () => {
  fc.assert(
    fc.property(anyLetter, fc.array(anyLetter, { maxLength: 5 }), (draft, letters) => {
      const { repeats: found, fresh } = repeats(draft, letters)
      for (const places of [found, fresh])
        for (const [at, { from, until }] of places.entries()) {
          expect(from).toBeGreaterThanOrEqual(places[at - 1]?.until ?? 0)
          expect(until).toBeGreaterThan(from)
          expect(until).toBeLessThanOrEqual(draft.length)
        }
      for (const { letter, earlier } of found) {
        expect(earlier.until).toBeGreaterThan(earlier.from)
        expect(earlier.until).toBeLessThanOrEqual(letters[letter]?.length ?? -1)
      }
      expect(found.some((one) => fresh.some((other) => overlaps(one, other)))).toBe(false)
    }),
  )
})

test('who has received nothing has received nothing of it, and a letter sent twice says nothing new', () => {
  fc.assert(
    fc.property(anyLetter, (draft) => {
      expect(repeats(draft, []).repeats).toEqual([])
      const bearing = receivedOf([draft])
      expect(bearing).toBeDefined()
      for (const { from, until } of repeats(draft, [draft]).fresh)
        expect(
          new Set(
            draft
              .slice(from, until)
              .toLowerCase()
              .match(/\p{L}{2,}|\d+/gu),
          ).size,
        ).toBeLessThan(12)
    }),
  )
})

test('a sentence is compared with few of many that are like it', () => {
  const letters = Array.from({ length: 200 }, (_, at) =>
    Array.from({ length: 100 }, (__, more) => `The lamp is broken ${String(at)} ${String(more)}.`).join(' '),
  )
  const { near } = receivedOf(letters)
  expect([...near(new Set(['lamp', 'broken']))].length).toBe(mostCompared)
  expect(repeats('The lamp is broken 7 7 and dark.', letters).repeats.length).toBeLessThanOrEqual(1)
})
