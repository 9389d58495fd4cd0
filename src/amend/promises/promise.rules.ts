// A promise to a customer: what it is and how it ends. Its due time under pauses: pauses.rules.ts; how it looks while it runs: promise-clock.rules.ts.
import type { CaseId, PromiseId, StaffId } from '../../shared/ids.ts'

/** The first four are made by policy; 'given' is a time a person named. */
export type PromiseKind = 'acknowledgement' | 'first-answer' | 'final-answer' | 'still-broken-answer' | 'given'

/** `merged`: another of the same kind and due no later stands for both. */
export type PromiseStatus = 'open' | 'kept' | 'broken' | 'released' | 'merged'

/** Since when a promise runs in the case it is in, and with which due time: pauses before that are in it already. */
export interface Carried {
  readonly at: Date
  readonly dueAt: Date
}

export interface CustomerPromise {
  readonly kind: PromiseKind
  readonly madeAt: Date
  /** As promised when it was made; never changes. */
  readonly unpausedDueAt: Date
  /** As it stands with the pauses so far (`dueWithPauses`); never before `unpausedDueAt`. */
  readonly dueAt: Date
  readonly status: PromiseStatus
  /** When it was kept, found broken, or released; null while open. */
  readonly settledAt: Date | null
  /** Where it came from another case that was merged into this one. */
  readonly carried?: Carried | null
}

/** A promise as it is kept in its case. */
export interface KeptPromise extends CustomerPromise {
  readonly promiseId: PromiseId
  readonly caseId: CaseId
  readonly about: string
  /** `floor:<version>`, or `person`. */
  readonly source: string
  readonly madeBy: StaffId | null
  readonly brokenAt: Date | null
  /** When it was done or no longer wanted; null while it is owed, also when broken. */
  readonly owedUntil: Date | null
}

/** Whether the clock of such a promise stops while we wait for the customer. A time of the wall clock does not. */
export const canPause = (kind: PromiseKind): boolean => kind !== 'acknowledgement' && kind !== 'given'

/** The promise once it is fulfilled, or seen unfulfilled, at `at`: kept up to its due time, broken after. What is settled stays as it is. */
export function settle<P extends CustomerPromise>(promise: P, at: Date): P {
  if (promise.status !== 'open') return promise
  return { ...promise, status: at.getTime() <= promise.dueAt.getTime() ? 'kept' : 'broken', settledAt: at }
}

/** The promise after the customer let us off it. What is settled stays as it is: nobody is let off a broken promise. */
export function release<P extends CustomerPromise>(promise: P, at: Date): P {
  if (promise.status !== 'open') return promise
  if (at.getTime() > promise.dueAt.getTime()) return settle(promise, at)
  return { ...promise, status: 'released', settledAt: at }
}

/** The promise after what kept it has come back: an answer that bounced was never given. Due as before; only a kept promise runs again. */
export function reopen<P extends CustomerPromise>(promise: P): P {
  return promise.status === 'kept' ? { ...promise, status: 'open', settledAt: null } : promise
}

/** Whether what a promise is about is still to be done, also when it is broken. */
export const isOwed = (promise: KeptPromise): boolean => promise.owedUntil === null

/** The promise as it was before it was settled. */
export const opened = <P extends KeptPromise>(promise: P): P => ({
  ...promise,
  status: 'open',
  settledAt: null,
  brokenAt: null,
  owedUntil: null,
})

/** The promise once what it is about was done at `at`. The tick may have found it broken before we heard that it was done in time. */
export function done<P extends KeptPromise>(promise: P, at: Date): P {
  const settled = settle(opened(promise), at)
  const brokenAt = settled.status === 'broken' ? promise.dueAt : null
  return { ...settled, brokenAt, settledAt: brokenAt ?? settled.settledAt, owedUntil: at }
}

/** The promise once the customer needs it no more: let go, or broken before and owed no longer. */
export function letGo<P extends KeptPromise>(promise: P, at: Date): P {
  const released = release(promise, at)
  const brokenAt = released.status === 'broken' ? promise.dueAt : null
  return { ...released, brokenAt, settledAt: brokenAt ?? released.settledAt, owedUntil: at }
}
