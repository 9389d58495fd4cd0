// An event is heard soon, a wave of events now and then, and none is lost.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRenewer } from './renewer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('after quiet an event is heard within a quarter of a second, each question once', () => {
  const asked: string[] = []
  const renew = createRenewer((key) => asked.push(key))
  renew(['desk', 'case'])
  renew(['desk'])
  expect(asked).toEqual([])
  vi.advanceTimersByTime(250)
  expect(asked).toEqual(['desk', 'case'])
})

test('a wave of ten seconds is asked after a handful of times, and its last event as well', () => {
  const asked: string[] = []
  const renew = createRenewer((key) => asked.push(key))
  for (let ms = 0; ms < 10_000; ms += 20) {
    renew(['desk'])
    vi.advanceTimersByTime(20)
  }
  expect(asked.length).toBe(5)
  renew(['staff'])
  vi.advanceTimersByTime(2000)
  expect(asked.at(-1)).toBe('staff')
  vi.advanceTimersByTime(10_000)
  renew(['desk'])
  vi.advanceTimersByTime(250)
  expect(asked.at(-1)).toBe('desk')
})
