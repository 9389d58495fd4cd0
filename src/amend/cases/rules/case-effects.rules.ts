// What a decision about a case asks of its caller, as data: promises, pauses, letters, a new case, a line in the history.
import type { PromiseKind } from '../../promises/promise.rules.ts'
import type { CaseId, MessageId, PromiseId, StaffId } from '../../../shared/ids.ts'

/** The promises a decision makes: all but those a person gives. `still-broken-answer` is the short clock after any reopening. At most one of a kind is open. */
export type CasePromiseKind = Exclude<PromiseKind, 'given'>

export type Letter = 'acknowledgement' | 'owner-changed' | 'silence-notice' | 'rejection' | 'late'

export type CaseEventKind =
  | 'received'
  | 'acknowledged'
  | 'acknowledgement-bounced'
  | 'duty-named'
  | 'subject-named'
  | 'taken'
  | 'handed-over'
  | 'hand-over-undone'
  | 'covered'
  | 'answer-written'
  | 'answer-recalled'
  | 'answer-accepted'
  | 'answer-bounced'
  | 'waiting-for-customer'
  | 'waiting-for-third-party'
  | 'resumed'
  | 'customer-wrote'
  | 'new-matter'
  | 'reopened'
  | 'silence-notice-queued'
  | 'silence-notice-accepted'
  | 'told-late'
  | 'resolved-by-customer'
  | 'resolved-by-silence'
  | 'rejected'
  | 'closed'
  | 'merged'
  | 'merge-undone'
  | 'merged-in'
  | 'merged-in-undone'
  | 'split-off'
  | 'split-undone'
  | 'moved-away'
  | 'moved-in'
  | 'move-undone'

/** A line of the append-only history. */
export interface CaseEvent {
  readonly kind: CaseEventKind
  readonly at: Date
  /** The member of staff who did it; null for the customer, the clock or a server. */
  readonly by: StaffId | null
  /** What was written: a reason, a summary, a finding. */
  readonly words: string | null
  /** The message, member of staff or other case concerned. */
  readonly about: MessageId | StaffId | CaseId | null
}

export type CaseEffect =
  /** Due by the policy of the kind of case, counted from `from`. */
  | { readonly do: 'make-promise'; readonly kind: CasePromiseKind; readonly from: Date }
  /** The open promise of this kind was kept at `at`; nothing to do if none is open. */
  | { readonly do: 'settle-promise'; readonly kind: CasePromiseKind; readonly at: Date }
  /** What kept the promise has come back: open again with the due time it had. */
  | { readonly do: 'reopen-promise'; readonly kind: CasePromiseKind }
  /** The customer is told now that this promise is broken: one of the same kind takes its place, due by the policy, and the broken one stays owed. */
  | {
      readonly do: 'renew-promise'
      readonly promiseId: PromiseId
      readonly kind: Exclude<PromiseKind, 'acknowledgement'>
    }
  /** The customer no longer needs an answer: release the open promises of the kinds above, and no others. */
  | { readonly do: 'release-promises'; readonly at: Date }
  | { readonly do: 'start-pause'; readonly at: Date; readonly until: Date; readonly reason: string }
  | { readonly do: 'end-pause'; readonly at: Date }
  /** The pause that ended at `at` had not ended after all. */
  | { readonly do: 'take-up-pause'; readonly at: Date }
  /** `leavesAt`: not before then; at once where absent. */
  | {
      readonly do: 'queue-letter'
      readonly letter: Letter
      readonly words: readonly string[] | null
      readonly leavesAt?: Date
    }
  /** The newest letter of this kind has not left, and does not. */
  | { readonly do: 'withdraw-letter'; readonly letter: 'owner-changed' }
  /** At most once a message, however often it is asked. */
  | { readonly do: 'open-new-case'; readonly messageId: MessageId }
  | { readonly do: 'record'; readonly event: CaseEvent }
