// Offsets and their changes, read from Intl and kept.
import { expect, test } from 'vitest'
import { isKnownZone, stretchAt } from './zone.ts'

const hour = 3_600_000
const at = (text: string) => Date.parse(text)

test('an offset lasts until the second the clocks change', () => {
  const winter = stretchAt('Europe/Berlin', at('2025-03-30T00:59:59.999Z'))
  const summer = stretchAt('Europe/Berlin', at('2025-03-30T01:00Z'))
  expect([winter.offset, winter.until]).toEqual([hour, at('2025-03-30T01:00Z')])
  expect([summer.offset, summer.from]).toEqual([2 * hour, at('2025-03-30T01:00Z')])
})

test('odd offsets are exact', () => {
  expect(stretchAt('Asia/Kathmandu', at('2025-01-01')).offset).toBe(5.75 * hour)
  expect(stretchAt('America/St_Johns', at('2025-01-01')).offset).toBe(-3.5 * hour)
  expect(
    stretchAt('Australia/Lord_Howe', at('2025-01-01')).offset -
      stretchAt('Australia/Lord_Howe', at('2025-07-01')).offset,
  ).toBe(hour / 2)
  expect(stretchAt('Africa/Monrovia', at('1971-01-01')).offset).toBe(-2_670_000)
  expect(stretchAt('UTC', at('9999-12-31')).offset).toBe(0)
})

test('stretches follow each other without gap or overlap, over a date a zone skipped and the shortest summer on record', () => {
  for (const [zone, from, to] of [
    ['Pacific/Apia', '2011-01-01', '2013-01-01'],
    ['America/Recife', '2000-06-01', '2001-06-01'],
  ] as const) {
    // prettier-ignore
    for (let now = at(from); now < at(to); ) {
      const stretch = stretchAt(zone, now)
      expect(stretch.from <= now && now < stretch.until).toBe(true)
      expect(stretchAt(zone, stretch.until).from).toBe(stretch.until)
      now = stretch.until
    }
  }
  expect(
    stretchAt('Pacific/Apia', at('2011-12-30T10:00Z')).offset -
      stretchAt('Pacific/Apia', at('2011-12-30T09:59Z')).offset,
  ).toBe(24 * hour)
  expect(
    ['2000-10-07', '2000-10-10', '2000-10-20'].map((day) => stretchAt('America/Recife', at(day)).offset / hour),
  ).toEqual([-3, -2, -3])
})

test('names that are no zones are refused, and so are dates beyond reason', () => {
  for (const name of ['Mars/Olympus', '', '+02:00', 'Europe/Berlin\n', 'x'.repeat(100_000), null, 7, ['UTC']])
    expect(isKnownZone(name)).toBe(false)
  expect(isKnownZone('America/Argentina/Buenos_Aires')).toBe(true)
  for (const time of [NaN, Infinity, at('1899-12-31'), 8.64e15])
    expect(() => stretchAt('UTC', time)).toThrow('outside the years')
})
