// Identifiers: unique, UUIDs of version 7, and in the order of making where they are made in turn.
import { expect, test } from 'vitest'
import { idsInTurn, isId, madeAt, newId } from './ids.ts'
import { systemRandom } from './random.ts'

test('ten thousand identifiers of one instant sort in the order in which they were made', () => {
  const next = idsInTurn(new Date('2026-03-02T09:00:00Z'), systemRandom)
  const made = Array.from({ length: 10_000 }, () => next<'x'>())
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(10_000)
  expect(made.filter((id) => !isId(id) || id[14] !== '7' || !'89ab'.includes(id[19] ?? ''))).toEqual([])
})

test('those of two transactions at one instant are never the same', () => {
  const at = new Date('2026-03-02T09:00:00Z')
  expect(idsInTurn(at, systemRandom)()).not.toBe(idsInTurn(at, systemRandom)())
})

test('an identifier tells when it was made', () => {
  const at = new Date('2026-03-02T09:00:00.123Z')
  expect(madeAt(newId(at, systemRandom))).toEqual(at)
})
