// How a promise ends, and that it ends once.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinds, openPromise } from '../../../tests/oracles/promises.ts'
import { release, reopen, settle } from './promise.rules.ts'

const made = new Date('2025-06-03T09:00Z')
const due = new Date('2025-06-04T09:00Z')
const after = new Date(due.getTime() + 1)
const promise = openPromise('first-answer', made, due)

test('a promise fulfilled up to its due time is kept, one a millisecond later is broken', () => {
  expect(settle(promise, due)).toEqual({ ...promise, status: 'kept', settledAt: due })
  expect(settle(promise, after)).toEqual({ ...promise, status: 'broken', settledAt: after })
})

test('the due time that counts is the one moved by pauses', () => {
  expect(settle({ ...promise, dueAt: after }, after).status).toBe('kept')
})

test('the customer may let us off an open promise, not off a broken one', () => {
  expect(release(promise, due).status).toBe('released')
  expect(release(promise, after).status).toBe('broken')
  expect(release(settle(promise, after), after).status).toBe('broken')
})

test('a promise kept by an answer that bounced runs again, as due as before; no other does', () => {
  expect(reopen(settle(promise, due))).toEqual(promise)
  for (const other of [settle(promise, after), release(promise, made), promise]) expect(reopen(other)).toBe(other)
})

test('a settled promise never changes again', () => {
  const moment = fc.integer({ min: -3000, max: 3000 }).map((minutes) => new Date(due.getTime() + minutes * 60_000))
  const end = fc.constantFrom(settle, release)
  const ends = fc.array(fc.tuple(end, moment), { maxLength: 5 })
  fc.assert(
    fc.property(fc.constantFrom(...kinds), end, moment, ends, (kind, first, at, rest) => {
      const settled = first(openPromise(kind, made, due), at)
      expect(settled.status).not.toBe('open')
      expect(rest.reduce((now, [again, later]) => again(now, later), settled)).toEqual(settled)
    }),
  )
})
