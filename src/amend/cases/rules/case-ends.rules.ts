// How a case ends: resolved by the customer's word or by silence, rejected with reasons and recourse, closed in time. None is final.
import type { StaffId } from '../../../shared/ids.ts'
import type { CaseCommand, CaseFacts } from './case-commands.rules.ts'
import { changed, endOfPause, isBlank, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import { unlessOwner } from './case-owner.rules.ts'
import { isUnderWay } from './case-waiting.rules.ts'
import { isOnItsWay } from '../case.rules.ts'
import type { Case } from '../case.rules.ts'
import { closingDue, silenceDue } from './silence.rules.ts'

const notAnswered = (): CaseDecision =>
  refused('not-answered', 'Only a case whose final answer stands can go this way.')

/** Refuses while the customer is owed something or something to them has not left; null when nothing is. */
export function unlessNothingOwed(current: Case, facts: CaseFacts): CaseDecision | null {
  if (!(facts.openPromises === 0)) return refused('promise-open', 'A promise to the customer is still open.')
  if (current.noticeQueuedAt === null && !current.answers.some(isOnItsWay)) return null
  return refused('letter-on-its-way', 'Something written to the customer has not left yet.')
}

/** Resolved because the customer said so. Answers still owed are released by their word; other promises stay. */
export function resolvedByCustomer(
  current: Case,
  { by, reason }: { readonly by: StaffId | null; readonly reason: string | null },
  at: Date,
): CaseDecision {
  return changed(
    current,
    at,
    {
      state: 'resolved',
      ends: [...current.ends, { kind: 'resolved', at, by: 'customer' }],
      resolvedAt: at,
      resolvedBy: 'customer',
      isReopened: false,
      waitingUntil: null,
      noticeQueuedAt: null,
    },
    [
      ...endOfPause(current, at),
      { do: 'release-promises', at },
      record('resolved-by-customer', at, { by, words: reason }),
    ],
  )
}

export function decideResolveByCustomer(
  current: Case,
  command: Extract<CaseCommand, { do: 'resolve-by-customer' }>,
  at: Date,
): CaseDecision {
  const told = { by: command.by, reason: command.by === null ? null : command.reason }
  if (current.ownerStaffId === null) {
    return refused('not-taken', 'Nobody has read this case yet. It is taken first, then it can be resolved.')
  }
  if (told.by !== null && told.by !== current.ownerStaffId) {
    return refused('not-owner', 'Only the owner can say so for the customer.', current.ownerStaffId)
  }
  if (current.state !== 'answered' && !isUnderWay(current)) return unchanged('It is over already.')
  if (told.reason !== null && isBlank(told.reason)) {
    return refused('no-reasons', 'Say how you know: when the customer told you, and in which words.')
  }
  return resolvedByCustomer(current, told, at)
}

/** Silence never means satisfied: it is recorded as what it is. */
export function decideResolveBySilence(current: Case, at: Date, facts: CaseFacts): CaseDecision {
  if (current.state !== 'answered') return notAnswered()
  const owed = unlessNothingOwed(current, facts)
  if (owed !== null) return owed
  const due = silenceDue(current, facts.silence)
  if (due === null) return refused('notices-missing', 'The customer is asked twice before silence resolves a case.')
  if (at < due) return refused('too-early', 'The customer still has time to say something.')
  return changed(
    current,
    at,
    {
      state: 'resolved',
      ends: [...current.ends, { kind: 'resolved', at, by: 'silence' }],
      resolvedAt: at,
      resolvedBy: 'silence',
    },
    [record('resolved-by-silence', at)],
  )
}

export function decideReject(current: Case, command: Extract<CaseCommand, { do: 'reject' }>, at: Date): CaseDecision {
  const { by, reasons, recourse } = command
  const stranger = unlessOwner(current, by)
  if (stranger !== null) return stranger
  if (current.state !== 'answered') return notAnswered()
  if (isBlank(reasons)) return refused('no-reasons', 'Say why the complaint is rejected.')
  if (isBlank(recourse)) return refused('no-recourse', 'Say where else the customer can turn.')
  const rejection = { reasons, recourse }
  return changed(
    current,
    at,
    {
      state: 'rejected',
      ends: [...current.ends, { kind: 'rejected', at, rejection }],
      rejectedAt: at,
      rejection,
      noticeQueuedAt: null,
    },
    [
      { do: 'queue-letter', letter: 'rejection', words: [reasons, recourse] },
      record('rejected', at, { by, words: reasons }),
    ],
  )
}

export function decideClose(current: Case, at: Date, facts: CaseFacts): CaseDecision {
  if (current.state === 'closed') return unchanged('It is closed already.')
  const due = closingDue(current, facts.silence)
  if (due === null) return refused('not-ended', 'A case is resolved or rejected before it is closed.')
  const owed = unlessNothingOwed(current, facts)
  if (owed !== null) return owed
  if (at < due) return refused('too-early', 'It stays open to the customer for some days more.')
  const ends = [...current.ends, { kind: 'closed', at } as const]
  return changed(current, at, { state: 'closed', ends, closedAt: at }, [record('closed', at)])
}
