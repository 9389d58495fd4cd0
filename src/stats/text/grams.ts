// The features of a text: its words and pairs of neighbouring words, and the runs of 2 to 5 characters inside each word with its edges, as
// scikit-learn's `TfidfVectorizer` cuts them (ngram_range (1, 2), and analyzer 'char_wb' with (2, 5)). Each is a number, a hash of its characters:
// of 100,000 features about one pair shares a number (n² / 2³³), which changes nothing that can be measured.

/** A text longer than this is read up to here: no complaint needs more to be told from another. */
export const longestText = 20_000

const offset = 0x811c9dc5
const prime = 0x01000193
/** What keeps a word, a pair of words and a run of characters of the same letters apart. */
const seeds = { word: 0x9e3779b9, pair: 0x85ebca6b, run: 0xc2b2ae35 } as const
const longestRun = 5
const shortestWord = 2
const space = 32

const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, prime)
/** The last mixing of MurmurHash3: neighbouring texts fall far apart. Never 0, which marks an empty place. */
function finished(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0 || 1
}

/** What is told of each feature: its number, and from where to before where in the text it stands. */
export type Hear = (hash: number, from: number, to: number) => void

/** The number of a run of code points. */
export function runHash(codes: Uint32Array, from: number, to: number): number {
  let hash = offset
  for (let i = from; i < to; i++) hash = mixed(hash, codes[i] ?? 0)
  return finished(hash)
}

/** The text as features see it. Lower case may change its length in a few scripts, so places are those of what this answers. */
export const plainText = (text: string): string => text.slice(0, longestText).toLowerCase()

/** What each UTF-16 unit is: 1 within a word, 2 blank, 0 anything else. Units of pairs (emoji, rare scripts) are neither, and stand in runs only. */
let kinds: Uint8Array | null = null
const isWord = 1
const isBlank = 2

function kindsOfUnits(): Uint8Array {
  if (kinds !== null) return kinds
  const made = new Uint8Array(65_536)
  for (let unit = 0; unit < made.length; unit++) {
    const letter = String.fromCharCode(unit)
    if (/[\p{L}\p{N}\p{M}_]/u.test(letter)) made[unit] = isWord
    else if (/\s/.test(letter)) made[unit] = isBlank
  }
  return (kinds = made)
}

/** Tells every feature of a text (of `plainText`), as often as it occurs: its words, then its runs. */
export function gramsOf(plain: string, hear: Hear): void {
  wordsOf(plain, hear)
  runsOf(plain, hear)
}

/** Words of two letters and more, alone and with the one before. */
function wordsOf(plain: string, hear: Hear): void {
  const kind = kindsOfUnits()
  let hash = offset
  let length = 0
  let before = 0
  let beforeFrom = -1
  for (let i = 0; i <= plain.length; i++) {
    const unit = i < plain.length ? plain.charCodeAt(i) : space
    if (kind[unit] === isWord) {
      hash = mixed(hash, unit)
      length += 1
      continue
    }
    if (length >= shortestWord) {
      hear(finished(hash ^ seeds.word), i - length, i)
      if (beforeFrom >= 0) hear(finished(Math.imul(before, 31) ^ hash ^ seeds.pair), beforeFrom, i)
      before = hash
      beforeFrom = i - length
    }
    hash = offset
    length = 0
  }
}

/** Runs of characters inside ` piece `, the blank before and behind it counted in. */
function runsOf(plain: string, hear: Hear): void {
  const kind = kindsOfUnits()
  for (let i = 0; i < plain.length; i++) {
    if (kind[plain.charCodeAt(i)] === isBlank) continue
    let end = i + 1
    while (end < plain.length && kind[plain.charCodeAt(end)] !== isBlank) end += 1
    for (let from = i - 1; from < end; from++) {
      let hash = mixed(offset, from < i ? space : plain.charCodeAt(from))
      const last = Math.min(from + longestRun - 1, end)
      for (let to = from + 1; to <= last; to++) {
        hash = mixed(hash, to === end ? space : plain.charCodeAt(to))
        hear(finished(hash ^ seeds.run ^ (to - from)), Math.max(from, i), Math.min(to + 1, end))
      }
    }
    i = end
  }
}
