// What a further message says about the matter: thanks, still broken, or something new. When in doubt: something new, for a person to read.
import { dissatisfied, hasAny, plainWords, stillBroken, thanks } from './words.rules.ts'

export type Meaning = 'thanks' | 'still-broken' | 'new-information'

/** Longer than this and thanks are a courtesy inside something else. */
const longestThanks = 240

/**
 * Judged by what is visible of it (without quoted history). Only clear and short thanks without question, attachment or any sign of
 * discontent are thanks: a "thanks" wrongly taken for the end would silence somebody, the other mistakes cost a glance.
 */
export function meaningOf(visibleText: string, attachments: number): Meaning {
  const words = plainWords(visibleText)
  if (hasAny(words, stillBroken)) return 'still-broken'
  const isClear = hasAny(words, thanks) && !hasAny(words, dissatisfied) && !words.includes('?') && attachments === 0
  return isClear && words.length <= longestThanks ? 'thanks' : 'new-information'
}
