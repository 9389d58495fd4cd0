// What an invariant of cases is: a sentence, and a check of every moment of a life.
import type { Case } from '../../src/amend/cases/case.rules.ts'
import type { Moment } from './case-lives.ts'

export type Invariants = Readonly<Record<string, (moment: Moment) => boolean>>

/** A merged case is over where it stands: what is owed is owed elsewhere. */
export const isOver = ({ state }: Case): boolean =>
  state === 'resolved' || state === 'rejected' || state === 'closed' || state === 'merged'
export const isSame = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime()
