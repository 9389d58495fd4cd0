// What the customer asks for, over everything they said that is on the page: each remedy once, in the words in which they said it last.
import type { Remedy } from '../../../src/hear/understanding/remedy/remedy-words.rules.ts'
import { remediesSought } from '../../../src/hear/understanding/remedy/remedy.rules.ts'

export interface Said {
  readonly direction: string
  readonly kind: string
  readonly standing: string
  readonly text: string
}

export interface Sought {
  readonly remedy: Remedy
  readonly words: string
}

/** @param said the oldest first; only people's own messages that belong to the case count */
export function soughtIn(said: readonly Said[]): readonly Sought[] {
  const last = new Map<Remedy, string>()
  for (const { direction, kind, standing, text } of said) {
    if (direction !== 'in' || kind !== 'human' || standing !== 'joined') continue
    for (const { remedy, words } of remediesSought(text)) {
      // What was said again stands behind what was not.
      last.delete(remedy)
      last.set(remedy, words)
    }
  }
  return [...last].map(([remedy, words]) => ({ remedy, words }))
}
