// Two cases that are one, and messages that go to another case: what that does to each of the two, and how it goes back.
// Which promises run on: promise-merging.rules.ts. Until when it can be undone: rearrangement-undo.rules.ts.
import type { CaseId, MessageId, StaffId } from '../../../shared/ids.ts'
import type { CaseCommand } from './case-commands.rules.ts'
import { changed, endOfPause, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import type { CaseEffect } from './case-effects.rules.ts'
import { reopening } from './case-reopening.rules.ts'
import { isUnderWay } from './case-waiting.rules.ts'
import { isOnItsWay } from '../case.rules.ts'
import type { Case, CaseState, Merged } from '../case.rules.ts'

/** What comes into a case: another one as a whole, or messages of it. */
export interface Taking {
  readonly what: 'case' | 'messages'
  readonly from: CaseId
  readonly ownerStaffId: StaffId | null
  readonly aboutStaffIds: readonly StaffId[]
  readonly acknowledgedAt: Date | null
}

/** What leaves a case. */
export interface Parting {
  readonly what: 'split' | 'move'
  readonly other: CaseId
}

/** How a case stood before something came in. */
export interface Beside {
  readonly state: CaseState
  readonly waitingUntil: Date | null
  readonly aboutStaffIds: readonly StaffId[]
  readonly acknowledgedAt: Date | null
}

type Command<K extends CaseCommand['do']> = Extract<CaseCommand, { readonly do: K }>

/** Refuses while something we wrote has not left: it would answer half of what was said. */
function unlessQuiet({ answers, noticeQueuedAt }: Case): CaseDecision | null {
  if (noticeQueuedAt === null && !answers.some(isOnItsWay)) return null
  return refused('letter-on-its-way', 'Something written to the customer has not left yet. Wait until it has.')
}

/** The case ends here and lives on in the other. Everything it was stays written down. */
export function decideMergeInto(current: Case, { by, into }: Command<'merge-into'>, at: Date): CaseDecision {
  const loud = unlessQuiet(current)
  if (loud !== null) return loud
  const merged: Merged = { into, at, state: current.state, waitingUntil: current.waitingUntil }
  return changed(current, at, { state: 'merged', merged, waitingUntil: null }, [
    ...endOfPause(current, at),
    record('merged', at, { by, about: into }),
  ])
}

const ofMachines: ReadonlySet<CaseCommand['do']> = new Set([
  ...(['acknowledge', 'answer-accepted', 'customer-wrote', 'notice-accepted', 'letter-bounced'] as const),
  ...(['promises-broke', 'silence-notice', 'resolve-by-silence', 'close', 'merged-answer-bounced'] as const),
])

/** A merged case changes no more but by the undo; what still arrives for it is told to the case that stands for it. */
export function decideMerged(current: Case, merged: Merged, command: CaseCommand, at: Date): CaseDecision {
  if (command.do === 'undo-merge') {
    const { state, waitingUntil } = merged
    if (current.answers.some(({ bouncedAt }) => bouncedAt !== null && bouncedAt >= merged.at))
      return refused('too-late', 'A letter of this case came back since it was merged, so it stays.')
    return changed(current, at, { state, waitingUntil, merged: null }, [
      ...(state === 'waiting-for-customer' ? [{ do: 'take-up-pause', at: merged.at } as const] : []),
      record('merge-undone', at, { by: command.by, about: merged.into }),
    ])
  }
  if (command.do === 'answer-bounced') {
    const written = current.answers.find((answer) => answer.messageId === command.messageId)
    if (written === undefined) return refused('no-such-answer', 'No answer of this case is that message.')
    if (written.bouncedAt !== null) return unchanged('That is known already.')
    const answers = current.answers.map((answer) => (answer === written ? { ...answer, bouncedAt: at } : answer))
    return changed(current, at, { answers }, [
      record('answer-bounced', at, { by: written.by, about: written.messageId }),
    ])
  }
  const isOfMachine = ofMachines.has(command.do) || (command.do === 'resume' && command.by === null)
  return isOfMachine
    ? unchanged('It was merged into another case, which goes on.')
    : refused('merged', 'This case was merged into another. Go on there.')
}

/** The words of the customer that come in may be what we waited for, so a wait for them ends. Nothing gets later and nobody else answers for it. */
export function decideTakeIn(current: Case, { by, taking }: Command<'take-in'>, at: Date): CaseDecision {
  const { what, from, aboutStaffIds, acknowledgedAt } = taking
  const isWorkedOn = current.state === 'received' || current.state === 'acknowledged' || isUnderWay(current)
  if (!isWorkedOn) {
    return refused('over', 'The case that stays is answered or over. Open it again first, or let the other one stay.')
  }
  const loud = unlessQuiet(current)
  if (loud !== null) return loud
  const event = record(what === 'case' ? 'merged-in' : 'moved-in', at, { by, about: from })
  const goesOn: Partial<Case> =
    current.state === 'waiting-for-customer' ? { state: 'in-progress', waitingUntil: null } : {}
  const effects: readonly CaseEffect[] = [...endOfPause(current, at), event]
  if (what === 'case' && current.ownerStaffId === null && taking.ownerStaffId !== null) {
    return refused('not-taken', 'Somebody owns the other case and nobody this one. Let the owned one stay.')
  }
  const about = [...new Set([...current.aboutStaffIds, ...aboutStaffIds])]
  const answersForIt = current.ownerStaffId ?? current.dutyStaffId
  if (about.includes(answersForIt)) {
    return refused(
      'about-this-person',
      'The other case is about whoever answers for this one. Somebody else has to own it first.',
      answersForIt,
    )
  }
  const told = what === 'case' ? acknowledgedWith(current, acknowledgedAt) : {}
  return changed(current, at, { ...goesOn, ...told, aboutStaffIds: about }, effects)
}

/** Who was told in either case that we have it was told. */
function acknowledgedWith(current: Case, toldAt: Date | null): Partial<Case> {
  if (current.acknowledgedAt !== null || toldAt === null) return {}
  return {
    ...(current.state === 'received' ? { state: 'acknowledged' } : {}),
    acknowledgedAt: toldAt < current.receivedAt ? current.receivedAt : toldAt,
  }
}

export function decideGiveBack(current: Case, { by, taking, was }: Command<'give-back'>, at: Date): CaseDecision {
  const event = record(taking.what === 'case' ? 'merged-in-undone' : 'move-undone', at, { by, about: taking.from })
  if (was === null) return changed(current, at, {}, [event])
  const waitsAgain = was.state === 'waiting-for-customer'
  return changed(current, at, { ...was }, [
    ...(waitsAgain ? [{ do: 'take-up-pause', at: current.changedAt } as const] : []),
    event,
  ])
}

/** What was said leaves, and nothing else changes: what the case owes, it owes. */
export const decidePartWith = (current: Case, { by, parting }: Command<'part-with'>, at: Date): CaseDecision =>
  changed(current, at, {}, [
    record(parting.what === 'split' ? 'split-off' : 'moved-away', at, { by, about: parting.other }),
  ])

export const decideHaveBack = (current: Case, { by, parting }: Command<'have-back'>, at: Date): CaseDecision =>
  changed(current, at, {}, [
    record(parting.what === 'split' ? 'split-undone' : 'move-undone', at, { by, about: parting.other }),
  ])

/** The customer has not had what we wrote, so this case, which stands for the other, is not settled either. */
export function decideMergedAnswerBounced(current: Case, messageId: MessageId, at: Date): CaseDecision {
  const event = record('answer-bounced', at, { about: messageId })
  if (current.ownerStaffId === null || isUnderWay(current)) return changed(current, at, {}, [event])
  const again = reopening(current, at, { about: messageId })
  return changed(current, at, again.change, [event, ...again.effects])
}
