// Tells what a text is about: how likely each label is, the words that decided, and the right to abstain. How it learns: learning-classifier.ts.
import { softmax } from './calibration.ts'
import { gramsOf, plainText } from './grams.ts'
import { score, type Weights } from './linear-machine.ts'
import { pointMaker } from './points.ts'
import type { Point, Vocabulary } from './vocabulary.ts'
import { decidingWords, type DecidingWord } from './deciding-words.ts'

export interface Likelihood {
  readonly label: string
  readonly probability: number
}

export interface Prediction {
  /** The likeliest; null where it is less likely than was asked for. */
  readonly label: string | null
  readonly probability: number
  /** Every label, the likeliest first. They sum to 1. */
  readonly ranking: readonly Likelihood[]
}

/** All that predicting needs. */
export interface Model {
  readonly labels: readonly string[]
  readonly vocabulary: Vocabulary
  readonly weights: Weights
  readonly slope: number
  /** How likely an error is at least: 1 in n + 2, where n texts were held back (Laplace's rule of succession). */
  readonly doubt: number
  /** Of the examples, by label: what is said of a text of which no feature is known, and where there is doubt. */
  readonly shares: readonly number[]
}

export class Classifier {
  #model: Model
  readonly #pointOf: ReturnType<typeof pointMaker>
  #scores = new Float64Array(0)
  #probabilities = new Float64Array(0)

  constructor(model: Model) {
    this.#model = model
    this.#pointOf = pointMaker(model.vocabulary)
  }

  get model(): Model {
    return this.#model
  }

  protected change(model: Partial<Model>): void {
    this.#model = { ...this.#model, ...model }
  }

  /** @param atLeast abstains where no label is as likely */
  predict(text: string, atLeast = 0): Prediction {
    const { labels } = this.#model
    const probabilities = this.#likelihoods(text)
    const ranking = labels
      .map((label, at) => ({ label, probability: probabilities[at] ?? 0 }))
      .sort((one, other) => other.probability - one.probability)
    const [best] = ranking
    const probability = best?.probability ?? 0
    return { label: best && probability >= atLeast ? best.label : null, probability, ranking }
  }

  /** The likeliest label and nothing else: for many texts. */
  likeliest(text: string): Likelihood {
    const probabilities = this.#likelihoods(text)
    let best = 0
    for (let c = 1; c < probabilities.length; c++) if ((probabilities[c] ?? 0) > (probabilities[best] ?? 0)) best = c
    return { label: this.#model.labels[best] ?? '', probability: probabilities[best] ?? 0 }
  }

  /** The words of a text that speak for a label, the strongest first. Empty for an unknown label. */
  decidingWords(text: string, label: string, most = 5): readonly DecidingWord[] {
    const { labels, vocabulary, weights } = this.#model
    const at = labels.indexOf(label)
    return at < 0 ? [] : decidingWords(text, this.#pointOf(text), { vocabulary, weights, label: at, most })
  }

  /** How much of a text is like what was learnt from: the share of its features that are known, 0 to 1; 0 of an empty one. A likelihood is believed only
   * of such texts: where little is known, what is known counts for the whole. */
  knownShare(text: string): number {
    const { placeOf } = this.#model.vocabulary
    let [known, all] = [0, 0]
    gramsOf(plainText(text), (hash) => {
      all += 1
      if (placeOf(hash) >= 0) known += 1
    })
    return all === 0 ? 0 : known / all
  }

  #likelihoods(text: string): Float64Array {
    const { labels, weights, slope, doubt, shares } = this.#model
    if (this.#scores.length !== labels.length) {
      this.#scores = new Float64Array(labels.length)
      this.#probabilities = new Float64Array(labels.length)
    }
    const point = this.#pointOf(text)
    if (point.places.length === 0) this.#probabilities.set(shares)
    else {
      scoresOf(weights, point, this.#scores)
      softmax(this.#scores, slope, this.#probabilities)
      for (const [at, share] of shares.entries())
        this.#probabilities[at] = (1 - doubt) * (this.#probabilities[at] ?? 0) + doubt * share
    }
    return this.#probabilities
  }
}

/** One score for each label, also where two labels share a column. */
export function scoresOf(weights: Weights, point: Point, scores: Float64Array): void {
  score(weights, point, scores)
  if (weights.columns === 1 && scores.length === 2) {
    const second = scores[0] ?? 0
    scores.set([-second, second])
  }
}
