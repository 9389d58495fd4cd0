// What the lists of one language say of remedies and of how bad it was. Types only.
import type { Turn } from '../reading/turns.rules.ts'

export type Remedy =
  'refund' | 'replacement' | 'repair' | 'apology' | 'explanation' | 'compensation' | 'cancel' | 'action'

/** 1 inconvenience, 2 loss, 3 danger; what has none of their words is annoyance, 0. */
export type Weight = 1 | 2 | 3

export interface RemedyWords {
  readonly remedies: Readonly<Record<Remedy, readonly Turn[]>>
  /** Before a remedy, in its clause, they take it back: "I do not want a refund". */
  readonly denials: readonly Turn[]
  readonly weights: Readonly<Record<Weight, readonly Turn[]>>
}
