// The one decision function of a case: state and command in, new state and effects out. Pure, total, and the only writer of a case.
import { decideAnswer, decideAnswerAccepted, decideAnswerBounced } from './case-answers.rules.ts'
import type { CaseCommand, CaseFacts } from './case-commands.rules.ts'
import { changed, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import { decideClose, decideReject, decideResolveByCustomer, decideResolveBySilence } from './case-ends.rules.ts'
import { decideCover, decideHandOver, decideNameDuty, decideNameSubject, decideTake } from './case-owner.rules.ts'
import { decideUndoHandOver } from '../work/hand-over-undo.rules.ts'
import { decideRecallAnswer } from '../work/recall-answer.rules.ts'
import {
  decideGiveBack,
  decideHaveBack,
  decideMerged,
  decideMergedAnswerBounced,
  decideMergeInto,
  decidePartWith,
  decideTakeIn,
} from './case-merging.rules.ts'
import { decidePromisesBroke } from './case-lateness.rules.ts'
import { decideLetterBounced, decideNoticeAccepted, decideSilenceNotice } from './case-notices.rules.ts'
import { decideCustomerWrote, decideReopen } from './case-reopening.rules.ts'
import { decideResume, decideThirdPartyHeard, decideWait } from './case-waiting.rules.ts'
import type { Case } from '../case.rules.ts'

/**
 * What happens to `current` when `command` is asked at `at`.
 * `changed` holds the next case and what the caller must do in the same transaction, in order; `unchanged` and `refused` leave the case as it is.
 * A time before the case's last change is refused, so the times of a case never run backwards.
 */
export function decideCase(current: Case, command: CaseCommand, at: Date, facts: CaseFacts): CaseDecision {
  if (command.do === 'machine-wrote') return unchanged('Automatic mail changes nothing.')
  if (!(at >= current.changedAt)) {
    return refused(
      'clock-behind',
      'The clock of this machine is behind the last entry of this case. Nothing was changed.',
    )
  }
  if (current.merged !== null) return decideMerged(current, current.merged, command, at)
  switch (command.do) {
    case 'acknowledge':
      return decideAcknowledge(current, command.acceptedAt, at)
    case 'name-duty':
      return decideNameDuty(current, command, at)
    case 'name-subject':
      return decideNameSubject(current, command, at)
    case 'take':
      return decideTake(current, command, at)
    case 'hand-over':
      return decideHandOver(current, command, at)
    case 'undo-hand-over':
      return decideUndoHandOver(current, command, at)
    case 'cover':
      return decideCover(current, command, at)
    case 'answer':
      return decideAnswer(current, command, at)
    case 'recall-answer':
      return decideRecallAnswer(current, command, at)
    case 'answer-accepted':
      return decideAnswerAccepted(current, command, at)
    case 'answer-bounced':
      return decideAnswerBounced(current, command, at)
    case 'wait-for-customer':
    case 'wait-for-third-party':
      return decideWait(current, command, at)
    case 'resume':
      return decideResume(current, command, at)
    case 'third-party-heard':
      return decideThirdPartyHeard(current, at)
    case 'customer-wrote':
      return decideCustomerWrote(current, command, at)
    case 'silence-notice':
      return decideSilenceNotice(current, at, facts)
    case 'notice-accepted':
      return decideNoticeAccepted(current, command.acceptedAt, at)
    case 'letter-bounced':
      return decideLetterBounced(current, command.letter, at)
    case 'promises-broke':
      return decidePromisesBroke(current, command, at)
    case 'resolve-by-silence':
      return decideResolveBySilence(current, at, facts)
    case 'resolve-by-customer':
      return decideResolveByCustomer(current, command, at)
    case 'reject':
      return decideReject(current, command, at)
    case 'reopen':
      return decideReopen(current, command, at)
    case 'close':
      return decideClose(current, at, facts)
    case 'merge-into':
      return decideMergeInto(current, command, at)
    case 'undo-merge':
      return refused('not-merged', 'This case is not merged into another.')
    case 'take-in':
      return decideTakeIn(current, command, at)
    case 'give-back':
      return decideGiveBack(current, command, at)
    case 'part-with':
      return decidePartWith(current, command, at)
    case 'have-back':
      return decideHaveBack(current, command, at)
    case 'merged-answer-bounced':
      return decideMergedAnswerBounced(current, command.messageId, at)
  }
}

function decideAcknowledge(current: Case, acceptedAt: Date, at: Date): CaseDecision {
  if (current.acknowledgedAt !== null) return unchanged('It is acknowledged already.')
  if (!(acceptedAt >= current.receivedAt && acceptedAt <= at)) {
    return refused(
      'time-out-of-order',
      'An acknowledgement is accepted after the complaint came and not in the future.',
    )
  }
  const state = current.state === 'received' ? 'acknowledged' : current.state
  return changed(current, at, { state, acknowledgedAt: acceptedAt }, [
    { do: 'settle-promise', kind: 'acknowledgement', at: acceptedAt },
    record('acknowledged', acceptedAt),
  ])
}
