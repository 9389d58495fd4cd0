// What is kept of an event, and that no event sets what a customer is worth or happens in the future.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { historyLine } from '../history.schema.ts'
import { type EventKind, eventKinds, instantOf, readEvent } from './event.rules.ts'

const at = new Date('2026-11-17T11:00:00Z')
const read = (kind: EventKind, event: Readonly<Record<string, unknown>>) =>
  readEvent(kind, { messageId: 'm1', userId: 'u1', ...event }, at)

test('an order is kept with its products, and its person by number', () => {
  const properties = { order_id: 'o1', revenue: 12.5, currency: 'eur', products: [{ sku: 'K1', quantity: 2 }, {}] }
  expect(read('track', { event: 'Order Completed', properties })).toEqual({
    ...{ claim: null, left: '' },
    lines: [
      expect.objectContaining({ kind: 'customer', id: 'u1', emails: [] }),
      {
        ...{ kind: 'order', id: 'o1', customer: 'u1', at: at.toISOString(), amount: '12.50', currency: 'EUR' },
        items: [{ name: 'K1', quantity: 2 }],
      },
    ],
  })
})

test('a trait that says worth is left out and named', () => {
  const told = read('identify', { traits: { name: 'Mira', VIP: true, ltv: 900, customerTier: 'gold', city: 'Halle' } })
  expect(told).toMatchObject({ left: expect.stringMatching(/^Left out: VIP, ltv, customerTier\. /) as string })
  expect(JSON.stringify('lines' in told ? told.lines : told)).not.toMatch(/VIP|900|gold/)
})

test('who is who is a claim', () => {
  const alias = read('alias', { previousId: 'a1' })
  expect(alias).toMatchObject({ lines: [], claim: { kind: 'alias', earlierId: 'a1', userId: 'u1' } })
  expect(read('alias', {})).toEqual({ why: 'An alias names a previousId and a userId.' })
  expect(readEvent('track', { event: 'Order Completed' }, at)).toHaveProperty('why')
})

test('a clock that is wrong is put right, and nothing is of the future', () => {
  const anHour = 3_600_000
  const said = (timestamp: unknown, sentAt: unknown) => instantOf({ timestamp }, sentAt, at)?.getTime()
  const early = (hours: number) => new Date(at.getTime() - hours * anHour).toISOString()
  expect(said(early(25), early(24))).toBe(at.getTime() - anHour)
  expect(said(early(1), undefined)).toBe(at.getTime() - anHour)
  expect(said(early(-9), undefined)).toBe(at.getTime())
  expect(instantOf({ timestamp: 'soon' }, null, at)).toBeNull()
  expect(instantOf({ originalTimestamp: early(2) }, null, at)?.getTime()).toBe(at.getTime() - 2 * anHour)
})

test('whatever a program sends, it is kept as lines of history, or bad, or left, and it never throws', () => {
  const value = fc.jsonValue()
  const event = fc.record({
    ...{ messageId: fc.string(), userId: value, anonymousId: value, traits: value, context: value, properties: value },
    ...{ event: fc.constantFrom('Order Completed', 'Order Refunded', 'Signed Up', 'x'), timestamp: value },
  })
  fc.assert(
    fc.property(fc.constantFrom(...eventKinds), event, value, (kind, one, sentAt) => {
      const when = instantOf(one, sentAt, at)
      expect(when === null || when <= at).toBe(true)
      const told = readEvent(kind, one, when ?? at)
      if ('lines' in told) for (const line of told.lines) historyLine.safeParse(line)
    }),
  )
})
