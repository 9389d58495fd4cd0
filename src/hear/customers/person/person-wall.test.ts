// Who can be one person: two customer numbers never, two proved addresses of a kind only by a lead, anything else by anybody.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallBetween, type Known } from './person-wall.rules.ts'

const id = (kind: string, value: string, isVerified = true, isShared = false): Known => ({
  ...{ kind, value, isVerified, isShared },
})

test('two customer numbers are a wall for all, two proved addresses of a kind one that a lead can pass', () => {
  expect(wallBetween([id('external', '17')], [id('external', '18')])).toBe('two-customer-numbers')
  expect(wallBetween([id('external', '17')], [id('external', '17')])).toBeNull()
  expect(wallBetween([id('external', '17')], [id('external', '18', false)])).toBeNull()
  expect(wallBetween([id('email', 'a@x.example')], [id('email', 'b@x.example')])).toBe('two-proved-addresses')
  expect(wallBetween([id('email', 'a@x.example')], [id('phone', '+4930123')])).toBeNull()
  expect(wallBetween([id('email', 'a@x.example')], [id('email', 'b@x.example', false)])).toBeNull()
})

test('it stands on both sides alike, and more known never takes one away', () => {
  const known = fc.array(
    fc.record({
      kind: fc.constantFrom('email', 'phone', 'handle', 'external'),
      value: fc.constantFrom('a', 'b', 'c'),
      isVerified: fc.boolean(),
      isShared: fc.constant(false),
    }),
    { maxLength: 5 },
  )
  const height = (one: readonly Known[], other: readonly Known[]): number =>
    [null, 'two-proved-addresses', 'two-customer-numbers'].indexOf(wallBetween(one, other))
  fc.assert(
    fc.property(known, known, known, (one, other, more) => {
      expect(height(one, other)).toBe(height(other, one))
      expect(height([...one, ...more], other)).toBeGreaterThanOrEqual(height(one, other))
    }),
  )
})

test('whoever has only addresses of several people is no single person', () => {
  const [office, family] = [id('email', 'info@x.example', false, true), id('phone', '+4930123', false, true)]
  expect(wallBetween([office], [id('email', 'a@x.example')])).toBe('address-of-several')
  expect(wallBetween([id('email', 'a@x.example')], [office, family])).toBe('address-of-several')
  expect(wallBetween([office, id('email', 'a@x.example')], [id('phone', '+4930124')])).toBeNull()
  expect(wallBetween([office, id('external', '17')], [id('external', '18')])).toBe('two-customer-numbers')
  expect(wallBetween([], [id('email', 'a@x.example')])).toBeNull()
})

test('to say that several people write from an address never takes a wall down', () => {
  const mayPass = (one: readonly Known[], other: readonly Known[]): number =>
    ({
      none: 0,
      'address-of-several': 1,
      'two-proved-addresses': 1,
      'two-customer-numbers': 2,
      'writes-for-the-other': 2,
    })[wallBetween(one, other) ?? 'none']
  const known = fc.array(
    fc.record({
      kind: fc.constantFrom('email', 'phone', 'handle', 'external'),
      value: fc.constantFrom('a', 'b', 'c'),
      isVerified: fc.boolean(),
      isShared: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(known, known, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (one, other, marks) => {
      const marked = one.map((each, at) => ({ ...each, isShared: each.isShared || marks[at] === true }))
      expect(mayPass(marked, other)).toBeGreaterThanOrEqual(mayPass(one, other))
    }),
  )
})
