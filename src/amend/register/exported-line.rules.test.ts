// Times of an export: the wall clock of the company with its offset, and always the same instant.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zonedDate, zonedTime } from './exported-line.rules.ts'

test.each([
  ['2026-11-17T11:00:00Z', 'Europe/Berlin', '2026-11-17T12:00:00.000+01:00'],
  ['2026-07-17T11:00:00.250Z', 'Europe/Berlin', '2026-07-17T13:00:00.250+02:00'],
  ['2026-11-17T03:00:00Z', 'America/St_Johns', '2026-11-16T23:30:00.000-03:30'],
  ['2026-11-17T23:00:00Z', 'Asia/Kathmandu', '2026-11-18T04:45:00.000+05:45'],
  ['2026-11-17T23:00:00Z', 'UTC', '2026-11-17T23:00:00.000+00:00'],
])('%s is %s as %s', (at, zone, written) => {
  expect(zonedTime(new Date(at), zone)).toBe(written)
  expect(zonedDate(new Date(at), zone)).toBe(written.slice(0, 10))
})

test('whatever the zone, the time written is the instant that was meant', () => {
  const at = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  const zone = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Africa/Monrovia', 'Pacific/Apia')
  fc.assert(
    fc.property(at, zone, (instant, where) => {
      expect(new Date(zonedTime(instant, where))).toEqual(instant)
    }),
    { numRuns: 1000, seed: 20261117 },
  )
})
