// How long something takes where some of it is not over: as the paper has it, as a walk through every time has it, and as plain sorting where all is over.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { productLimit } from '../../../tests/oracles/reports.ts'
import { doneAfter, type Seen } from './product-limit.ts'

const seenOf = (waits: readonly { readonly minutes: number; readonly isDone: boolean }[]): readonly Seen[] =>
  waits.map(({ minutes, isDone }) => ({ after: minutes, done: isDone ? 1 : 0, undone: isDone ? 0 : 1 }))

test('the example of Kaplan and Meier: deaths at 0.8, 3.1, 5.4, 9.2, losses at 1.0, 2.7, 7.0, 12.1', () => {
  const deaths = [0.8, 3.1, 5.4, 9.2].map((minutes) => ({ minutes, isDone: true }))
  const losses = [1.0, 2.7, 7.0, 12.1].map((minutes) => ({ minutes, isDone: false }))
  // Their curve: 0.875 from 0.8 on, 0.700 from 3.1, 0.525 from 5.4, 0.2625 from 9.2. SciPy 1.17.1 says the same:
  // ecdf(CensoredData(uncensored=[0.8, 3.1, 5.4, 9.2], right=[1.0, 2.7, 7.0, 12.1])).sf
  const seen = seenOf([...deaths, ...losses])
  expect(doneAfter(seen, [0.12, 0.126, 0.3, 0.31, 0.47, 0.48, 0.73, 0.75])).toEqual([
    0.8,
    3.1,
    3.1,
    5.4,
    5.4,
    9.2,
    9.2,
    null,
  ])
})

test('counted by hand: ten cases, three of which still wait', () => {
  const seen: readonly Seen[] = [
    { after: 10, done: 2, undone: 0 }, // 10 wait, 2 done: 0.8 left
    { after: 20, done: 1, undone: 1 }, // 8 wait, 1 done: 0.7
    { after: 30, done: 3, undone: 0 }, // 6 wait, 3 done: 0.35
    { after: 40, done: 1, undone: 2 }, // 3 wait, 1 done: 0.2333
  ]
  expect(doneAfter(seen, [0.5, 0.65, 0.66, 0.9])).toEqual([30, 30, 40, null])
})

test('nothing seen is nothing known, and where nothing is done yet, neither', () => {
  expect(doneAfter([], [0.5])).toEqual([null])
  expect(doneAfter([{ after: 5, done: 0, undone: 9 }], [0.5, 0.9])).toEqual([null, null])
})

const wait = fc.record({ minutes: fc.integer({ min: 0, max: 40 }), isDone: fc.boolean() })

test('any waits, in any order, are what a walk through every time finds', () => {
  const isSo = (waits: readonly { readonly minutes: number; readonly isDone: boolean }[], share: number) => {
    expect(doneAfter(seenOf(waits), [share])).toEqual([productLimit(waits, share)])
  }
  fc.assert(fc.property(fc.array(wait, { maxLength: 60 }), fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9), isSo), {
    numRuns: 2000,
    seed: 20261117,
  })
})

test('where all is over it is the time in the middle of the row, and leaving the open ones out would be sooner', () => {
  const all = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 50 })
  const isSo = (times: readonly number[]) => {
    const sorted = times.toSorted((a, b) => a - b)
    const over = seenOf(times.map((minutes) => ({ minutes, isDone: true })))
    expect(doneAfter(over, [0.5])).toEqual([sorted[Math.ceil(times.length / 2) - 1]])
    const open = [...over, { after: 1000, done: 0, undone: times.length / 2 }]
    expect(doneAfter(open, [0.5])[0] ?? Infinity).toBeGreaterThanOrEqual(doneAfter(over, [0.5])[0] ?? 0)
  }
  fc.assert(fc.property(all, isSo), { numRuns: 500, seed: 20261117 })
})
