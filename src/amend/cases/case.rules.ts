// The case: our handling of one complaint or request, as plain data, and how one begins. What may happen to it: decide-case.rules.ts.
import type { CaseId, MessageId, PoolId, StaffId } from '../../shared/ids.ts'
import type { CaseEffect, CasePromiseKind } from './rules/case-effects.rules.ts'

export const caseStates = [
  'received',
  'acknowledged',
  'in-progress',
  'waiting-for-customer',
  'waiting-for-third-party',
  'answered',
  'resolved',
  'rejected',
  'closed',
  'merged',
] as const
export type CaseState = (typeof caseStates)[number]

export const findings = ['founded', 'partly-founded', 'unfounded-but-honest', 'undecided', 'dishonest'] as const
/** What we found a complaint to be. Only a person finds, and `dishonest` only with evidence. */
export type Finding = (typeof findings)[number]

/** One answer an owner wrote. It counts from `acceptedAt`, when the next server took it, until it bounces. */
export interface Answer {
  readonly messageId: MessageId
  readonly by: StaffId
  readonly final: boolean
  readonly finding: Finding | null
  readonly writtenAt: Date
  readonly acceptedAt: Date | null
  readonly bouncedAt: Date | null
  /** How often the case had been reopened when this was written. */
  readonly round: number
  /** The customer wrote again before it had left, so it cannot be the answer to that. */
  readonly crossed: boolean
  /** The promises that were kept by this answer, and run again if it bounces. */
  readonly keeps: readonly CasePromiseKind[]
}

/** Why we said no, and where else the customer can turn. */
export interface Rejection {
  readonly reasons: string
  readonly recourse: string
}

/** One end a case came to. Ends are only ever added; a reopened case keeps those it had. */
export type CaseEnd =
  | { readonly kind: 'resolved'; readonly at: Date; readonly by: 'customer' | 'silence' }
  | { readonly kind: 'rejected'; readonly at: Date; readonly rejection: Rejection }
  | { readonly kind: 'closed'; readonly at: Date }

/** The case that stands for a merged one, and where the merged one stood before. */
export interface Merged {
  readonly into: CaseId
  readonly at: Date
  readonly state: CaseState
  readonly waitingUntil: Date | null
}

export interface Case {
  readonly state: CaseState
  readonly kind: 'complaint' | 'request'
  readonly poolId: PoolId
  /** Answers for the case until somebody takes it; history from then on. */
  readonly dutyStaffId: StaffId
  /** Null until the first taking, somebody for ever after. */
  readonly ownerStaffId: StaffId | null
  /** Members of staff the complaint is about: never owner, never on duty. */
  readonly aboutStaffIds: readonly StaffId[]
  readonly receivedAt: Date
  readonly acknowledgedAt: Date | null
  /** The first taking. */
  readonly takenAt: Date | null
  /** The first answer that counted. */
  readonly firstAnsweredAt: Date | null
  /** The first final answer that counted; later rounds are in `answers`. */
  readonly finalAnsweredAt: Date | null
  readonly answers: readonly Answer[]
  /** Of the latest final answer that counted. */
  readonly finding: Finding | null
  /** Every end so far, oldest first. The five fields below repeat the latest of each kind. */
  readonly ends: readonly CaseEnd[]
  readonly resolvedAt: Date | null
  readonly resolvedBy: 'customer' | 'silence' | null
  readonly rejectedAt: Date | null
  readonly rejection: Rejection | null
  readonly closedAt: Date | null
  readonly reopenings: readonly Date[]
  /** Reopened and not yet answered since: shown to people, and keeps a second short clock from starting. */
  readonly isReopened: boolean
  /** When each notice before resolving by silence was accepted by the next server, since the last final answer. */
  readonly silenceNotices: readonly Date[]
  /** A notice that was queued and is not yet accepted. */
  readonly noticeQueuedAt: Date | null
  /** Due time of a wait; the one time in a case that may lie ahead. */
  readonly waitingUntil: Date | null
  /** Set exactly while the case is merged into another. */
  readonly merged: Merged | null
  readonly changedAt: Date
  /** 1 at first, one more with each change. */
  readonly version: number
}

export interface CaseOpening {
  readonly kind: 'complaint' | 'request'
  readonly poolId: PoolId
  readonly dutyStaffId: StaffId
  readonly aboutStaffIds: readonly StaffId[]
  /** When the raw message was stored. */
  readonly receivedAt: Date
}

/**
 * A new case and what must be done for it in the same transaction: floor promises, the acknowledgement, a line in the history.
 * Null when the duty person is somebody the complaint is about: name another.
 */
export function openedCase(opening: CaseOpening): { next: Case; effects: readonly CaseEffect[] } | null {
  if (opening.aboutStaffIds.includes(opening.dutyStaffId)) return null
  const at = opening.receivedAt
  const next: Case = {
    ...opening,
    state: 'received',
    ownerStaffId: null,
    acknowledgedAt: null,
    takenAt: null,
    firstAnsweredAt: null,
    finalAnsweredAt: null,
    answers: [],
    finding: null,
    ends: [],
    resolvedAt: null,
    resolvedBy: null,
    rejectedAt: null,
    rejection: null,
    closedAt: null,
    reopenings: [],
    isReopened: false,
    silenceNotices: [],
    noticeQueuedAt: null,
    waitingUntil: null,
    merged: null,
    changedAt: at,
    version: 1,
  }
  const effects: readonly CaseEffect[] = [
    { do: 'make-promise', kind: 'acknowledgement', from: at },
    { do: 'make-promise', kind: 'first-answer', from: at },
    { do: 'make-promise', kind: 'final-answer', from: at },
    { do: 'queue-letter', letter: 'acknowledgement', words: null },
    { do: 'record', event: { kind: 'received', at, by: null, words: null, about: null } },
  ]
  return { next, effects }
}

/** Whether an answer was accepted and has not come back. */
export const counts = (answer: Answer): answer is Answer & { readonly acceptedAt: Date } =>
  answer.acceptedAt !== null && answer.bouncedAt === null

/** Whether an answer is written and neither accepted nor bounced. */
export const isOnItsWay = (answer: Answer): boolean => answer.acceptedAt === null && answer.bouncedAt === null

/** Whether the case is over for the customer; a merged one lives on in another. */
export const isOver = ({ state }: Case): boolean => state === 'resolved' || state === 'rejected' || state === 'closed'

/** The latest end but for closing: what a closed case was closed as. */
export const standingEnd = (current: Case): CaseEnd | undefined => current.ends.findLast((end) => end.kind !== 'closed')
