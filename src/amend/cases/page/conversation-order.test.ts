// The conversation in pages: whatever was said and noted, each thing stands once, in order of time, however long a page is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, newestPage, type Placed } from './conversation-order.rules.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute))
const comesBefore = (a: Placed, b: Placed): boolean => a.at < b.at || (a.at.getTime() === b.at.getTime() && a.id < b.id)

/** The newest `most` of a list before a place, newest first, as the database answers them. */
function asked(all: readonly Placed[], before: Placed | null, most: number): readonly Placed[] {
  return all
    .filter((one) => before === null || comesBefore(one, before))
    .sort((a, b) => (comesBefore(a, b) ? 1 : -1))
    .slice(0, most)
}

test('a note stands between the messages it was written between', () => {
  const [asks, answers] = [
    { id: 'm1', at: at(1) },
    { id: 'm2', at: at(5) },
  ]
  expect(inOrder([answers, asks], [{ id: 'n1', at: at(3) }]).map(({ id }) => id)).toEqual(['m1', 'n1', 'm2'])
})

test('reading page after page meets every message and every note once, in order', () => {
  // Few instants and few names, so that many stand at the same one.
  const placed = fc.record({
    id: fc.string({ unit: fc.constantFrom('0', '5', 'a', 'f'), minLength: 1, maxLength: 3 }),
    at: fc.nat(4).map(at),
  })
  const both = fc.uniqueArray(fc.tuple(placed, fc.boolean()), { selector: ([{ id }]) => id, maxLength: 25 })
  fc.assert(
    fc.property(both, fc.integer({ min: 1, max: 7 }), (drawn, limit) => {
      const messages = drawn.flatMap(([one, isNote]) => (isNote ? [] : [one]))
      const notes = drawn.flatMap(([one, isNote]) => (isNote ? [one] : []))
      let read: readonly Placed[] = []
      let before: Placed | null = null
      for (let pages = 0; pages <= drawn.length; pages++) {
        const { page, earlier }: ReturnType<typeof newestPage> = newestPage(
          asked(messages, before, limit + 1),
          asked(notes, before, limit + 1),
          limit,
        )
        expect(page.length).toBeLessThanOrEqual(limit)
        read = [...page, ...read]
        if (earlier === null) break
        before = drawn.map(([one]) => one).find(({ id }) => id === earlier) ?? null
        expect(before).not.toBeNull()
      }
      expect(read).toHaveLength(drawn.length)
      for (const [n, one] of read.entries()) if (n > 0) expect(comesBefore(read[n - 1]!, one)).toBe(true)
    }),
    { numRuns: 1_000, seed: 20260305 },
  )
})
