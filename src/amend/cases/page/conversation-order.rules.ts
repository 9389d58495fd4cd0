// Messages and notes in one order of time: those of one instant by their identifiers, as the database sorts them.

export interface Placed {
  readonly at: Date
  readonly id: string
}

const byPlace = (a: Placed, b: Placed): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Everything of both lists, in any order given, oldest first. */
export const inOrder = <A extends Placed, B extends Placed>(some: readonly A[], others: readonly B[]): (A | B)[] =>
  [...some, ...others].sort(byPlace)

/**
 * The newest `limit` of two lists together, oldest first, and the place before which the next page ends; null when nothing is earlier.
 * Each list holds the newest `limit + 1` of its own, or all there are.
 */
export function newestPage<A extends Placed, B extends Placed>(
  some: readonly A[],
  others: readonly B[],
  limit: number,
): { readonly page: readonly (A | B)[]; readonly earlier: string | null } {
  const all = inOrder(some, others)
  const page = all.slice(-limit)
  return { page, earlier: all.length > limit ? (page[0]?.id ?? null) : null }
}
