// Facts told and asked for on labelled sentences in five languages, and what holds for any text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redos } from '../../../../tests/setup/redos.ts'
import { cueLanguages } from '../cues/cues.rules.ts'
import { factsAskedFor, factsTold, searchAsked, searchTold } from './facts.rules.ts'
import { labelledFacts } from './labelled.fixture.ts'

test.for(cueLanguages)(
  '%s: nine facts of ten are found, told and asked for, and at most one alarm in 20 is false',
  (language) => {
    const sentences = labelledFacts(language)
    const of = (label: string) => sentences.filter((one) => one.label === label)
    const [told, asked, none] = [of('told'), of('asked'), of('none')]
    expect(Math.min(told.length, asked.length)).toBeGreaterThanOrEqual(22)
    const missedTold = told.filter(
      ({ kind, sentence }) => !factsTold(sentence, language).some((one) => one.kind === kind),
    )
    const missedAsked = asked.filter(
      ({ kind, sentence }) => !factsAskedFor(sentence, language).some((one) => one.kind === kind),
    )
    const alarms = none.filter(
      ({ sentence }) => factsTold(sentence, language).length + factsAskedFor(sentence, language).length > 0,
    )
    expect(missedTold.map(({ sentence }) => sentence).slice(Math.floor(told.length / 10))).toEqual([])
    expect(missedAsked.map(({ sentence }) => sentence).slice(Math.floor(asked.length / 10))).toEqual([])
    expect(alarms.map(({ sentence }) => sentence).slice(Math.floor(none.length / 20))).toEqual([])
  },
)

test.for([
  ['I paid 1.234,56 € for it', '1234.56 EUR'],
  ['I paid $1,234.56 for it', '1234.56 USD'],
  ['it cost CHF 1’200 in all', '1200.00 CHF'],
  ['it cost 1 234 EUR in all', '1234.00 EUR'],
  ['bought on 03.03.2026', '2026-03-03'],
  ['bought on 31/12/25', '2025-12-31'],
  ['bought on 3 March', '--03-03'],
] as const)('“%s” tells %s', ([text, value]) => {
  expect(factsTold(text, 'en').map((one) => one.value)).toContain(value)
})

test('a date that reads two ways has both readings, and no day that no month has', () => {
  expect(factsTold('It came on 3/4/2026.', 'en')[0]?.readings).toEqual(['2026-04-03', '2026-03-04'])
  expect(factsTold('It came on 25/4/2026.', 'en')[0]?.readings).toEqual(['2026-04-25'])
  expect(factsTold('It came on 2026-02-30.', 'en').some(({ kind }) => kind === 'date')).toBe(false)
})

test('a number belongs to what stands before it, not to what another sentence speaks of', () => {
  expect(factsTold('Thanks for my order. It weighs 4711 grams.', 'en')).toEqual([])
  expect(factsTold('My order 4711 and my invoice 8890 differ.', 'en').map(({ kind }) => kind)).toEqual([
    'order-number',
    'invoice-number',
  ])
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom('order', '4711', ' ', '3/4', '$5', '. ', 'photo', 'please send', '?', '+49 30 1234567', 'März'),
    )
    .map((parts) => parts.join(' ')),
)

test('any text is read, and every place lies in it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { place, sentence } of [...factsTold(text), ...factsAskedFor(text)]) {
        expect(sentence.from).toBeLessThanOrEqual(place.from)
        expect(place.from).toBeLessThan(place.until)
        expect(place.until).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})

test('a sentence about something else in front shifts the places and changes nothing else', () => {
  const front = 'Good morning to all of you.\n\n'
  fc.assert(
    fc.property(anyText, (text) => {
      const shifted = (one: { kind: string; place: { from: number } }, by: number) => [one.kind, one.place.from + by]
      expect(factsTold(front + text, 'en').map((one) => shifted(one, 0))).toEqual(
        factsTold(text, 'en').map((one) => shifted(one, front.length)),
      )
      expect(factsAskedFor(front + text, 'en').map((one) => shifted(one, 0))).toEqual(
        factsAskedFor(text, 'en').map((one) => shifted(one, front.length)),
      )
    }),
  )
})

test.for(['my order 4711 ', 'please send photo ', '3/4 ', '1.', '0-', 'a1_', '€1,', 'what is ', '> '])(
  'twice as much of “%s” is at most twice the work',
  (piece) => {
    const steps = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
      return searchTold(text, cueLanguages).steps + searchAsked(text, cueLanguages).steps
    }
    expect(steps(100_000)).toBeLessThanOrEqual(2 * steps(50_000) + 5_000)
  },
)

describe.skipIf(redos === null)('inputs that stopped other parsers (needs the corpus in $AMENDS_SHARED)', () => {
  test('each is read with little work for every character', () => {
    const inputs = redos ?? []
    expect(inputs.length).toBeGreaterThan(100)
    for (const text of inputs) {
      const steps = searchTold(text, cueLanguages).steps + searchAsked(text, cueLanguages).steps
      expect(steps).toBeLessThanOrEqual(80 * text.length + 5_000)
    }
  })
})
