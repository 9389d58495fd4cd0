// Everything that can be asked of a case. Who may ask at all is the access policy's; whether it may happen now is decide-case.rules.ts.
import type { PromiseKind } from '../../promises/promise.rules.ts'
import type { CaseId, MessageId, PromiseId, StaffId } from '../../../shared/ids.ts'
import type { Finding } from '../case.rules.ts'
import type { Beside, Taking, Parting } from './case-merging.rules.ts'
import type { HandOver } from '../work/hand-over-undo.rules.ts'
import type { SilencePolicy } from './silence.rules.ts'

/** What a message of a person means for its case. When in doubt: `new-information`, which a person will read. */
export type CustomerMeaning = 'thanks' | 'still-broken' | 'new-information' | 'new-matter'

/** A broken promise of the case as it stands now. */
export interface BrokenNow {
  readonly promiseId: PromiseId
  readonly kind: PromiseKind
  /** Whether what it was about is still to be done. */
  readonly isOwed: boolean
  /** When the customer was told; null while they were not. */
  readonly toldAt: Date | null
}

export type CaseCommand =
  /** The reference reached the customer: their server accepted the letter, or the page showed it. */
  | { readonly do: 'acknowledge'; readonly acceptedAt: Date }
  | { readonly do: 'name-duty'; readonly staffId: StaffId }
  /** The complaint turns out to be about this person; `instead` follows them as owner or on duty. */
  | { readonly do: 'name-subject'; readonly staffId: StaffId; readonly instead: StaffId | null }
  | { readonly do: 'take'; readonly by: StaffId }
  | { readonly do: 'hand-over'; readonly from: StaffId; readonly to: StaffId; readonly summary: string }
  /** Who handed the case over thinks better of it at once; `handOver` is what the history has last, null where that is something else. */
  | { readonly do: 'undo-hand-over'; readonly by: StaffId; readonly handOver: HandOver | null }
  /** The owner is absent or disabled: like a handover, with a summary of facts that nobody had to write. */
  | { readonly do: 'cover'; readonly from: StaffId; readonly to: StaffId; readonly summary: string }
  | {
      readonly do: 'answer'
      readonly by: StaffId
      readonly messageId: MessageId
      readonly final: boolean
      readonly finding: Finding | null
      /** For `dishonest` only: what shows it. */
      readonly evidence: string | null
    }
  /** Who wrote an answer thinks better of it before it has left. */
  | { readonly do: 'recall-answer'; readonly by: StaffId; readonly messageId: MessageId }
  | { readonly do: 'answer-accepted'; readonly messageId: MessageId; readonly acceptedAt: Date }
  | { readonly do: 'answer-bounced'; readonly messageId: MessageId }
  | { readonly do: 'wait-for-customer'; readonly by: StaffId; readonly reason: string; readonly until: Date }
  | { readonly do: 'wait-for-third-party'; readonly by: StaffId; readonly reason: string; readonly until: Date }
  /** By the owner, or by nobody when the wait is over. */
  | { readonly do: 'resume'; readonly by: StaffId | null }
  /** Whom the case waits for has answered, or will not: the letter came back, or a person let it go. */
  | { readonly do: 'third-party-heard' }
  | { readonly do: 'customer-wrote'; readonly messageId: MessageId; readonly meaning: CustomerMeaning }
  /** An automatic mail: absence note, delivery report, newsletter. */
  | { readonly do: 'machine-wrote'; readonly messageId: MessageId }
  | { readonly do: 'silence-notice' }
  | { readonly do: 'notice-accepted'; readonly acceptedAt: Date }
  | { readonly do: 'letter-bounced'; readonly letter: 'acknowledgement' | 'silence-notice' | 'rejection' }
  /** Promises were found broken: every broken one of the case. */
  | { readonly do: 'promises-broke'; readonly broken: readonly BrokenNow[] }
  | { readonly do: 'resolve-by-silence' }
  /** The customer said so in writing of their own. */
  | { readonly do: 'resolve-by-customer'; readonly by: null }
  /** The customer told the owner, who says how. */
  | { readonly do: 'resolve-by-customer'; readonly by: StaffId; readonly reason: string }
  | { readonly do: 'reject'; readonly by: StaffId; readonly reasons: string; readonly recourse: string }
  | { readonly do: 'reopen'; readonly by: StaffId; readonly reason: string }
  | { readonly do: 'close' }
  /** It is the same matter as another case of its customer, and lives on there. */
  | { readonly do: 'merge-into'; readonly by: StaffId; readonly into: CaseId }
  | { readonly do: 'undo-merge'; readonly by: StaffId }
  /** Another case, or messages of it, come here. */
  | { readonly do: 'take-in'; readonly by: StaffId; readonly taking: Taking }
  /** They go back; `was` is how this case stood before, null where something else has happened to it since. */
  | { readonly do: 'give-back'; readonly by: StaffId; readonly taking: Taking; readonly was: Beside | null }
  /** Messages leave this case for another, or come back from there. */
  | { readonly do: 'part-with'; readonly by: StaffId; readonly parting: Parting }
  | { readonly do: 'have-back'; readonly by: StaffId; readonly parting: Parting }
  /** A letter of a case that was merged into this one came back. */
  | { readonly do: 'merged-answer-bounced'; readonly messageId: MessageId }

/** What a decision must know beside the case. */
export interface CaseFacts {
  /** Promises of this case that are still owed, of every kind and source: open ones, and broken ones that are not done yet. */
  readonly openPromises: number
  readonly silence: SilencePolicy
}
