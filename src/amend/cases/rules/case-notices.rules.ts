// Letters that decide something by arriving or coming back: notices before silence resolves, acknowledgements, rejections.
import type { CaseFacts } from './case-commands.rules.ts'
import { changed, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import { unlessNothingOwed } from './case-ends.rules.ts'
import { reopening } from './case-reopening.rules.ts'
import { counts, standingEnd } from '../case.rules.ts'
import type { Case } from '../case.rules.ts'
import { nextNoticeDue } from './silence.rules.ts'

/** Queues one of the two notices. It is counted when it is accepted. */
export function decideSilenceNotice(current: Case, at: Date, facts: CaseFacts): CaseDecision {
  if (current.state !== 'answered')
    return refused('not-answered', 'Only a case whose final answer stands can go this way.')
  const owed = unlessNothingOwed(current, facts)
  if (owed !== null) return owed
  const due = nextNoticeDue(current, facts.silence)
  if (due === null) return refused('notices-spent', 'The customer was asked twice. That is enough.')
  if (at < due) return refused('too-early', 'The customer still has time to say something.')
  return changed(current, at, { noticeQueuedAt: at }, [
    { do: 'queue-letter', letter: 'silence-notice', words: null },
    record('silence-notice-queued', at),
  ])
}

export function decideNoticeAccepted(current: Case, acceptedAt: Date, at: Date): CaseDecision {
  if (current.noticeQueuedAt === null) return unchanged('No notice is on its way.')
  if (!(acceptedAt >= current.noticeQueuedAt && acceptedAt <= at)) {
    return refused('time-out-of-order', 'A notice is accepted after it was written and not in the future.')
  }
  const silenceNotices = [...current.silenceNotices, acceptedAt]
  const effects = [record('silence-notice-accepted', acceptedAt)]
  return changed(current, at, { silenceNotices, noticeQueuedAt: null }, effects)
}

/** A letter came back, so the customer was not told, and what rests on their having been told does not stand. */
export function decideLetterBounced(
  current: Case,
  letter: 'acknowledgement' | 'silence-notice' | 'rejection',
  at: Date,
): CaseDecision {
  if (letter === 'acknowledgement') return acknowledgementBounced(current, at)
  const end = standingEnd(current)
  const isOver = current.state === 'resolved' || current.state === 'rejected' || current.state === 'closed'
  const wasRejected = isOver && end?.kind === 'rejected'
  const wasSilent = isOver && end?.kind === 'resolved' && end.by === 'silence'
  const wasAsked = current.state === 'answered' && (current.noticeQueuedAt ?? current.silenceNotices[0]) !== undefined
  const rests = letter === 'rejection' ? wasRejected : wasSilent || wasAsked
  if (!rests) return unchanged('Nothing rests on this letter.')
  const { change, effects } = reopening(current, at, { words: `${letter} bounced` })
  return changed(current, at, change, effects)
}

function acknowledgementBounced(current: Case, at: Date): CaseDecision {
  if (current.acknowledgedAt === null) return unchanged('It was not acknowledged.')
  if (current.answers.some(counts)) return unchanged('The customer has had an answer since.')
  const state = current.state === 'acknowledged' ? 'received' : current.state
  return changed(current, at, { state, acknowledgedAt: null }, [
    { do: 'reopen-promise', kind: 'acknowledgement' },
    record('acknowledgement-bounced', at),
  ])
}
