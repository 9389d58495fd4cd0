// Learns to tell what texts are about from texts that people have labelled: trained where it is used, on the company's own labels; one more is learnt
// at once.
import { type Random, seededRandom } from '../../shared/random.ts'
import { type Held, slopeFor } from './calibration.ts'
import { Classifier, type Model, scoresOf } from './classifier.ts'
import { Machine } from './linear-machine.ts'
import { pointMaker } from './points.ts'
import { type Pass, shuffle, trainMachine } from './train-machine.ts'
import { learnVocabulary, type Point } from './vocabulary.ts'

export interface Example {
  readonly text: string
  readonly label: string
}

/** The share of the examples that is held back to learn how far scores can be believed. */
const heldBack = 0.15
/** Without what is held back, and then with it. More passes change no figure of docs/benchmarks.md by more than chance. */
const passesBefore: readonly Pass[] = ['every', 'every', 'active']
const passesAfter: readonly Pass[] = ['every', 'active', 'active', 'every', 'active', 'active']
/** So many earlier examples are looked at again when one is learnt. */
const lookedAtAgain = 2000

/** A classifier that was trained here, and learns on. */
export class LearningClassifier extends Classifier {
  readonly #counts: number[]
  readonly #machine: Machine
  readonly #random = seededRandom(77)

  /** @param counts of the examples, by label */
  constructor(model: Omit<Model, 'weights' | 'shares'>, counts: readonly number[], machine: Machine) {
    super({ ...model, weights: machine.weights, shares: sharesOf(counts) })
    this.#counts = [...counts]
    this.#machine = machine
  }

  /** One more example, perhaps of a new label. Features that were never seen count from the next training on. */
  learn({ text, label }: Example): void {
    const { labels, vocabulary } = this.model
    const known = labels.indexOf(label)
    const at = known >= 0 ? known : this.#machine.addLabel()
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
    this.change({
      labels: known >= 0 ? labels : [...labels, label],
      weights: this.#machine.weights,
      shares: sharesOf(this.#counts),
    })
    const number = this.#machine.add(pointMaker(vocabulary)(text), at)
    const others = Int32Array.from({ length: Math.min(lookedAtAgain, number) }, () =>
      Math.floor(this.#random.next() * number),
    )
    const only = Int32Array.of(number)
    const column = this.#machine.weights.columns === 1 ? 0 : at
    for (let turn = 0; turn < 3; turn++) {
      this.#machine.wholePass(only)
      this.#machine.columnPass(others, column)
    }
    this.#machine.wholePass(only)
  }
}

/** Learns from labelled texts, two labels at least. The same examples in the same order and the same seed make the same classifier.
 * @param slope how far its scores are believed, where that is known; a fifth of the work then, as nothing is held back to learn it
 * @throws where there are not two labels */
export function trainClassifier(
  examples: readonly Example[],
  seed = 1,
  slope: number | null = null,
): LearningClassifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  if (labels.length < 2) throw new Error('a classifier tells two labels apart at least')
  const random = seededRandom(seed)
  const vocabulary = learnVocabulary(examples.map(({ text }) => text))
  const pointOf = pointMaker(vocabulary)
  const numbers = new Map(labels.map((label, at) => [label, at]))
  const known = examples.map(({ text, label }): Known => ({ point: pointOf(text), label: numbers.get(label) ?? 0 }))
  const untrained = (): Machine => {
    const machine = new Machine(vocabulary.size, labels.length, priceFor(examples.length / labels.length))
    for (const { point, label } of known) machine.add(point, label)
    return machine
  }
  const order = Int32Array.from(known, (_, at) => at)
  shuffle(order, random)
  const machine = untrained()
  const held = slope === null ? [...holdBack(machine, known, order, labels.length, random)] : []
  const turns = slope === null ? turnsFor(examples.length * labels.length) : 0
  for (let turn = 1; turn < turns; turn++) {
    const size = Math.floor(order.length * heldBack)
    const turned = Int32Array.from([...order.subarray(turn * size), ...order.subarray(0, turn * size)])
    held.push(...holdBack(untrained(), known, turned, labels.length, random))
  }
  trainMachine(machine, order, passesAfter, random)
  const counts = labels.map((label) => examples.filter((one) => one.label === label).length)
  const doubt = 1 / ((slope === null ? held.length : examples.length) + 2)
  return new LearningClassifier({ labels, vocabulary, slope: slope ?? slopeFor(held), doubt }, counts, machine)
}

interface Known {
  readonly point: Point
  readonly label: number
}

/** Trains without the first of `order`, and scores those: what a machine was trained on looks surer than it is. */
function holdBack(
  machine: Machine,
  known: readonly Known[],
  order: Int32Array,
  labelCount: number,
  random: Random,
): readonly Held[] {
  const size = Math.floor(order.length * heldBack)
  trainMachine(machine, order.subarray(size), passesBefore, random)
  return Array.from(order.subarray(0, size), (at): Held => {
    const scores = new Float64Array(labelCount)
    const one = known[at]
    if (one) scoresOf(machine.weights, one.point, scores)
    return { scores, label: one?.label ?? 0 }
  })
}

/** What an error costs (C of `LinearSVC`), by how many examples a label has: chosen among 0.25 to 4 on the data sets of docs/benchmarks.md. */
const priceFor = (examplesOfLabel: number): number => (examplesOfLabel < 200 ? 2 : 0.7)
/** How often some are held back: where that costs little more than once, so that chance has less say in it. */
const turnsFor = (work: number): number => (work < 100_000 ? 4 : 1)

function sharesOf(counts: readonly number[]): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => count / all)
}
