// Tables as other programs write them, read with nothing said about them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Delimiter } from './delimiter.rules.ts'
import { watchEncoding } from './encoding.rules.ts'
import type { Row, TableForm } from './import.ts'
import { rowsOf } from './read-table.ts'
import { studyTable } from './study-table.ts'

/** In pieces of a few bytes, so that characters and line ends are cut in two. */
async function* pieces(bytes: Buffer, size = 3): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function read(bytes: Buffer): Promise<{ form: TableForm; rows: readonly Row[] }> {
  const watch = watchEncoding()
  for await (const piece of pieces(bytes)) watch.see(piece)
  const form = await studyTable(() => pieces(bytes), watch.answer())
  const rows: Row[] = []
  for await (const row of rowsOf(pieces(bytes, 997), form)) rows.push(row)
  return { form, rows }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const text = 'Número;Größe;Prix\n1;Straße;"12,50 €"\n2;"a;b";7,00'
const asUtf16be = (words: string): Buffer => Buffer.from(words, 'utf16le').swap16()

test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8', Buffer.from(`\ufeff${text}`)],
  ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16be', asUtf16be(`\ufeff${text}`)],
  ['utf-16le', Buffer.from(text, 'utf16le')],
  ['utf-16be', asUtf16be(text)],
  ['windows-1252', Buffer.from(text.replace('€', '\x80'), 'latin1')],
])('%s is told from its bytes', async (encoding, bytes) => {
  const { form, rows } = await read(bytes)
  expect(form).toMatchObject({ encoding, delimiter: ';', hasHeader: true, rows: 2 })
  expect(form.columns.map(({ header }) => header)).toEqual(['Número', 'Größe', 'Prix'])
  expect(rows.map(({ cells }) => cells)[1]).toEqual(['1', 'Straße', '12,50 €'])
  expect(form.columns[2]?.mark).toBe(',')
})

test('a table without names is told from one with them', async () => {
  const { form } = await read(Buffer.from('1,2025-01-01,5.00\n2,2025-01-02,6.00'))
  expect(form).toMatchObject({ hasHeader: false, rows: 2 })
  expect(form.columns.map(({ header }) => header)).toEqual(['Column 1', 'Column 2', 'Column 3'])
})

test('lines are counted as an editor shows them, over cells of several lines and empty lines', async () => {
  const { rows } = await read(Buffer.from('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\r\n'))
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'a'],
    [3, '1'],
    [5, '2'],
  ])
})

test('whatever stands in the cells, and whatever parts them, comes as it was written', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => one === one.trim() && !one.includes('\r'))
  const sign = fc.constantFrom<Delimiter>(',', ';', '\t', '|')
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(table, sign, async (cells, delimiter) => {
      const kept = cells.filter((row) => row.some((one) => one.trim() !== ''))
      const lines = [['alpha', 'beta', 'gamma'], ...kept].map((row) => row.map(quoted).join(delimiter))
      const { form, rows } = await read(Buffer.from(lines.join('\n')))
      expect(form.delimiter).toBe(delimiter)
      expect(rows.slice(1).map((row) => row.cells)).toEqual(kept)
    }),
    { numRuns: 60 },
  )
})

const corpus = join(process.env['AMENDS_SHARED'] ?? '../shared', 'corpus/csv/formula-injection.json')
describe.skipIf(!existsSync(corpus))('the hostile values of the corpus (needs the corpus in $AMENDS_SHARED)', () => {
  test('each comes through a table as the text it is', async () => {
    const values = (JSON.parse(readFileSync(corpus, 'utf8')) as { value: string }[]).map(({ value }) => value)
    expect(values.length).toBeGreaterThan(100)
    const bytes = Buffer.from(['id,what', ...values.map((value, at) => `r${String(at)},${quoted(value)}`)].join('\r\n'))
    const { rows } = await read(bytes)
    expect(rows.slice(1).map(({ cells }) => cells[1])).toEqual(values)
  })
})
