// Until when a merge, a split or a move is undone: until the customer has been answered in one of the two cases, and the last of them first.
import { isOver } from '../case.rules.ts'
import type { Case } from '../case.rules.ts'

export type RearrangementKind = 'merge' | 'split' | 'move'

export type WhyItStays = 'undone' | 'later-first' | 'answered' | 'over' | 'came-back' | 'told'

/** What is known of a rearrangement when somebody wants it undone. */
export interface Undoing {
  readonly kind: RearrangementKind
  readonly at: Date
  readonly undoneAt: Date | null
  /** Whether nothing else was merged, split or moved since in either case that is not undone itself. */
  readonly isLast: boolean
  /** How many answers each case had then. */
  readonly answersThen: { readonly from: number; readonly to: number }
  /** The case it came out of, and the one it went to, as they are now. */
  readonly from: Case
  readonly to: Case
  /** Whether a letter about the case that was split off has left: the customer knows it, and what it promises. */
  readonly isTold: boolean
}

const sentences: Readonly<Record<WhyItStays, string>> = {
  undone: 'It is undone already.',
  'later-first': 'Something was merged, split or moved here since. Undo that first.',
  answered: 'The customer has been answered since, so it stays.',
  over: 'The case is over for the customer by now, so it stays. Open it again first.',
  'came-back': 'A letter of the merged case came back since, so it stays.',
  told: 'The customer has been told of the new case, and the other one is answered or over. Open that again first.',
}

/** Null where it can be undone now. */
export function whyItStays(undoing: Undoing): { readonly why: WhyItStays; readonly sentence: string } | null {
  const why = reasonOf(undoing)
  return why === null ? null : { why, sentence: sentences[why] }
}

function reasonOf({ kind, at, undoneAt, isLast, answersThen, from, to, isTold }: Undoing): WhyItStays | null {
  if (undoneAt !== null) return 'undone'
  if (!isLast) return 'later-first'
  if (from.answers.length > answersThen.from || to.answers.length > answersThen.to) return 'answered'
  if (isOver(to)) return 'over'
  if (kind === 'merge' && from.answers.some(({ bouncedAt }) => bouncedAt !== null && bouncedAt >= at))
    return 'came-back'
  if (kind === 'split' && isTold && (isOver(from) || from.state === 'answered')) return 'told'
  return null
}
