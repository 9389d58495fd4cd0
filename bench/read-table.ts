// Reads a table for a bench: CSV or, by its name, TSV; packed by gzip or not. As RFC 4180 has it: quoted fields may hold separators, quotes and lines.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The rows as records by the names in the first line. @throws where a column that is asked for is not there */
export function readTable(path: string, columns: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const packed = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(packed) : packed).toString('utf8').replace(/^\uFEFF/, '')
  const [head = [], ...rows] = rowsOf(text, /\.tsv(\.gz)?$/.test(path) ? '\t' : ',')
  const missing = columns.find((name) => !head.includes(name))
  if (missing !== undefined) throw new Error(`${path} has no column ${missing}; it has ${head.join(', ')}`)
  const places = columns.map((name) => [name, head.indexOf(name)] as const)
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(places.map(([name, at]) => [name, row[at] ?? ''])))
}

function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  const endField = (): void => {
    row.push(field)
    field = ''
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (isQuoted) {
      if (letter !== '"') field += letter
      else if (text[i + 1] === '"') field += text.charAt(i++)
      else isQuoted = false
    } else if (letter === '"' && field === '') isQuoted = true
    else if (letter === separator) endField()
    else if (letter === '\n') {
      endField()
      rows.push(row)
      row = []
    } else if (letter !== '\r') field += letter
  }
  if (field !== '' || row.length > 0) {
    endField()
    rows.push(row)
  }
  return rows
}
