// Complaint or request? Only a plain question without any sign of discontent is a request; everything else a person writes is a complaint.
import { asking, dissatisfied, hasAny, plainWords } from './words.rules.ts'

export type HumanKind = 'complaint' | 'request'

const longestRequest = 600

/** Subject and visible text of the first message. Below about 90 % certainty the answer is complaint: a request treated as one loses nothing. */
export function kindOf(subject: string, visibleText: string): HumanKind {
  const words = plainWords(`${subject} ${visibleText}`)
  if (words.length > longestRequest || hasAny(words, dissatisfied)) return 'complaint'
  return words.includes('?') && hasAny(words, asking) ? 'request' : 'complaint'
}
