// When it is learnt anew from all labels, and from when on anything is said at all.

/** With fewer labels nothing is suggested. */
export const fewestLabels = 10
/** Below this a suggestion is wrong as often as right, and reading it costs more than choosing. */
export const leastProbability = 0.5
/** A text of whose features fewer than this share was ever met is like nothing that is labelled. Measured on BANKING77 with 20 to 1,000 lessons: of texts
 * of the same topics 95 % have more from 60 lessons on; of sentences in other languages nearly all have less. */
export const leastKnown = 0.5
/** The newest labels teach; a company's older ones are of another time. */
export const mostLessons = 5000

/** The number of the label up to which all are learnt together when `newest` is the newest; those behind it are learnt one by one,
 * by what was known before of words. It depends on
 * nothing but their number, so that every process learns the same. 0 where there are too few. */
export function schooledUpTo(newest: number): number {
  let upTo = 0
  for (let next = fewestLabels; next <= newest; next += Math.max(1, Math.floor(next / 20))) upTo = next
  return upTo
}
