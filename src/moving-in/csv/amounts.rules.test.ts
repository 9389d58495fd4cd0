// Amounts as tables of several countries write them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markOfColumn, marksOf, readAmount } from './amounts.rules.ts'

test.each([
  ['12.50', '.', '12.50'],
  ['12,50', ',', '12.50'],
  ['1.234,5', ',', '1234.50'],
  ['1,234.5678', '.', '1234.5678'],
  ["1'234.50", '.', '1234.50'],
  ['€ 1 234,00', ',', '1234.00'],
  ['12,50 EUR', ',', '12.50'],
  ['-3', '.', '-3'],
  ['007', '.', '7'],
  ['1.5000', '.', '1.50'],
] as const)('%s with %s is %s', (text, mark, amount) => {
  expect(readAmount(text, mark)).toBe(amount)
})

test.each(['', 'free', '=1+1', '1.2.3', '12,5,0', '--1', '1e5', '١٢', '$', '9'.repeat(50)])('%s is none', (text) => {
  expect([readAmount(text, '.'), readAmount(text, ',')]).toEqual([null, null])
})

test('what can be read either way says so', () => {
  expect([marksOf('1.234'), marksOf('12,50'), marksOf('12.50'), marksOf('12')]).toEqual([
    ['.', ','],
    [','],
    ['.'],
    'any',
  ])
  expect(markOfColumn({ point: 0, comma: 3, both: 9 })).toBe(',')
  expect(markOfColumn({ point: 2, comma: 0, both: 0 })).toBe('.')
  expect(markOfColumn({ point: 0, comma: 0, both: 1 })).toBe('ask')
  expect(markOfColumn({ point: 1, comma: 1, both: 0 })).toBe('ask')
  expect(markOfColumn({ point: 0, comma: 0, both: 0 })).toBe('any')
})

test('an amount written in any country is read as it was meant', () => {
  const cents = fc.bigInt({ min: 0n, max: 99_999_999_999n })
  fc.assert(
    fc.property(cents, fc.constantFrom('de-DE', 'en-GB', 'fr-FR', 'de-CH', 'es-ES', 'it-IT'), (sum, language) => {
      const value = `${String(sum / 100n)}.${String(sum % 100n).padStart(2, '0')}`
      const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2 })
      const written = format.format(value as unknown as number)
      const mark = format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
      expect(readAmount(written, mark)).toBe(value)
    }),
  )
})
