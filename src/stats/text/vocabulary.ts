// Which features count and how much each weighs: those seen in two texts at least, by inverse document frequency (Spärck Jones 1972).
import { gramsOf, plainText } from './grams.ts'
import { TextCounts } from './text-counts.ts'

/** From the number of a feature (grams.ts) to its place, by open addressing. */
export interface Vocabulary {
  readonly size: number
  readonly placeOf: (hash: number) => number
  /** Numbers of the features, by place. */
  readonly hashes: Uint32Array
  /** ln((1 + texts) / (1 + texts with the feature)) + 1, by place. */
  readonly rarity: Float32Array
}

/** A text as a point: the places of its features in the order in which they are told, and weights whose squares sum to 1. */
export interface Point {
  readonly places: Int32Array
  readonly weights: Float32Array
}

const leastTexts = 2

/** The features of these texts that occur in two of them at least; of a single text, all. */
export function learnVocabulary(texts: readonly string[]): Vocabulary {
  const counts = new TextCounts()
  for (const [at, text] of texts.entries())
    gramsOf(plainText(text), (hash) => {
      counts.note(hash, at)
    })
  const kept = counts.atLeast(Math.min(leastTexts, texts.length))
  const rarity = Float32Array.from(kept, (hash) => Math.log((1 + texts.length) / (1 + counts.of(hash))) + 1)
  return vocabularyOf(kept, rarity)
}

export function vocabularyOf(hashes: Uint32Array, rarity: Float32Array): Vocabulary {
  const room = roomFor(hashes.length)
  const mask = room - 1
  const keys = new Uint32Array(room)
  const places = new Int32Array(room)
  for (const [place, hash] of hashes.entries()) {
    let slot = hash & mask
    while (keys[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = hash
    places[slot] = place
  }
  const placeOf = (hash: number): number => {
    let slot = hash & mask
    for (;;) {
      const key = keys[slot]
      if (key === hash) return places[slot] ?? -1
      if (key === 0) return -1
      slot = (slot + 1) & mask
    }
  }
  return { size: hashes.length, placeOf, hashes, rarity }
}

/** A power of two that leaves half of the room empty. */
const roomFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, count * 2)))
