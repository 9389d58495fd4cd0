// From scores to probabilities that can be believed: softmax(slope · score), the slope being the one under which what was held back from training is
// likeliest (temperature scaling: Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks, ICML 2017).

/** Scores of one text, one for each label, and which label it has. */
export interface Held {
  readonly scores: Float64Array
  readonly label: number
}

/** Probabilities of the labels, into `into`; they sum to 1. */
export function softmax(scores: Float64Array, slope: number, into: Float64Array): void {
  let highest = -Infinity
  for (const score of scores) highest = Math.max(highest, slope * score)
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp(slope * (scores[c] ?? 0) - highest)
    into[c] = value
    sum += value
  }
  for (let c = 0; c < scores.length; c++) into[c] = (into[c] ?? 0) / sum
}

/** Mean of −ln of the probability of what each has. */
export function lossOf(held: readonly Held[], slope: number): number {
  const probabilities = new Float64Array(held[0]?.scores.length ?? 0)
  let sum = 0
  for (const { scores, label } of held) {
    softmax(scores, slope, probabilities)
    sum -= Math.log(Math.max(probabilities[label] ?? 0, 1e-12))
  }
  return sum / Math.max(1, held.length)
}

const [least, most] = [0.1, 100]
const golden = (Math.sqrt(5) - 1) / 2

/** The likeliest slope, by golden section in its logarithm, in which the loss has one valley. Without anything held back: 3, a cautious guess. */
export function slopeFor(held: readonly Held[]): number {
  if (held.length === 0) return 3
  const loss = (at: number): number => lossOf(held, Math.exp(at))
  let [low, high] = [Math.log(least), Math.log(most)]
  let [one, two] = [high - golden * (high - low), low + golden * (high - low)]
  let [lossOne, lossTwo] = [loss(one), loss(two)]
  while (high - low > 0.01) {
    if (lossOne < lossTwo) {
      ;[high, two, lossTwo] = [two, one, lossOne]
      one = high - golden * (high - low)
      lossOne = loss(one)
    } else {
      ;[low, one, lossOne] = [one, two, lossTwo]
      two = low + golden * (high - low)
      lossTwo = loss(two)
    }
  }
  return Math.exp((low + high) / 2)
}

/** Expected calibration error: by how much the probability of what was predicted and the share that was right differ, over bins of equal width. */
export function calibrationError(
  predicted: readonly { readonly probability: number; readonly isRight: boolean }[],
  bins = 15,
): number {
  const groups = Map.groupBy(predicted, ({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)))
  let error = 0
  for (const group of groups.values()) {
    const [said, right] = [
      group.reduce((sum, { probability }) => sum + probability, 0),
      group.filter(({ isRight }) => isRight).length,
    ]
    error += Math.abs(said - right)
  }
  return error / Math.max(1, predicted.length)
}
