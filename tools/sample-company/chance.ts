// Draws from the distributions the sample company lives by, all from one seeded generator that is handed in.
import type { Random } from '../../src/shared/random.ts'

export interface Chance {
  /** A number in [0, 1). */
  next(): number
  /** Whether something with this probability happens. */
  happens(probability: number): boolean
  between(least: number, most: number): number
  /** A whole number, both ends included. */
  whole(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** One of them, by weight. */
  weighted<T>(from: readonly T[], weight: (one: T) => number): T
  normal(): number
  /** By its median and the spread of its logarithm. */
  logNormal(median: number, spread: number): number
  exponential(mean: number): number
  /** By shape and mean. */
  gamma(shape: number, mean: number): number
}

export function chanceOf(random: Random): Chance {
  const next = () => random.next()
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    happens: (probability) => next() < probability,
    between: (least, most) => least + (most - least) * next(),
    whole: (least, most) => least + Math.floor((most - least + 1) * next()),
    pick,
    weighted: (from, weight) => {
      let left = next() * from.reduce((sum, one) => sum + weight(one), 0)
      const found = from.find((one) => (left -= weight(one)) < 0)
      return found ?? pick(from)
    },
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    gamma: (shape, mean) => (gammaOf(shape, next, normal) * mean) / shape,
  }
}

/** Marsaglia and Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000); scale 1. */
function gammaOf(shape: number, next: () => number, normal: () => number): number {
  if (shape < 1) return gammaOf(shape + 1, next, normal) * Math.pow(1 - next(), 1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = Math.pow(1 + c * x, 3)
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
