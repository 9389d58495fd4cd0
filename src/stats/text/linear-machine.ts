// A linear machine for several labels: for each label one support vector machine with squared hinge loss against all others, solved by dual
// coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan: A dual coordinate descent method for large-scale linear SVM, ICML 2008), as LIBLINEAR's
// solver 1 behind scikit-learn's `LinearSVC(C)`. All labels go through a text together, so that it is read once for all of them.
import type { Point } from './vocabulary.ts'

/** One weight for each feature and column, features first; the last row is the threshold. Two labels share one column: high is the second. */
export interface Weights {
  readonly columns: number
  readonly values: Float32Array
}

/** Less than this moves nothing that can be measured. */
const leastMove = 1e-3

export const columnsFor = (labelCount: number): number => (labelCount <= 2 ? 1 : labelCount)

/** Scores of a point, one for each column, into `scores`. Four features at a time: the loop that most of the time goes into. */
export function score({ columns, values }: Weights, { places, weights }: Point, scores: Float64Array): void {
  const bias = values.length - columns
  for (let c = 0; c < columns; c++) scores[c] = values[bias + c] ?? 0
  const count = places.length
  let i = 0
  for (; i + 3 < count; i += 4) {
    const [w0, w1, w2, w3] = [weights[i] ?? 0, weights[i + 1] ?? 0, weights[i + 2] ?? 0, weights[i + 3] ?? 0]
    const [r0, r1] = [(places[i] ?? 0) * columns, (places[i + 1] ?? 0) * columns]
    const [r2, r3] = [(places[i + 2] ?? 0) * columns, (places[i + 3] ?? 0) * columns]
    for (let c = 0; c < columns; c++)
      scores[c] =
        (scores[c] ?? 0) +
        w0 * (values[r0 + c] ?? 0) +
        w1 * (values[r1 + c] ?? 0) +
        w2 * (values[r2 + c] ?? 0) +
        w3 * (values[r3 + c] ?? 0)
  }
  for (; i < count; i++) {
    const weight = weights[i] ?? 0
    const row = (places[i] ?? 0) * columns
    for (let c = 0; c < columns; c++) scores[c] = (scores[c] ?? 0) + weight * (values[row + c] ?? 0)
  }
}

/** Begins with weights of 0 and goes on from where it stands, also after texts and labels were added. */
export class Machine {
  #weights: Weights
  readonly #features: number
  #labelCount: number
  readonly #points: Point[] = []
  readonly #labels: number[] = []
  /** 1 / (2 · price). */
  readonly #half: number
  /** The dual variables of each text, a column each. */
  #duals: Float32Array[] = []
  /** For each text the columns that had a say in it last time. */
  #active: Int32Array[] = []
  #sums = new Float64Array(0)
  #every = new Int32Array(0)
  /** Columns that move with the text at hand, and how far. */
  #moving = new Int32Array(0)
  #moves = new Float64Array(0)

  /** @param features of the vocabulary
   * @param labelCount 2 at least
   * @param price what an error costs, C of `LinearSVC` */
  constructor(features: number, labelCount: number, price: number) {
    this.#half = 1 / (2 * price)
    this.#features = features
    this.#labelCount = labelCount
    this.#weights = this.#layOut()
  }

  get weights(): Weights {
    return this.#weights
  }

  get count(): number {
    return this.#points.length
  }

  /** Answers by which number the text is called. */
  add(point: Point, label: number): number {
    this.#points.push(point)
    this.#labels.push(label)
    this.#duals.push(new Float32Array(this.#weights.columns))
    return this.#active.push(this.#every) - 1
  }

  /** One more label, of which nothing is known yet; answers its number. What was learnt of the others stays. */
  addLabel(): number {
    const { columns: before, values } = this.#weights
    this.#labelCount += 1
    this.#weights = this.#layOut()
    const { columns, values: wider } = this.#weights
    for (let row = 0; row <= this.#features; row++) wider.set(widened(values, row * before, before), row * columns)
    this.#duals = this.#duals.map((duals) => {
      const wide = new Float32Array(columns)
      wide.set(duals)
      if (before === 1) wide[1] = duals[0] ?? 0
      return wide
    })
    this.#active = this.#duals.map(() => this.#every)
    return this.#labelCount - 1
  }

  #layOut(): Weights {
    const columns = columnsFor(this.#labelCount)
    this.#sums = new Float64Array(columns)
    this.#every = Int32Array.from({ length: columns }, (_, column) => column)
    this.#moving = new Int32Array(columns)
    this.#moves = new Float64Array(columns)
    return { columns, values: new Float32Array((this.#features + 1) * columns) }
  }

  /** The texts in `order` with one column only; the largest violation met. */
  columnPass(order: Int32Array, column: number): number {
    const only = Int32Array.of(column)
    return this.#pass(order, () => only)
  }

  /** Every text with every column; the largest violation met. */
  wholePass(order: Int32Array): number {
    let worst = 0
    for (const at of order) {
      const point = this.#points[at]
      const duals = this.#duals[at]
      if (!point || !duals) continue
      score(this.#weights, point, this.#sums)
      worst = Math.max(worst, this.#improve(at, point, this.#every))
      this.#active[at] = this.#every.filter((column) => (duals[column] ?? 0) > 0)
    }
    return worst
  }

  /** Every text with the columns that had a say in it. */
  shortPass(order: Int32Array): number {
    return this.#pass(order, (at) => this.#active[at])
  }

  #pass(order: Int32Array, columnsOf: (at: number) => Int32Array | undefined): number {
    let worst = 0
    for (const at of order) {
      const [point, some] = [this.#points[at], columnsOf(at)]
      if (!point || !some) continue
      this.#scoreSome(point, some)
      worst = Math.max(worst, this.#improve(at, point, some))
    }
    return worst
  }

  #scoreSome({ places, weights }: Point, active: Int32Array): void {
    const { columns, values } = this.#weights
    const sums = this.#sums
    const count = active.length
    const bias = values.length - columns
    for (let a = 0; a < count; a++) sums[active[a] ?? 0] = values[bias + (active[a] ?? 0)] ?? 0
    for (let i = 0; i < places.length; i++) {
      const weight = weights[i] ?? 0
      const row = (places[i] ?? 0) * columns
      for (let a = 0; a < count; a++) {
        const column = active[a] ?? 0
        sums[column] = (sums[column] ?? 0) + weight * (values[row + column] ?? 0)
      }
    }
  }

  /** Brings the dual variables of a text to their best values, each column for itself, from the scores in `#sums`; the largest projected gradient. */
  #improve(at: number, point: Point, some: Int32Array): number {
    const { columns } = this.#weights
    const label = this.#labels[at] ?? 0
    const duals = this.#duals[at] ?? new Float32Array(columns)
    // |point|² + 1 for the threshold: a point has length 1, or 0.
    const diagonal = (point.places.length > 0 ? 2 : 1) + this.#half
    let worst = 0
    let count = 0
    for (const column of some) {
      const sign = (columns === 1 ? label === 1 : label === column) ? 1 : -1
      const dual = duals[column] ?? 0
      const gradient = sign * (this.#sums[column] ?? 0) - 1 + this.#half * dual
      const projected = dual === 0 ? Math.min(gradient, 0) : gradient
      worst = Math.max(worst, Math.abs(projected))
      const next = Math.max(dual - gradient / diagonal, 0)
      if (Math.abs(next - dual) < leastMove) continue
      duals[column] = next
      this.#moving[count] = column
      this.#moves[count] = (next - dual) * sign
      count += 1
    }
    if (count > 0) this.#move(point, count)
    return worst
  }

  #move({ places, weights }: Point, count: number): void {
    const { columns, values } = this.#weights
    const [moving, moves] = [this.#moving, this.#moves]
    const bias = values.length - columns
    for (let m = 0; m < count; m++) {
      const place = bias + (moving[m] ?? 0)
      values[place] = (values[place] ?? 0) + (moves[m] ?? 0)
    }
    if (count * 3 > columns) this.#moveMost({ places, weights }, count)
    else
      for (let i = 0; i < places.length; i++) {
        const weight = weights[i] ?? 0
        const row = (places[i] ?? 0) * columns
        for (let m = 0; m < count; m++) {
          const place = row + (moving[m] ?? 0)
          values[place] = (values[place] ?? 0) + (moves[m] ?? 0) * weight
        }
      }
  }

  /** The same, quicker where most columns move: whole rows in order. */
  #moveMost({ places, weights }: Point, count: number): void {
    const { columns, values } = this.#weights
    const far = this.#sums.fill(0)
    for (let m = 0; m < count; m++) far[this.#moving[m] ?? 0] = this.#moves[m] ?? 0
    for (let i = 0; i < places.length; i++) {
      const weight = weights[i] ?? 0
      const row = (places[i] ?? 0) * columns
      for (let c = 0; c < columns; c++) values[row + c] = (values[row + c] ?? 0) + (far[c] ?? 0) * weight
    }
  }
}

/** A row of the columns there were. Of two labels the one column speaks for the second; for the first it is the same machine turned round. */
const widened = (values: Float32Array, from: number, before: number): Float32Array =>
  before === 1 ? Float32Array.of(-(values[from] ?? 0), values[from] ?? 0) : values.subarray(from, from + before)
