// The product-limit estimate of how long something takes where some of it is not over yet (Kaplan and Meier, J. Am. Stat. Assoc. 53, 1958, 457–481).
// Checked against a walk through every single time in product-limit.test.ts, and against the paper's own example.

/** How many were done, and how many were last seen undone, after just this long. */
export interface Seen {
  readonly after: number
  readonly done: number
  readonly undone: number
}

/**
 * After how long each of these shares is done, by what was seen (in any order): the first time at which the curve reaches it. Null where it does not:
 * too many were last seen undone. Those undone count as undone up to the time they were last seen, and say nothing of what came later; at the same
 * time, what is done comes first.
 * @param shares between 0 and 1, as in 0.5 for the median
 */
export function doneAfter(seen: readonly Seen[], shares: readonly number[]): readonly (number | null)[] {
  const found: (number | null)[] = shares.map(() => null)
  let left = seen.reduce((sum, { done, undone }) => sum + done + undone, 0)
  let undoneShare = 1
  for (const { after, done, undone } of together(seen)) {
    if (left > 0) undoneShare *= 1 - done / left
    left -= done + undone
    // What rounding leaves of a share that is reached exactly is no waiting.
    for (const [at, share] of shares.entries()) if (undoneShare <= 1 - share + 1e-12) found[at] ??= after
  }
  return found
}

/** In order, each time once. */
function together(seen: readonly Seen[]): readonly Seen[] {
  const at = new Map<number, { done: number; undone: number }>()
  for (const { after, done, undone } of seen) {
    const so = at.get(after) ?? { done: 0, undone: 0 }
    at.set(after, { done: so.done + done, undone: so.undone + undone })
  }
  return [...at].map(([after, so]) => ({ after, ...so })).sort((one, other) => one.after - other.after)
}
