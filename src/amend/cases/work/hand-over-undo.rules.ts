// Undoing a handover: by who handed the case over, within a minute, and only if nothing has happened to it since and the customer has not been told.
import type { StaffId } from '../../../shared/ids.ts'
import type { CaseCommand } from '../rules/case-commands.rules.ts'
import { changed, record, refused } from '../rules/case-decision.rules.ts'
import type { CaseDecision } from '../rules/case-decision.rules.ts'
import type { Case } from '../case.rules.ts'

/** For how long a handover can be undone; the letter that tells the customer of it waits as long. */
export const undoMs = 60_000

/** A handover as the history has it. */
export interface HandOver {
  readonly at: Date
  /** Who handed it over: the owner before, or a lead. */
  readonly by: StaffId
  readonly from: StaffId
  readonly to: StaffId
  /** Whether the customer's letter has left. */
  readonly isTold: boolean
}

type Command = Extract<CaseCommand, { readonly do: 'undo-hand-over' }>

/** The owner before is the owner again, so there is one at every moment. */
export function decideUndoHandOver(current: Case, { by, handOver }: Command, at: Date): CaseDecision {
  const isLast = handOver?.at.getTime() === current.changedAt.getTime() && handOver.to === current.ownerStaffId
  if (handOver === null || !isLast) {
    return refused('not-handed-over', 'Something else has happened to this case since, so it stays where it is.')
  }
  if (handOver.by !== by) return refused('not-handed-over', 'Only who handed the case over undoes it.', handOver.by)
  if (at.getTime() - handOver.at.getTime() > undoMs || handOver.isTold) {
    return refused('too-late', 'The customer is told by now who looks after them. Hand the case over again instead.')
  }
  if (current.aboutStaffIds.includes(handOver.from)) {
    return refused('about-this-person', 'This complaint is about whom it would go back to.', handOver.from)
  }
  return changed(current, at, { ownerStaffId: handOver.from }, [
    { do: 'withdraw-letter', letter: 'owner-changed' },
    record('hand-over-undone', at, { by, about: handOver.from }),
  ])
}
