// Remedies sought and severity on labelled sentences in five languages, and what holds for any text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redos } from '../../../../tests/setup/redos.ts'
import { cueLanguages } from '../cues/cues.rules.ts'
import type { CueLanguage } from '../cues/cues.rules.ts'
import { labelledRemedies } from './labelled.fixture.ts'
import { remediesSought, searchRemedies, severityOf } from './remedy.rules.ts'

const remedyIn = (sentence: string, language: CueLanguage): string =>
  remediesSought(sentence, language)
    .map(({ remedy }) => remedy)
    .join() || 'none'

test.for(cueLanguages)('%s: every listed sentence has its remedy and its severity', (language) => {
  const sentences = labelledRemedies(language, 'labelled')
  expect(sentences).toHaveLength(30)
  const read = sentences.map(({ sentence }) => ({
    remedy: remedyIn(sentence, language),
    severity: severityOf(sentence, language).severity,
    sentence,
  }))
  expect(read).toEqual(sentences)
})

/** Measured once on seven sentences a language, which the writer of the lists had written before them; no stranger has. */
test.for<[CueLanguage, number, number]>([
  ['en', 7, 6],
  ['de', 7, 7],
  ['fr', 7, 6],
  ['es', 6, 6],
  ['it', 6, 7],
])(
  '%s: of 7 sentences held out at least %i have their remedy and %i their severity',
  ([language, remedies, severities]) => {
    const sentences = labelledRemedies(language, 'held-out')
    expect(sentences).toHaveLength(7)
    const right = sentences.filter(({ remedy, sentence }) => remedyIn(sentence, language) === remedy)
    const weighed = sentences.filter(({ severity, sentence }) => severityOf(sentence, language).severity === severity)
    expect(right.length).toBeGreaterThanOrEqual(remedies)
    expect(weighed.length).toBeGreaterThanOrEqual(severities)
  },
)

test('what somebody does not want, they do not seek', () => {
  expect(remedyIn('I do not want a refund, I want an apology.', 'en')).toBe('apology')
  expect(remedyIn('Ich will keine Entschuldigung, sondern mein Geld zurück.', 'de')).toBe('refund')
})

test('the gravest words decide, and are told with their places', () => {
  const text = 'It came late, and then it caught fire.'
  expect(severityOf(text, 'en')).toEqual({
    severity: 3,
    because: [{ words: 'fire', place: { from: 33, until: 37 } }],
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('refund', 'not', 'Feuer', 'a new one', ', ', '. ', 'never', 'arrived', 'gaz', 'è', 'scuse'))
    .map((parts) => parts.join(' ')),
)

test('any text is read; its words stand where they are told to', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { sought, severity } = searchRemedies(text, cueLanguages)
      for (const { words, place } of [...sought, ...severity.because]) {
        expect(words).not.toBe('')
        expect(text.slice(place.from, place.until)).toBe(words)
      }
      expect(severity.because.length > 0).toBe(severity.severity > 0)
    }),
  )
})

test('a sentence about something else in front shifts the places and changes nothing else', () => {
  const front = 'Good morning to all of you.\n\n'
  fc.assert(
    fc.property(anyText, (text) => {
      const [alone, behind] = [remediesSought(text, 'en'), remediesSought(front + text, 'en')]
      expect(behind.map(({ remedy, place }) => [remedy, place.from])).toEqual(
        alone.map(({ remedy, place }) => [remedy, place.from + front.length]),
      )
      expect(severityOf(front + text, 'en').severity).toBe(severityOf(text, 'en').severity)
    }),
  )
})

test.for(['refund ', 'not charged euros ', 'never arrived, ', 'reparieren nicht '])(
  'twice as much of “%s” is at most twice the work',
  (piece) => {
    const steps = (length: number): number =>
      searchRemedies(piece.repeat(Math.ceil(length / piece.length)).slice(0, length), cueLanguages).steps
    expect(steps(100_000)).toBeLessThanOrEqual(2 * steps(50_000) + 5_000)
  },
)

describe.skipIf(redos === null)('inputs that stopped other parsers (needs the corpus in $AMENDS_SHARED)', () => {
  test('each is read with little work for every character', () => {
    const inputs = redos ?? []
    expect(inputs.length).toBeGreaterThan(100)
    for (const text of inputs) {
      expect(searchRemedies(text, cueLanguages).steps).toBeLessThanOrEqual(60 * text.length + 5_000)
    }
  })
})
