// A text as a point among the features that count: (1 + ln frequency) · rarity, scaled to length 1.
import { gramsOf, plainText } from './grams.ts'
import type { Point, Vocabulary } from './vocabulary.ts'

/** ln of small numbers, which nearly all frequencies are. */
const logs = Float64Array.from({ length: 64 }, (_, count) => Math.log(count))
const damped = (count: number): number => 1 + (logs[count] ?? Math.log(count))

/** Makes points one after the other with the same scratch memory. A text of which no feature counts is a point at the origin. */
export function pointMaker({ size, placeOf, rarity }: Vocabulary): (text: string) => Point {
  const counts = new Uint16Array(size)
  let touched = new Int32Array(1024)
  let used = 0
  const hear = (hash: number): void => {
    const place = placeOf(hash)
    if (place < 0) return
    const count = counts[place] ?? 0
    if (count === 0) {
      if (used === touched.length) touched = grown(touched)
      touched[used++] = place
    }
    if (count < 65_535) counts[place] = count + 1
  }
  return (text) => {
    used = 0
    gramsOf(plainText(text), hear)
    const places = touched.slice(0, used)
    const weights = new Float32Array(used)
    let squares = 0
    for (let i = 0; i < used; i++) {
      const place = places[i] ?? 0
      const weight = damped(counts[place] ?? 1) * (rarity[place] ?? 0)
      weights[i] = weight
      squares += weight * weight
      counts[place] = 0
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
    for (let i = 0; i < used; i++) weights[i] = (weights[i] ?? 0) * scale
    return { places, weights }
  }
}

function grown(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(full.length * 2)
  next.set(full)
  return next
}
