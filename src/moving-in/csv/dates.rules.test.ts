// Dates as tables write them, and when they can be read in two ways.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderOfColumn, ordersOf, readDate } from './dates.rules.ts'

test.each([
  ['2025-03-04', 'day-first', '2025-03-03T23:00:00.000Z'],
  ['2025-07-04', 'day-first', '2025-07-03T22:00:00.000Z'],
  ['2025-03-04T10:00:00Z', 'day-first', '2025-03-04T10:00:00.000Z'],
  ['2025-03-04 10:00:00 +0200', 'day-first', '2025-03-04T08:00:00.000Z'],
  ['2025-03-04 10:00:00 UTC', 'month-first', '2025-03-04T10:00:00.000Z'],
  ['04.03.2025 14:30', 'day-first', '2025-03-04T13:30:00.000Z'],
  ['3/4/2025 2:30 PM', 'month-first', '2025-03-04T13:30:00.000Z'],
  ['12/31/99', 'month-first', '1999-12-30T23:00:00.000Z'],
  ['31-12-2023 12:05 am', 'day-first', '2023-12-30T23:05:00.000Z'],
] as const)('%s with %s is %s in Berlin', (text, order, instant) => {
  expect(readDate(text, order, 'Europe/Berlin')).toBe(instant)
})

test.each([
  '',
  'soon',
  '2025-02-30',
  '31.02.2025',
  '2025-13-01',
  '1/2/3/4',
  '24/12',
  '2025-01-01 25:00',
  '0001-01-01',
  '45123',
])('%s is no date', (text) => {
  expect(ordersOf(text).isDate).toBe(false)
  expect(readDate(text, 'day-first', 'UTC')).toBeNull()
})

test('only a day above twelve, or points, tell the order', () => {
  expect(ordersOf('03/04/2025').orders).toEqual(['day-first', 'month-first'])
  expect(ordersOf('13/04/2025').orders).toEqual(['day-first'])
  expect(ordersOf('04/13/2025').orders).toEqual(['month-first'])
  expect(ordersOf('03.04.2025').orders).toEqual(['day-first'])
  expect(ordersOf('04/04/2025').orders).toBe('any')
  expect(ordersOf('2025-03-04').orders).toBe('any')
  expect(orderOfColumn({ dayOnly: 1, monthOnly: 0, both: 99 })).toBe('day-first')
  expect(orderOfColumn({ dayOnly: 0, monthOnly: 0, both: 99 })).toBe('ask')
  expect(orderOfColumn({ dayOnly: 1, monthOnly: 1, both: 0 })).toBe('ask')
  expect(orderOfColumn({ dayOnly: 0, monthOnly: 0, both: 0 })).toBe('any')
})

test('a day is read as the same day in whatever order and with whatever signs it is written', () => {
  const day = fc.date({ min: new Date('1970-01-02'), max: new Date('2069-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom('-', '/', '.'), fc.boolean(), (at, sign, isShort) => {
      const [year = '', month = '', date = ''] = at.toISOString().slice(0, 10).split('-')
      const last = isShort ? year.slice(2) : year
      const midnight = `${year}-${month}-${date}T00:00:00.000Z`
      expect(readDate([date, month, last].join(sign), 'day-first', 'UTC')).toBe(midnight)
      expect(readDate([month, date, last].join(sign), 'month-first', 'UTC')).toBe(midnight)
      expect(readDate([year, month, date].join(sign), 'month-first', 'UTC')).toBe(midnight)
    }),
  )
})
