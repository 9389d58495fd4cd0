// Take next: earliest due first, for everybody the same, and never a case about the person who asks.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseId, PoolId, StaffId } from '../../shared/ids.ts'
import { isFor, nextPiece } from './next-piece.rules.ts'
import type { Piece } from './next-piece.rules.ts'

const [me, ben] = ['me', 'ben'] as readonly string[] as [StaffId, StaffId]
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute))

function piece(id: string, due: number, arrived: number, more: Partial<Piece> = {}): Piece {
  const basics = {
    id,
    caseId: id as CaseId,
    poolId: 'pool' as PoolId,
    touch: 'first-answer',
    dueAt: at(due),
    arrivedAt: at(arrived),
    dangerAt: null,
  }
  return { ...basics, ownerStaffId: null, aboutStaffIds: [], ...more }
}

test('nothing waiting is nothing to take', () => {
  expect(nextPiece([], me)).toBeNull()
})

test('the piece due first comes first, and says when the next one is due', () => {
  const [soon, late] = [piece('soon', 30, 5), piece('late', 40, 1)]
  expect(nextPiece([late, soon], me)).toEqual({
    piece: soon,
    why: { code: 'due-first', values: { dueAt: at(30), nextDueAt: at(40), waiting: 2 } },
  })
})

test('danger comes before whatever is due first, and the longest danger before others', () => {
  const [soon, hot, hotter] = [
    piece('soon', 1, 0),
    piece('hot', 90, 5, { dangerAt: at(6) }),
    piece('hotter', 95, 4, { dangerAt: at(5) }),
  ]
  expect(nextPiece([soon, hot, hotter], me)).toEqual({
    piece: hotter,
    why: { code: 'danger', values: { dangerAt: at(5) } },
  })
  expect(nextPiece([hot, soon], me)?.piece).toBe(hot)
})

test('of two due together the one that waited longer comes first', () => {
  const [long, short] = [piece('b', 30, 1), piece('a', 30, 5)]
  expect(nextPiece([short, long], me)).toEqual({
    piece: long,
    why: { code: 'waiting-longest', values: { dueAt: at(30), arrivedAt: at(1), waiting: 2 } },
  })
})

test('of equals the order of their ids decides, and the reason says they are equals', () => {
  expect(nextPiece([piece('b', 30, 1), piece('a', 30, 1)], me)).toMatchObject({
    piece: { id: 'a' },
    why: { code: 'one-of-equals' },
  })
})

test('a case about me is not for me, and another owner keeps theirs', () => {
  const [aboutMe, bens, mine] = [
    piece('a', 1, 0, { aboutStaffIds: [me] }),
    piece('b', 2, 0, { ownerStaffId: ben }),
    piece('c', 9, 0, { ownerStaffId: me }),
  ]
  expect(nextPiece([aboutMe, bens, mine], me)).toEqual({
    piece: mine,
    why: { code: 'only-one', values: { dueAt: at(9) } },
  })
  expect(nextPiece([aboutMe], me)).toBeNull()
})

test('whatever waits in whatever order, the next piece is the first of all that are for me when sorted by due, arrival and id', () => {
  const minute = fc.nat(4)
  const pieces = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      due: minute,
      arrived: minute,
      owner: fc.constantFrom(null, null, me, ben),
      about: fc.constantFrom([], [], [me], [ben]),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  fc.assert(
    fc.property(pieces, (drawn) => {
      const waiting = drawn.map(({ id, due, arrived, owner, about }) =>
        piece(id, due, arrived, { ownerStaffId: owner, aboutStaffIds: about }),
      )
      const key = (p: Piece) => [p.dueAt.toISOString(), p.arrivedAt.toISOString(), p.id]
      const before = (a: readonly string[], b: readonly string[]): boolean => {
        const n = a.findIndex((part, i) => part !== b[i])
        return n >= 0 && (a[n] ?? '') < (b[n] ?? '')
      }
      const sorted = waiting.filter((p) => isFor(p, me)).sort((a, b) => (before(key(a), key(b)) ? -1 : 1))
      expect(nextPiece(waiting, me)?.piece).toBe(sorted[0])
      expect(sorted.some((p) => p.aboutStaffIds.includes(me) || p.ownerStaffId === ben)).toBe(false)
    }),
    { numRuns: 2_000, seed: 20260305 },
  )
})
