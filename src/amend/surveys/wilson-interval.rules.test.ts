// Wilson's interval against another program, and what must hold for any counts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemFigures, responseOf } from './survey-figures.rules.ts'
import { wilsonInterval } from './wilson-interval.rules.ts'

// Made by SciPy 1.17.1: binomtest(hits, of).proportion_ci(0.95, 'wilson'), the bounds rounded to nine places. The first four are the cases of
// R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872.
test('it is what SciPy says', () => {
  const reference = [
    [81, 263, 0.25528852, 0.366209577],
    [15, 148, 0.0623864, 0.160487242],
    [0, 20, 0, 0.161125158],
    [1, 29, 0.006113214, 0.171755219],
    [10, 10, 0.7224672, 1],
    [7, 12, 0.319511313, 0.806739686],
  ] as const
  for (const [hits, of, least, most] of reference) {
    const interval = wilsonInterval(hits, of)
    expect(interval.least).toBeCloseTo(least, 8)
    expect(interval.most).toBeCloseTo(most, 8)
  }
})

test('it holds the share, stays between 0 and 1, and is the same from both ends', () => {
  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  fc.assert(
    fc.property(counts, ([hits, of]) => {
      const { best, least, most } = wilsonInterval(hits, of)
      const other = wilsonInterval(of - hits, of)
      const isMirrored = Math.abs(least - (1 - other.most)) < 1e-12
      return least >= 0 && least <= best + 1e-12 && best <= most + 1e-12 && most <= 1 && isMirrored
    }),
  )
})

test('nine answers are not enough to say anything, ten are', () => {
  const of = (answers: number) => ({
    ...{ asked: answers, returned: 0, answered: answers, low: 0 },
    scores: { outcome: [0, 0, 0, 0, answers], process: [1, 0, 0, 0, answers - 1], person: [0, 0, 0, 0, 0] },
  })
  expect(responseOf(of(9))).toBeNull()
  expect(itemFigures(of(9)).map(({ mean, high }) => [mean, high])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ])
  expect(responseOf(of(10))).toMatchObject({ best: 1 })
  const [outcome, process, person] = itemFigures(of(10))
  expect([outcome?.mean, process?.mean, person?.mean]).toEqual([5, 4.6, null])
  expect(process?.high?.best).toBe(0.9)
})
