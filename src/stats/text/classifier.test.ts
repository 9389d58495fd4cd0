// The classifier against what is known of its parts, and on sentences of its own; how well it does on real data is in docs/benchmarks.md.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrationError, lossOf, slopeFor, softmax } from './calibration.ts'
import { type Example, trainClassifier } from './learning-classifier.ts'
import { Machine } from './linear-machine.ts'
import { pointMaker } from './points.ts'
import { loadModel, saveModel } from './saved-model.ts'
import { trainMachine } from './train-machine.ts'
import { seededRandom } from '../../shared/random.ts'
import { gramsOf } from './grams.ts'
import { learnVocabulary, type Vocabulary } from './vocabulary.ts'

/** Two sides of one matter in many words, so that no text occurs twice. */
const things = ['lamp', 'kettle', 'chair', 'parcel', 'bill', 'machine', 'shelf', 'cable', 'lid', 'wheel']
const endings = ['today', 'again', 'since Monday', 'for the third time', 'as always', 'in the rain']
const examplesOf = (label: string, verb: string): readonly Example[] =>
  things.flatMap((thing) => endings.map((ending) => ({ label, text: `The ${thing} ${verb} ${ending}.` })))
const examples = [
  ...examplesOf('broken', 'fell apart'),
  ...examplesOf('late', 'has not arrived'),
  ...examplesOf('thanks', 'works wonderfully'),
]
const two = examples.filter(({ label }) => label !== 'thanks')
const unseen = 'My new umbrella has not arrived either'

/** The first feature of a word alone is the word. */
function placeOfWord({ placeOf }: Vocabulary, word: string): number {
  const told: number[] = []
  gramsOf(word, (hash) => told.push(hash))
  return placeOf(told[0] ?? 0)
}

describe('a text as a point', () => {
  // As scikit-learn's TfidfVectorizer(sublinear_tf=True): ln((1 + texts) / (1 + texts with it)) + 1, frequency 2 weighs 1 + ln 2. By hand, for
  // 'late late parcel', 'late parcel', 'kettle': "late" stands in two of three, so ln(4 / 3) + 1; the run "e " in all three, so 1.
  test('rarity and damping are those of tf-idf', () => {
    const vocabulary = learnVocabulary(['late late parcel', 'late parcel', 'kettle'])
    const told: number[] = []
    gramsOf('late', (hash) => told.push(hash))
    expect(vocabulary.rarity[placeOfWord(vocabulary, 'late')]).toBeCloseTo(Math.log(4 / 3) + 1, 6)
    expect(vocabulary.rarity[vocabulary.placeOf(told.at(-1) ?? 0)]).toBe(1)
    const { places, weights } = pointMaker(vocabulary)('late late parcel')
    const [late, parcel] = ['late', 'parcel'].map((one) => weights[places.indexOf(placeOfWord(vocabulary, one))] ?? 0)
    expect((late ?? 0) / (parcel ?? 1)).toBeCloseTo(1 + Math.log(2), 5)
  })

  test('its length is 1, and a text of which nothing is known lies at the origin', () => {
    const pointOf = pointMaker(learnVocabulary(examples.map(({ text }) => text)))
    const lengthOf = (text: string) => Math.hypot(...pointOf(text).weights)
    fc.assert(
      fc.property(fc.constantFrom(...examples), ({ text }) => {
        expect(lengthOf(text)).toBeCloseTo(1, 5)
      }),
    )
    expect(lengthOf('漢字')).toBe(0)
    expect(lengthOf('')).toBe(0)
  })
})

describe('the machine', () => {
  // Two texts with nothing in common, one of each label, |x|² + 1 = 2, price 1: by symmetry both duals are a with 2a + a/2 − a·1 (threshold: the other
  // side pulls back by a) = 1, so a = 2/3; each side's score is ±(a·|x|²) = ±2/3, the threshold 0.
  test('finds the solution that can be worked out by hand', () => {
    const points = [0, 1].map((place) => ({ places: Int32Array.of(place), weights: Float32Array.of(1) }))
    const machine = new Machine(2, 2, 1)
    for (const [label, point] of points.entries()) machine.add(point, label)
    trainMachine(
      machine,
      Int32Array.of(0, 1),
      Array.from({ length: 400 }, () => 'active' as const),
      seededRandom(1),
    )
    const [one = 0, other = 0, threshold = 1] = machine.weights.values
    expect(one).toBeCloseTo(-2 / 3, 2)
    expect(other).toBeCloseTo(2 / 3, 2)
    expect(threshold).toBeCloseTo(0, 2)
  })
})

describe('probabilities', () => {
  test('sum to 1, and the slope that makes them likeliest is found', () => {
    const random = seededRandom(4)
    const truth = 2.5
    const held = Array.from({ length: 20_000 }, () => {
      const scores = Float64Array.from({ length: 3 }, () => random.next() * 2 - 1)
      const probabilities = new Float64Array(3)
      softmax(scores, truth, probabilities)
      expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12)
      let [label, left] = [0, random.next()]
      while (label < 2 && (left -= probabilities[label] ?? 0) > 0) label += 1
      return { scores, label }
    })
    const slope = slopeFor(held)
    expect(Math.abs(slope - truth)).toBeLessThan(0.1)
    expect(lossOf(held, slope)).toBeLessThanOrEqual(lossOf(held, truth) + 1e-4)
  })

  test('how far they are off is the mean gap by bins', () => {
    const said = (probability: number, right: number, of: number) =>
      Array.from({ length: of }, (_, at) => ({ probability, isRight: at < right }))
    expect(calibrationError([...said(0.9, 9, 10), ...said(0.55, 3, 10)])).toBeCloseTo(0.125, 12)
    expect(calibrationError([])).toBe(0)
  })
})

describe('a trained classifier', () => {
  const classifier = trainClassifier(examples)

  test('tells what it was not shown, by the words that decided, and says so in numbers', () => {
    const { label, probability, ranking } = classifier.predict(unseen)
    expect(label).toBe('late')
    expect(probability).toBeGreaterThan(0.6)
    expect(ranking.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 9)
    const words = classifier.decidingWords(unseen, 'late').map(({ word }) => word)
    expect(words.slice(0, 3)).toEqual(expect.arrayContaining(['arrived', 'not']))
    expect(classifier.decidingWords(unseen, 'no such label')).toEqual([])
  })

  test('abstains where nothing is likely enough', () => {
    expect(classifier.predict('zzz qqq', 0.9).label).toBeNull()
    const { probability } = classifier.predict(unseen)
    expect(classifier.predict(unseen, probability).label).toBe('late')
    expect(classifier.predict(unseen, probability + 1e-9).label).toBeNull()
    // However well it did on what was held back: nothing is certain.
    expect(probability).toBeLessThan(0.999)
  })

  test('is the same from the same examples, and is the same again when it was saved and loaded', () => {
    const again = trainClassifier(examples)
    const loaded = loadModel(JSON.parse(JSON.stringify(saveModel(classifier.model))))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(unseen, ...examples.map(({ text }) => text))), (text) => {
        expect(again.predict(text)).toEqual(classifier.predict(text))
        expect(loaded.predict(text)).toEqual(classifier.predict(text))
      }),
    )
  })

  test('what is cut short is not loaded', () => {
    const saved = saveModel(classifier.model)
    expect(() => loadModel({ ...saved, weights: saved.weights.slice(0, -8) })).toThrow('no whole model')
    expect(() => loadModel({ ...saved, labels: ['one'] })).toThrow('no whole model')
  })

  test('any text at all gets an answer: the likeliest of the ranking, between 0 and 1', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('x'.repeat(200_000))), (text) => {
        const { label, probability, ranking } = classifier.predict(text)
        const likeliest = classifier.likeliest(text)
        expect(ranking[0]?.probability).toBe(probability)
        expect(likeliest.probability).toBe(probability)
        expect(label).not.toBeNull()
        expect(probability > 0 && probability <= 1).toBe(true)
        for (const { adds } of classifier.decidingWords(text, 'late')) expect(adds).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['three labels', examples],
    ['two labels', two],
  ])('learns a new label at once and forgets none (%s)', (_, known) => {
    const learning = trainClassifier(known)
    learning.learn({ text: 'The invoice names a wrong sum.', label: 'invoice' })
    learning.learn({ text: 'A wrong sum stands on my invoice.', label: 'invoice' })
    expect(learning.predict('There is a wrong sum on the invoice').label).toBe('invoice')
    const right = known.filter(({ text, label }) => learning.predict(text).label === label).length
    expect(right / known.length).toBeGreaterThan(0.95)
  })

  test('learns that it was wrong', () => {
    const learning = trainClassifier(examples)
    const text = 'The lid fell apart today, and I am glad of it'
    expect(learning.predict(text).label).toBe('broken')
    for (let turn = 0; turn < 3; turn++) learning.learn({ text, label: 'thanks' })
    expect(learning.predict(text).label).toBe('thanks')
  })

  test('needs two labels', () => {
    expect(() => trainClassifier(two.filter(({ label }) => label === 'late'))).toThrow('two labels')
  })
})
