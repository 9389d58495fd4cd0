// Every pair of texts that are nearly the same, among many: exactly those, none missed. Two sets of which the overlap is a large share of both have
// one of their rarest elements in common, so only texts that share such a one are compared (prefix filtering: Chaudhuri, Ganti, Kaushik: A primitive
// operator for similarity joins, ICDE 2006; Bayardo, Ma, Srikant: Scaling up all pairs similarity search, WWW 2007).
import { comparable, shinglesOf } from './shingles.ts'

export interface NearPair {
  /** Places in the list of texts; `one` is before `other`. */
  readonly one: number
  readonly other: number
  /** Jaccard of their runs of five characters. */
  readonly similarity: number
}

/** Usual likeness of what people call the same text. */
const usualLeast = 0.8
/** A share is a fraction of whole numbers: rounding must not lose the very limit. */
const slip = 1e-9

/** @param least between 0 and 1, without 0 */
export function nearDuplicates(texts: readonly string[], least = usualLeast): readonly NearPair[] {
  const sets = texts.map((text) => shinglesOf(comparable(text)))
  const rarest = rarestOf(sets, (size) => size - Math.ceil(least * size - slip) + 1)
  const bySize = sets.map((_, at) => at).sort((a, b) => sizeOf(sets, a) - sizeOf(sets, b) || a - b)
  const having = new Chains(rarest.reduce((sum, some) => sum + some.length, 0))
  const met = new Int32Array(texts.length).fill(-1)
  const pairs: NearPair[] = []
  for (const at of bySize) {
    const mine = sets[at] ?? new Uint32Array(0)
    met[at] = at
    for (const element of rarest[at] ?? mine) {
      for (let link = having.first(element); link >= 0; link = having.after(link)) {
        const other = having.textAt(link)
        if (met[other] === at) continue
        met[other] = at
        const theirs = sets[other] ?? new Uint32Array(0)
        if (theirs.length < least * mine.length - slip) continue
        const similarity = similarityAbove(mine, theirs, least)
        if (similarity > 0) pairs.push({ one: Math.min(at, other), other: Math.max(at, other), similarity })
      }
      having.add(element, at)
    }
  }
  return pairs.sort((a, b) => a.one - b.one || a.other - b.other)
}

const sizeOf = (sets: readonly Uint32Array[], at: number): number => sets[at]?.length ?? 0

/** For each element the texts that have it among their rarest. Elements may share a chain: what comes of it is compared in full. */
class Chains {
  readonly #mask: number
  readonly #heads: Int32Array
  readonly #next: Int32Array
  readonly #texts: Int32Array
  #used = 0

  constructor(count: number) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(16, count * 4)))
    this.#mask = room - 1
    this.#heads = new Int32Array(room).fill(-1)
    this.#next = new Int32Array(count)
    this.#texts = new Int32Array(count)
  }

  first(element: number): number {
    return this.#heads[element & this.#mask] ?? -1
  }

  after(link: number): number {
    return this.#next[link] ?? -1
  }

  textAt(link: number): number {
    return this.#texts[link] ?? 0
  }

  add(element: number, text: number): void {
    const link = this.#used++
    this.#texts[link] = text
    this.#next[link] = this.first(element)
    this.#heads[element & this.#mask] = link
  }
}

/** What so many sets have is common; finer differences save nothing. */
const mostCounted = 255
const counters = 2 ** 20

/** Of each set at least as many elements as `howMany` says, those that the fewest sets have, as far as they were counted: elements may share a
 * counter. Whatever the counts, all sets are ordered alike, which is all that is needed. Left out is what only one set has. */
function rarestOf(sets: readonly Uint32Array[], howMany: (size: number) => number): readonly Uint32Array[] {
  const counts = new Uint8Array(counters)
  for (const set of sets)
    for (const element of set) {
      const counter = element & (counters - 1)
      counts[counter] = Math.min((counts[counter] ?? 0) + 1, mostCounted)
    }
  const having = new Int32Array(mostCounted + 1)
  return sets.map((set) => {
    having.fill(0)
    for (const element of set) {
      const count = counts[element & (counters - 1)] ?? 0
      having[count] = (having[count] ?? 0) + 1
    }
    const wanted = Math.min(set.length, howMany(set.length))
    let limit = 0
    for (let below = 0; limit < mostCounted && below + (having[limit] ?? 0) < wanted; limit++)
      below += having[limit] ?? 0
    // All of the last count, though fewer were enough: so the order among them does not matter. What only one set has nobody shares.
    const rarest = new Uint32Array(set.length)
    let taken = 0
    for (const element of set) {
      const count = counts[element & (counters - 1)] ?? 0
      if (count > 1 && count <= limit) rarest[taken++] = element
    }
    return rarest.subarray(0, taken)
  })
}

/** Their similarity where it is `least` or more, else 0. Both ascending. Stops as soon as it cannot be reached. */
function similarityAbove(one: Uint32Array, other: Uint32Array, least: number): number {
  const wanted = (least / (1 + least)) * (one.length + other.length) - slip
  let [i, j, common] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    if (common + Math.min(one.length - i, other.length - j) < wanted) return 0
    const [a, b] = [one[i] ?? 0, other[j] ?? 0]
    if (a === b) common += 1
    if (a <= b) i += 1
    if (b <= a) j += 1
  }
  return common >= wanted ? common / (one.length + other.length - common) : 0
}
