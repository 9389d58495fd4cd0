// How much two texts have in common: the share of their runs of five characters that both have (Jaccard), each run counted once.
import { runHash } from './grams.ts'

const runLength = 5

/** What is compared: lower case, without @names and addresses of pages, one blank between words. */
export const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/@\w{1,200}|https?:\/\/[^\s]{0,2000}/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The runs of five characters of a text (of `comparable`) as numbers, ascending, each once; none of a shorter text, which says too little. */
export function shinglesOf(text: string): Uint32Array {
  const codes = codePointsOf(text)
  const all = new Uint32Array(Math.max(0, codes.length - runLength + 1))
  for (let from = 0; from < all.length; from++) all[from] = runHash(codes, from, from + runLength)
  all.sort()
  let kept = 0
  for (const value of all) if (kept === 0 || value !== all[kept - 1]) all[kept++] = value
  return all.subarray(0, kept)
}

function codePointsOf(text: string): Uint32Array {
  const codes = new Uint32Array(text.length)
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    codes[count++] = code
    if (code > 0xffff) i += 1
  }
  return codes.subarray(0, count)
}

/** What two ascending lists have in common. */
export function overlapOf(one: Uint32Array, other: Uint32Array): number {
  let [i, j, common] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0]
    if (a === b) common += 1
    if (a <= b) i += 1
    if (b <= a) j += 1
  }
  return common
}

/** Between 0 and 1; two texts without any run have nothing in common. */
export function similarityOf(one: Uint32Array, other: Uint32Array): number {
  const common = overlapOf(one, other)
  return common === 0 ? 0 : common / (one.length + other.length - common)
}
