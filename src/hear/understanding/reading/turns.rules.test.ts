// Words with their places, and turns of phrase found among them: nothing is thrown, nothing is found outside the text, work grows with the text only.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTurns, turnsOf } from './turns.rules.ts'
import { longestRead, readWords } from './words-of-text.rules.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 600 })

const turns = turnsOf(
  [
    ['smell', ['smell* ..2 gas', 'gas leak']],
    ['end', ['burn|burns $']],
    ['body', ['cut ..1 my {body}']],
  ],
  { body: 'hand|foot' },
)
const labels = (text: string): readonly string[] => findTurns(readWords(text), turns).found.map(({ label }) => label)

test.for<[string, readonly string[]]>([
  ['It smells strongly of gas.', ['smell']],
  ['It smells a little bit of gas.', []],
  ['It smells. Of gas we know nothing.', []],
  ['A gas\nleak', ['smell']],
  ['A gas\n\nleak', []],
  ['It burns, and more', ['end']],
  ['It burns now', []],
  ['I cut my foot', ['body']],
  ['I CUT my  Hand', ['body']],
  ['I cut my head', []],
])('“%s” has %j', ([text, expected]) => {
  expect(labels(text)).toEqual(expected)
})

test.for(['', '..2 gas', '$', 'gas ..1 {unknown}', 'ab*', 'gas|'])(
  '“%s” is no turn, and the list is refused',
  (turn) => {
    expect(() => turnsOf([['x', [turn]]], {})).toThrow(/turn/)
  },
)

test('accents, umlauts written out and ligatures are one, but Italian è is not e', () => {
  const plain = readWords('Öl oel OEL Straße brûlé œil è e').words.map((word) => word.plain)
  expect(plain).toEqual(['oel', 'oel', 'oel', 'strasse', 'brule', 'oeil', 'è', 'e'])
})

test('figures keep their points, and only a point before a blank ends a sentence', () => {
  const { words, sentences } = readWords('I paid 1.234,56 on www.shop.example. Why?')
  expect(words.map(({ plain }) => plain)).toContain('1.234,56')
  expect(sentences.map(({ isQuestion }) => isQuestion)).toEqual([false, true])
})

test('whatever comes in, words lie in the text one after the other, and so do sentences', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { words, sentences } = readWords(text)
      let [end, sentence, clause] = [0, 0, 0]
      for (const word of words) {
        expect(word.from).toBeGreaterThanOrEqual(end)
        expect(word.until).toBeGreaterThan(word.from)
        expect(word.sentence).toBeGreaterThanOrEqual(sentence)
        expect(word.clause).toBeGreaterThanOrEqual(clause)
        const place = sentences[word.sentence]
        expect(place!.from).toBeLessThanOrEqual(word.from)
        expect(place!.until).toBeGreaterThanOrEqual(word.until)
        ;[end, sentence, clause] = [word.until, word.sentence, word.clause]
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('what stands behind the longest text that is read is not read', () => {
  const text = `${'x '.repeat(longestRead / 2)}gas leak`
  expect(labels(text)).toEqual([])
  expect(labels(text.slice(100))).toEqual(['smell'])
})

test.for(['smell ', 'smell a ', 'cut my ', 'gas', 'burn, ', '> ', 'é', '1.1', '\n\n'])(
  'twice as much of “%s” is at most twice the work',
  (piece) => {
    const steps = (times: number): number => findTurns(readWords(piece.repeat(times)), turns).steps
    expect(steps(16_000)).toBeLessThanOrEqual(2 * steps(8_000) + 20)
  },
)
