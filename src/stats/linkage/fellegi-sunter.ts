// Whether two records are of one person, as bits of evidence (Fellegi and Sunter, J. Am. Stat. Assoc. 64, 1969, 1183–1210): each field adds the logarithm of
// how much more often records of one person agree so than records of two. Agreement on a rare value weighs more than on a common one (Newcombe et al.,
// Science 130, 1959, 954–959).

/** What is known of an agreement: how often it is found among records of one person (`m`) and of two (`u`); both above 0, at most 1. */
export interface Agreement {
  readonly m: number
  readonly u: number
}

/** Bits for one person; negative where it speaks for two. */
export const bitsOf = ({ m, u }: Agreement): number => Math.log2(m / u)

/**
 * Agreement on this very value: two records of two people agree on it as often as it is found.
 * @param m of agreeing on any value
 * @param share of all records that have this value; no less than `least`, since a value that was seen once may be anybody's
 */
export const onValue = (m: number, share: number, least: number): Agreement => ({
  m,
  u: Math.min(1, Math.max(share, least)),
})

/**
 * The probability that two records are of one person.
 * @param prior that any two records, chosen as these were, are
 * @param agreements of fields taken as independent, given whether it is one person
 */
export function probabilityOf(prior: number, agreements: readonly Agreement[]): number {
  const bits = Math.log2(prior / (1 - prior)) + agreements.reduce((sum, one) => sum + bitsOf(one), 0)
  return 1 / (1 + 2 ** -bits)
}
