// What the customer asks for, over everything they said: each remedy once, in the words in which they said it last; and the gravest thing they tell.
import type { Remedy } from '../../../hear/understanding/remedy/remedy-words.rules.ts'
import { remediesSought, severityOf } from '../../../hear/understanding/remedy/remedy.rules.ts'

/** The gravest thing that was told, in the words that told it last. A claim: nobody has looked yet. */
export interface Gravest {
  /** 1 inconvenience, 2 loss, 3 danger. */
  readonly severity: 1 | 2 | 3
  readonly words: string
}

export interface Sought {
  readonly remedy: Remedy
  readonly words: string
}

/** @param texts what the customer wrote, the oldest first */
export function soughtIn(texts: readonly string[]): readonly Sought[] {
  const last = new Map<Remedy, string>()
  for (const { remedy, words } of texts.flatMap((text) => remediesSought(text))) {
    // What was said again stands behind what was not.
    last.delete(remedy)
    last.set(remedy, words)
  }
  return [...last].map(([remedy, words]) => ({ remedy, words }))
}

/** @param texts as above; null where nothing but annoyance is told */
export function gravestIn(texts: readonly string[]): Gravest | null {
  let gravest: Gravest | null = null
  for (const { severity, because } of texts.map((text) => severityOf(text))) {
    if (severity !== 0 && severity >= (gravest?.severity ?? 0)) gravest = { severity, words: because[0]?.words ?? '' }
  }
  return gravest
}
