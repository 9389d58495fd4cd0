// Whose case it is: the duty person until the first taking, exactly one owner ever after, never somebody it is about.
import type { StaffId } from '../../../shared/ids.ts'
import type { CaseCommand } from './case-commands.rules.ts'
import { changed, isBlank, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import type { CaseEffect } from './case-effects.rules.ts'
import type { Case } from '../case.rules.ts'
import { endedElsewhere } from './case-elsewhere.rules.ts'
import { undoMs } from '../work/hand-over-undo.rules.ts'

type Command<K extends CaseCommand['do']> = Extract<CaseCommand, { readonly do: K }>

const aboutThem = (who: StaffId): CaseDecision =>
  refused('about-this-person', 'This complaint is about this person, so they can neither own it nor stand for it.', who)

const notTaken = (): CaseDecision => refused('not-taken', 'Nobody has taken this case yet. Take it first.')

const endedThere = (): CaseDecision => refused('over', 'This case ended in another desk, before it was brought here.')

/** Refuses whoever is not the owner; null for the owner. */
export function unlessOwner(current: Case, by: StaffId): CaseDecision | null {
  if (current.ownerStaffId === null) return notTaken()
  if (current.ownerStaffId === by) return null
  return refused('not-owner', 'Somebody else owns this case. Ask them, or for a handover.', current.ownerStaffId)
}

export function decideNameDuty(current: Case, { staffId }: Command<'name-duty'>, at: Date): CaseDecision {
  if (current.ownerStaffId !== null) {
    return refused('already-taken', 'This case has an owner, who answers for it.', current.ownerStaffId)
  }
  if (current.aboutStaffIds.includes(staffId)) return aboutThem(staffId)
  if (endedElsewhere(current)) return endedThere()
  if (current.dutyStaffId === staffId) return unchanged('They are on duty for it already.')
  return changed(current, at, { dutyStaffId: staffId }, [record('duty-named', at, { about: staffId })])
}

export function decideTake(current: Case, { by }: Command<'take'>, at: Date): CaseDecision {
  if (current.ownerStaffId === by) return unchanged('It is theirs already.')
  if (current.ownerStaffId !== null) {
    return refused('already-taken', 'Somebody else was faster and owns this case now.', current.ownerStaffId)
  }
  if (current.aboutStaffIds.includes(by)) return aboutThem(by)
  if (endedElsewhere(current)) return endedThere()
  return changed(current, at, { state: 'in-progress', ownerStaffId: by, takenAt: at }, [record('taken', at, { by })])
}

export const decideHandOver = (current: Case, command: Command<'hand-over'>, at: Date): CaseDecision =>
  changeOwner(current, command, at, 'handed-over')

export const decideCover = (current: Case, command: Command<'cover'>, at: Date): CaseDecision =>
  changeOwner(current, command, at, 'covered')

function changeOwner(
  current: Case,
  { from, to, summary }: Command<'hand-over' | 'cover'>,
  at: Date,
  kind: 'handed-over' | 'covered',
): CaseDecision {
  const stranger = unlessOwner(current, from)
  if (stranger !== null) return stranger
  if (from === to) return refused('same-person', 'It is theirs already. Name somebody else.', to)
  if (current.aboutStaffIds.includes(to)) return aboutThem(to)
  if (isBlank(summary)) {
    return refused('no-summary', 'Write a summary, so that the customer need not tell everything again.')
  }
  return changed(current, at, { ownerStaffId: to }, [
    ...tellingTheCustomer(current, kind === 'handed-over' ? new Date(at.getTime() + undoMs) : null),
    record(kind, at, { by: from, words: summary, about: to }),
  ])
}

/** The customer hears of a new owner, but not about a case that is closed for them; of a handover once it can be undone no more. */
const tellingTheCustomer = (current: Case, leavesAt: Date | null): readonly CaseEffect[] =>
  current.state === 'closed'
    ? []
    : [{ do: 'queue-letter', letter: 'owner-changed', words: null, ...(leavesAt && { leavesAt }) }]

/** The complaint is about this person: from this moment they are neither owner nor on duty. */
export function decideNameSubject(current: Case, command: Command<'name-subject'>, at: Date): CaseDecision {
  const { staffId, instead } = command
  if (current.aboutStaffIds.includes(staffId)) return unchanged('That is known already.')
  const aboutStaffIds = [...current.aboutStaffIds, staffId]
  const named = record('subject-named', at, { about: staffId })
  const answersForIt = current.ownerStaffId ?? current.dutyStaffId
  if (answersForIt !== staffId) return changed(current, at, { aboutStaffIds }, [named])
  if (instead === null) {
    return refused('about-this-person', 'They answer for this case. Say who does so instead.', staffId)
  }
  if (aboutStaffIds.includes(instead)) return aboutThem(instead)
  if (current.ownerStaffId === null) {
    const effects = [named, record('duty-named', at, { about: instead })]
    return changed(current, at, { aboutStaffIds, dutyStaffId: instead }, effects)
  }
  return changed(current, at, { aboutStaffIds, ownerStaffId: instead }, [
    ...tellingTheCustomer(current, null),
    named,
    record('covered', at, { by: staffId, about: instead }),
  ])
}
