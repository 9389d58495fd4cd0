// The 95 % interval of a share, after Wilson: holds its level at small numbers and near 0 and 1, where the usual one does not.
// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209–212. Held to reference values of
// SciPy in wilson-interval.rules.test.ts.

/** The 97.5 % quantile of the normal distribution. */
const z = 1.959963984540054

export interface Interval {
  readonly best: number
  readonly least: number
  readonly most: number
}

/** @param hits of `of`, which is 1 at least */
export function wilsonInterval(hits: number, of: number): Interval {
  const best = hits / of
  const spread = z * Math.sqrt((best * (1 - best)) / of + (z * z) / (4 * of * of))
  const middle = best + (z * z) / (2 * of)
  const whole = 1 + (z * z) / of
  return { best, least: Math.max(0, (middle - spread) / whole), most: Math.min(1, (middle + spread) / whole) }
}
