// A trained model as plain text, to be kept in a column and taken up again by any process.
import { Classifier, type Model } from './classifier.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Numbers are little-endian and in base64. */
export interface SavedModel {
  readonly version: number
  readonly labels: readonly string[]
  readonly slope: number
  readonly doubt: number
  readonly shares: readonly number[]
  readonly columns: number
  readonly hashes: string
  readonly rarity: string
  readonly weights: string
}

export const saveModel = ({ labels, slope, doubt, shares, vocabulary, weights }: Model): SavedModel => ({
  version: 1,
  labels: [...labels],
  slope,
  doubt,
  shares: [...shares],
  columns: weights.columns,
  hashes: textOf(vocabulary.hashes),
  rarity: textOf(vocabulary.rarity),
  weights: textOf(weights.values),
})

/** Predicts exactly as the one that was saved; it learns no more.
 * @throws for what is not a saved model of this version, or is cut short */
export function loadModel(saved: SavedModel): Classifier {
  const hashes = new Uint32Array(bytesOf(saved.hashes))
  const rarity = new Float32Array(bytesOf(saved.rarity))
  const values = new Float32Array(bytesOf(saved.weights))
  const { columns, labels, slope, doubt, shares } = saved
  const wanted = labels.length <= 2 ? 1 : labels.length
  const isWhole =
    columns === wanted && rarity.length === hashes.length && values.length === (hashes.length + 1) * columns
  if (saved.version !== 1 || !isWhole) throw new Error('this is no whole model of version 1')
  const model: Model = {
    labels,
    slope,
    doubt,
    shares,
    vocabulary: vocabularyOf(hashes, rarity),
    weights: { columns, values },
  }
  return new Classifier(model)
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

/** A copy, since numbers of four bytes begin at whole places only. */
function bytesOf(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length % 4 !== 0) throw new Error('this is no whole model of version 1')
  return new Uint8Array(bytes).buffer
}
