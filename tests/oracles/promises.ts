// Random promises and ledgers of pauses for property tests.
import fc from 'fast-check'
import type { Pause } from '../../src/amend/promises/pauses.rules.ts'
import type { CustomerPromise, PromiseKind } from '../../src/amend/promises/promise.rules.ts'

const minute = 60_000

export const kinds: readonly PromiseKind[] = [
  'acknowledgement',
  'first-answer',
  'final-answer',
  'still-broken-answer',
  'given',
]
export const pausingKind = fc.constantFrom<PromiseKind>('first-answer', 'final-answer', 'still-broken-answer')

export const openPromise = (kind: PromiseKind, madeAt: Date, due: Date): CustomerPromise => ({
  kind,
  madeAt,
  unpausedDueAt: due,
  dueAt: due,
  status: 'open',
  settledAt: null,
})

/** Pauses within some days around a moment: in any order, overlapping, before the promise, after it, some still open. */
export const pausesAround = (moment: Date): fc.Arbitrary<readonly Pause[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -1440, max: 12 * 1440 }), fc.option(fc.integer({ min: 0, max: 4 * 1440 }), { freq: 12 }))
      .map(([start, length]) => {
        const from = moment.getTime() + start * minute
        return {
          from: new Date(from),
          until: length === null ? null : new Date(from + length * minute),
          reason: 'Which order is it?',
        }
      }),
    { maxLength: 6 },
  )
