// The three shapes of a decision about a case, and the closed list of reasons to refuse.
import type { StaffId } from '../../../shared/ids.ts'
import type { CaseEffect, CaseEventKind, CaseEvent } from './case-effects.rules.ts'
import type { Case } from '../case.rules.ts'

export type CaseRefusal =
  | 'about-this-person' // the complaint is about the one who would own it or stand for it
  | 'already-taken'
  | 'clock-behind' // the time given lies before the last change, or is none
  | 'finding-not-wanted' // a finding on a request, or on an answer that is not final
  | 'letter-on-its-way' // something we sent has not left yet
  | 'merged' // it lives on in another case
  | 'no-evidence'
  | 'no-finding'
  | 'no-reasons'
  | 'no-recourse'
  | 'no-such-answer'
  | 'no-summary'
  | 'not-answered' // only a case whose final answer stands
  | 'not-ended'
  | 'not-merged'
  | 'not-handed-over' // or not by them, or something has happened since
  | 'not-owner'
  | 'not-taken'
  | 'not-theirs'
  | 'notices-missing'
  | 'notices-spent'
  | 'over' // answered or ended: reopen first
  | 'promise-open'
  | 'same-person'
  | 'time-out-of-order' // an acceptance in the future or before the writing, a wait that is over before it begins
  | 'too-early'
  | 'too-late' // the customer has been told

export type CaseDecision =
  | { readonly outcome: 'changed'; readonly next: Case; readonly effects: readonly CaseEffect[] }
  | { readonly outcome: 'unchanged'; readonly reason: string }
  /** `who` is the member of staff the sentence speaks of, for the caller to name. */
  | {
      readonly outcome: 'refused'
      readonly reason: CaseRefusal
      readonly sentence: string
      readonly who: StaffId | null
    }

export const unchanged = (reason: string): CaseDecision => ({ outcome: 'unchanged', reason })

export const refused = (reason: CaseRefusal, sentence: string, who: StaffId | null = null): CaseDecision => ({
  outcome: 'refused',
  reason,
  sentence,
  who,
})

/** The case with one change, one version on. */
export const changed = (
  current: Case,
  at: Date,
  change: Partial<Omit<Case, 'version' | 'changedAt' | 'receivedAt'>>,
  effects: readonly CaseEffect[],
): CaseDecision => ({
  outcome: 'changed',
  next: { ...current, ...change, changedAt: at, version: current.version + 1 },
  effects,
})

/** The effect that writes a line into the history. */
export const record = (
  kind: CaseEventKind,
  at: Date,
  event: Partial<Pick<CaseEvent, 'by' | 'words' | 'about'>> = {},
): CaseEffect => ({ do: 'record', event: { kind, at, by: null, words: null, about: null, ...event } })

/** Whether a text says nothing. */
export const isBlank = (text: string): boolean => text.trim() === ''

/** Ends the pause of the promises if the case is waiting for the customer. */
export const endOfPause = (current: Case, at: Date): readonly CaseEffect[] =>
  current.state === 'waiting-for-customer' ? [{ do: 'end-pause', at }] : []
