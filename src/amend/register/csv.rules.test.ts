// Any words come out of a spreadsheet's file as they went in, and none of them as a formula.
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, withoutApostrophe } from '../../../tests/setup/read-csv.ts'
import { csvLine } from './csv.rules.ts'

const file = `${process.env['AMENDS_SHARED'] ?? '../shared'}/corpus/csv/formula-injection.json`
const sign = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' ',
  "'",
  '"',
  ',',
  ';',
  '|',
  '%',
  '\u200b',
  '＝',
  'a',
)
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(sign, { maxLength: 6 }).map((some) => some.join('')),
)

const seenBy = (cells: readonly string[]): readonly string[] => {
  const [line, ...more] = readCsv(csvLine(cells))
  expect(more).toEqual([])
  return line ?? []
}

test('whatever stands in the cells of a line stands there when it is read, one apostrophe aside', () => {
  const cells = fc.array(words, { minLength: 2, maxLength: 5 })
  const isSo = (some: readonly string[]) => {
    expect(seenBy(some).map(withoutApostrophe)).toEqual(some)
  }
  fc.assert(fc.property(cells, isSo), { numRuns: 3000, seed: 20261117 })
})

test('no cell begins like a formula, whatever a program passes over before it looks', () => {
  const isText = (text: string) => {
    const [seen = ''] = seenBy([text, ''])
    expect(seen).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/)
  }
  fc.assert(fc.property(words, isText), { numRuns: 3000, seed: 20261117 })
})

test.each([
  ['=1+1', `'=1+1`],
  [`=cmd|'/C calc'!A0`, `'=cmd|'/C calc'!A0`],
  ['+49 30 123456', `'+49 30 123456`],
  ['-- signed', `'-- signed`],
  ['@handle', `'@handle`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ['a "b", c', '"a ""b"", c"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['plain', 'plain'],
  ['1e5', '1e5'],
  ["'", "'"],
  ['', ''],
])('%j is written %j', (text, written) => {
  expect(csvLine([text, null, false])).toBe(`${written},,false\r\n`)
})

describe.skipIf(!existsSync(file))('cells that were attacks elsewhere (needs the corpus in $AMENDS_SHARED)', () => {
  test('each is text, and is read as it was', () => {
    const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly { value: string; expect: string }[]
    expect(cases.length).toBeGreaterThan(90)
    for (const { value, expect: wanted } of cases) {
      const [seen = ''] = seenBy([value, 'x'])
      expect(withoutApostrophe(seen)).toBe(value)
      if (wanted.startsWith('cell must be text')) expect(seen).toBe(`'${value}`)
    }
  })
})
