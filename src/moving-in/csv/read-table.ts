// A table as rows, one after the other, however large its file. Values stay text: nothing in a cell is evaluated.
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { TableForm, Row } from './import.ts'

/** A cell of a quote that never ends is not gathered for ever. */
const longestRow = 1_000_000

/** The characters of a file in pieces of bytes. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield text
  }
  yield decoder.decode()
}

/** Every line with something in it, the header too.
 * @throws Error of csv-parse where a row is longer than a million characters, or a quote never ends */
export async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: Pick<TableForm, 'encoding' | 'delimiter'>,
): AsyncGenerator<Row> {
  const parser = parse({
    ...{ delimiter, record_delimiter: ['\r\n', '\n', '\r'], info: true, max_record_size: longestRow },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  })
  const text = Readable.from(textOf(bytes, encoding))
  text.once('error', (error) => parser.destroy(error))
  text.pipe(parser)
  try {
    let doubled = 0
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // The parser counts the two signs of a line end inside a cell as two.
      for (const cell of record) if (cell.includes('\r\n')) doubled += cell.split('\r\n').length - 1
      if (record.some((cell) => cell.trim() !== '')) yield { line: info.lines - doubled, cells: record }
    }
  } finally {
    text.destroy()
  }
}
