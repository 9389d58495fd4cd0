// When all labels are learnt together.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestLabels, schooledUpTo } from './schooling.rules.ts'

test('with few labels nothing is learnt; then all of them at every twentieth more', () => {
  const labels = [0, 9, 10, 11, 39, 40, 41, 42, 43, 200, 209]
  expect(labels.map(schooledUpTo)).toEqual([0, 0, 10, 11, 39, 40, 40, 42, 42, 200, 200])
})

test('it goes up with the labels, never beyond them, and leaves less than a twentieth to be learnt one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: fewestLabels, max: 100_000 }), (newest) => {
      const upTo = schooledUpTo(newest)
      expect(upTo).toBeLessThanOrEqual(newest)
      expect(upTo).toBeGreaterThanOrEqual(schooledUpTo(newest - 1))
      expect(newest - upTo).toBeLessThan(Math.max(1, upTo / 20))
    }),
  )
})
