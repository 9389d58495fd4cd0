// Which words of a text spoke for a label: what each feature adds to the label's score is shared out over the characters it stands on, and summed up
// by words, as `Intl.Segmenter` cuts them in any script.
import { gramsOf, plainText } from './grams.ts'
import type { Weights } from './linear-machine.ts'
import type { Point, Vocabulary } from './vocabulary.ts'

export interface DecidingWord {
  /** As it stands in the text, in lower case. */
  readonly word: string
  /** What it adds to the score of the label; above 0. */
  readonly adds: number
}

interface Asked {
  readonly vocabulary: Vocabulary
  readonly weights: Weights
  /** By its number. */
  readonly label: number
  readonly most: number
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** The strongest first; a word that occurs often stands once, with all it adds. */
export function decidingWords(
  text: string,
  point: Point,
  { vocabulary, weights, label, most }: Asked,
): readonly DecidingWord[] {
  const plain = plainText(text)
  const adds = new Map<string, number>()
  const shares = sharesOf(plain, point, vocabulary, weights, label)
  for (const { segment, index, isWordLike } of segmenter.segment(plain)) {
    if (isWordLike !== true) continue
    let sum = adds.get(segment) ?? 0
    for (let i = index; i < index + segment.length; i++) sum += shares[i] ?? 0
    adds.set(segment, sum)
  }
  return [...adds]
    .map(([word, sum]) => ({ word, adds: sum }))
    .filter((one) => one.adds > 0)
    .sort((one, other) => other.adds - one.adds)
    .slice(0, most)
}

/** What each character adds to the label's score. */
function sharesOf(
  plain: string,
  { places, weights: heights }: Point,
  { placeOf }: Vocabulary,
  { columns, values }: Weights,
  label: number,
): Float64Array {
  const occurrences = new Map<number, number>()
  gramsOf(plain, (hash) => {
    const place = placeOf(hash)
    if (place >= 0) occurrences.set(place, (occurrences.get(place) ?? 0) + 1)
  })
  const [column, sign] = columns === 1 ? [0, label === 1 ? 1 : -1] : [label, 1]
  const each = new Map<number, number>()
  for (const [i, place] of places.entries())
    each.set(
      place,
      (sign * (heights[i] ?? 0) * (values[place * columns + column] ?? 0)) / (occurrences.get(place) ?? 1),
    )
  const shares = new Float64Array(plain.length)
  gramsOf(plain, (hash, from, to) => {
    const share = (each.get(placeOf(hash)) ?? 0) / Math.max(1, to - from)
    for (let i = from; i < to; i++) shares[i] = (shares[i] ?? 0) + share
  })
  return shares
}
