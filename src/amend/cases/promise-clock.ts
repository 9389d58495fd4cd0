// How a promise of a case looks on the wire now.
import type { Floor } from '../promises/floor-policy.sql.ts'
import type { Pause } from '../promises/pauses.rules.ts'
import { remaining } from '../promises/promise-clock.rules.ts'
import type { LinePromise, PromiseView } from '../promises/promise.schema.ts'
import type { KeptPromise } from '../promises/promise.rules.ts'
import type { CasePromise } from '../promises/promise.sql.ts'

/** A promise as the clock of a list shows it. */
export const linePromiseOf = (
  promise: KeptPromise,
  pauses: readonly Pause[],
  floor: Floor,
  now: Date,
): LinePromise => ({
  promiseId: promise.promiseId,
  kind: promise.kind,
  about: promise.about,
  dueAt: promise.dueAt.toISOString(),
  clock: remaining(floor.calendar, promise, pauses, floor.policy, now),
})

export const promiseViewOf = (
  promise: CasePromise,
  pauses: readonly Pause[],
  floor: Floor,
  now: Date,
): PromiseView => ({
  ...linePromiseOf(promise, pauses, floor, now),
  insteadOf: promise.insteadOf,
  madeAt: promise.madeAt.toISOString(),
  status: promise.status,
  // When it was done or no longer wanted: a broken promise is still owed, and can still be kept late.
  settledAt: promise.owedUntil?.toISOString() ?? null,
})
