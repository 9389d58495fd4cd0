// What the customer asks for, over everything they said that is on the page: each remedy once, in the words in which they said it last.
import type { Remedy } from '../../../src/hear/understanding/remedy/remedy-words.rules.ts'
import { remediesSought, severityOf } from '../../../src/hear/understanding/remedy/remedy.rules.ts'

export interface Said {
  readonly direction: string
  readonly kind: string
  readonly standing: string
  readonly text: string
}

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

/** @param said the oldest first; only people's own messages that belong to the case count */
export function soughtIn(said: readonly Said[]): readonly Sought[] {
  const last = new Map<Remedy, string>()
  for (const { text } of said.filter(isTheirs)) {
    for (const { remedy, words } of remediesSought(text)) {
      // What was said again stands behind what was not.
      last.delete(remedy)
      last.set(remedy, words)
    }
  }
  return [...last].map(([remedy, words]) => ({ remedy, words }))
}

/** @param said as above; null where nothing but annoyance is told */
export function gravestIn(said: readonly Said[]): Gravest | null {
  let gravest: Gravest | null = null
  for (const { text } of said.filter(isTheirs)) {
    const { severity, because } = severityOf(text)
    if (severity !== 0 && severity >= (gravest?.severity ?? 0)) gravest = { severity, words: because[0]?.words ?? '' }
  }
  return gravest
}

const isTheirs = ({ direction, kind, standing }: Said): boolean =>
  direction === 'in' && kind === 'human' && standing === 'joined'
