// What time alone does to a case: end a wait, ask twice whether all is well, resolve by silence, close. Pure; the tick asks it.
import { counts, isOnItsWay, standingEnd } from '../case.rules.ts'
import type { Case } from '../case.rules.ts'

/** All in days of 24 hours by the wall clock, because that is what a customer lives in. */
export interface SilencePolicy {
  /** From our last answer to the first notice. */
  readonly firstNoticeAfterDays: number
  /** From the first notice to the second. */
  readonly secondNoticeAfterDays: number
  /** From the second notice to resolving by silence. */
  readonly resolveAfterDays: number
  readonly closeAfterDays: number
  /** A rejected case stays watched while the customer may turn elsewhere. */
  readonly closeRejectedAfterDays: number
}

export const usualSilencePolicy: SilencePolicy = {
  firstNoticeAfterDays: 7,
  secondNoticeAfterDays: 7,
  resolveAfterDays: 7,
  closeAfterDays: 14,
  closeRejectedAfterDays: 60,
}

export type SilenceStep =
  | { readonly do: 'nothing' }
  | { readonly do: 'resume' }
  | { readonly do: 'silence-notice'; readonly notice: 1 | 2 }
  | { readonly do: 'resolve-by-silence' }
  | { readonly do: 'close' }

const nothing: SilenceStep = { do: 'nothing' }
const day = 86_400_000

/** The instant `days` after the later of the times given. */
const after = (days: number, ...times: readonly Date[]): Date =>
  new Date(Math.max(...times.map((time) => time.getTime())) + days * day)

/** Our latest answer of this round that counts; in a case that is answered there is one. */
const lastAnswerAt = (current: Case): Date =>
  current.answers
    .filter((answer) => answer.round === current.reopenings.length)
    .filter(counts)
    .reduce((latest, answer) => (answer.acceptedAt > latest ? answer.acceptedAt : latest), current.receivedAt)

/** When the next notice may go out, given those accepted so far; null after the second. */
export function nextNoticeDue(current: Case, policy: SilencePolicy): Date | null {
  const [first, second] = current.silenceNotices
  if (first === undefined) return after(policy.firstNoticeAfterDays, lastAnswerAt(current))
  return second === undefined ? after(policy.secondNoticeAfterDays, first, lastAnswerAt(current)) : null
}

/** When the customer's silence may resolve the case; null before the second notice was accepted. */
export function silenceDue(current: Case, policy: SilencePolicy): Date | null {
  const second = current.silenceNotices[1]
  return second === undefined ? null : after(policy.resolveAfterDays, second, lastAnswerAt(current))
}

/** When a resolved or rejected case may be closed; null in any other state. */
export function closingDue(current: Case, policy: SilencePolicy): Date | null {
  const end = standingEnd(current)
  if (end === undefined || (current.state !== 'resolved' && current.state !== 'rejected')) return null
  return after(end.kind === 'rejected' ? policy.closeRejectedAfterDays : policy.closeAfterDays, end.at)
}

/** The one command that time asks for now. While we owe the customer anything, their silence means nothing. */
export function nextSilenceStep(
  current: Case,
  policy: SilencePolicy,
  now: Date,
  facts: { readonly openPromises: number },
): SilenceStep {
  const isDue = (due: Date | null) => due !== null && due <= now
  if (current.waitingUntil !== null) return isDue(current.waitingUntil) ? { do: 'resume' } : nothing
  if (facts.openPromises > 0 || current.noticeQueuedAt !== null || current.answers.some(isOnItsWay)) return nothing
  if (isDue(closingDue(current, policy))) return { do: 'close' }
  if (current.state !== 'answered') return nothing
  if (isDue(silenceDue(current, policy))) return { do: 'resolve-by-silence' }
  if (!isDue(nextNoticeDue(current, policy))) return nothing
  return { do: 'silence-notice', notice: current.silenceNotices.length === 0 ? 1 : 2 }
}
