// The days of a report, the days before them, and the steps of its charts, whatever is asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOn, lengthOf, periodOf } from './period.rules.ts'

const today = '2026-11-17' // a Tuesday

describe('a period', () => {
  test.each([
    [{}, '2026-10-19', '2026-11-17', '2026-09-19', '2026-10-18', 'day', 30],
    [{ last: 7 }, '2026-11-11', '2026-11-17', '2026-11-04', '2026-11-10', 'day', 7],
    [{ last: 90 }, '2026-08-20', '2026-11-17', '2026-05-22', '2026-08-19', 'day', 90],
    [{ last: 365 }, '2025-11-18', '2026-11-17', '2024-11-18', '2025-11-17', 'week', 53],
    [{ from: '2026-11-17', to: '2026-11-17' }, '2026-11-17', '2026-11-17', '2026-11-16', '2026-11-16', 'day', 1],
    [{ from: '2024-02-28', to: '2024-03-01' }, '2024-02-28', '2024-03-01', '2024-02-25', '2024-02-27', 'day', 3],
    [{ from: '2026-11-01' }, '2026-11-01', '2026-11-17', '2026-10-15', '2026-10-31', 'day', 17],
    [{ to: '2026-10-31' }, '2026-10-02', '2026-10-31', '2026-09-02', '2026-10-01', 'day', 30],
  ] as const)('%j', (asked, from, to, beforeFrom, beforeTo, step, steps) => {
    const period = periodOf(asked, today)
    expect(period).toMatchObject({ days: { from, to }, before: { from: beforeFrom, to: beforeTo }, step })
    expect(period.steps).toHaveLength(steps)
  })

  test('weeks begin on Monday, but for the first', () => {
    const { steps } = periodOf({ from: '2026-05-07', to: '2026-09-01' }, today)
    expect(steps.slice(0, 2)).toEqual([
      { from: '2026-05-07', to: '2026-05-10' },
      { from: '2026-05-11', to: '2026-05-17' },
    ])
    expect(steps.at(-1)).toEqual({ from: '2026-08-31', to: '2026-09-01' })
  })

  test.each([
    [{ from: '2026-11-17', to: '2026-11-16' }, 'ends before'],
    [{ from: '2024-11-15', to: '2026-11-16' }, '731 days at most'],
    [{ from: '9999-12-01', to: '9999-12-31' }, 'days from'],
    [{ from: '0000-01-01', to: '0000-01-02' }, 'days from'],
  ])('%j is refused in words', (asked, words) => {
    expect(() => periodOf(asked, today)).toThrow(words)
  })
})

test('steps hold every day once and in order, and the days before are as many', () => {
  const days = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 730 }))
  const isSo = ([start, more]: readonly [number, number]) => {
    const from = daysOn('2020-01-01', start)
    const period = periodOf({ from, to: daysOn(from, more) }, today)
    expect(lengthOf(period.before)).toBe(lengthOf(period.days))
    expect(daysOn(period.before.to, 1)).toBe(from)
    let next = from
    for (const step of period.steps) {
      expect(step.from).toBe(next)
      expect(lengthOf(step)).toBeGreaterThan(0)
      next = daysOn(step.to, 1)
    }
    expect(next).toBe(daysOn(period.days.to, 1))
  }
  fc.assert(fc.property(days, isSo), { numRuns: 300, seed: 20261117 })
})
