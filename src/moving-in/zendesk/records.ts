// The records of an export as text, one after the other, however large its file: one JSON object a line, or a list of them.
import type { Row } from '../csv/import.ts'
import { textOf } from '../csv/read-table.ts'

/** `lines`: an object a line. `list`: objects in a list, alone or under the name `tickets` or `users`. */
export type Layout = 'lines' | 'list'

const named = /^\s*\{\s*"(?:tickets|users)"\s*:\s*\[/

/** By the first characters of a file; null where it is no export. */
export function layoutOf(head: string): Layout | null {
  const first = head.trimStart()[0]
  if (first === '[' || named.test(head)) return 'list'
  return first === '{' ? 'lines' : null
}

/** A record is not gathered for ever. One that is longer is an empty one, which nobody can read. */
const longest = 5_000_000

/** `line` is the line of the file, or in a list the place of the record, from 1. */
export async function* recordsOf(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, layout }: { readonly encoding: string; readonly layout: Layout },
): AsyncGenerator<Row> {
  const next = layout === 'lines' ? lineReader() : listReader()
  for await (const text of textOf(bytes, encoding)) yield* next(text)
  yield* next('\n', true)
}

type Reader = (text: string, isEnd?: boolean) => Generator<Row>

/** What is gathered of one record. */
function gathering() {
  let parts: string[] = []
  let length = 0
  return {
    add: (text: string): void => {
      length += text.length
      if (length > longest) parts = []
      else if (text !== '') parts.push(text)
    },
    isEmpty: (): boolean => length === 0,
    take: (): string => {
      const text = length > longest ? '' : parts.join('')
      parts = []
      length = 0
      return text
    },
  }
}

function lineReader(): Reader {
  const record = gathering()
  let line = 0
  return function* (text) {
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      record.add(text.slice(from, end))
      from = end + 1
      line += 1
      const isBlank = record.isEmpty()
      const whole = record.take()
      if (!isBlank && (whole === '' || whole.trim() !== '')) yield { line, cells: [whole] }
    }
    record.add(text.slice(from))
  }
}

function listReader(): Reader {
  const record = gathering()
  let [place, depth] = [0, 0]
  let [isIn, isString, isEscaped, isOver] = [false, false, false, false]
  return function* (text, isEnd = false) {
    let from = 0
    for (let at = 0; at < text.length && !isOver; at++) {
      const sign = text[at]
      if (isString) {
        if (isEscaped) isEscaped = false
        else if (sign === '\\') isEscaped = true
        else if (sign === '"') isString = false
      } else if (sign === '"') isString = true
      else if (!isIn) isIn = sign === '['
      else if (sign === '{' || sign === '[') {
        if (depth === 0) from = at
        depth += 1
      } else if (sign === '}' || sign === ']') {
        depth -= 1
        if (depth < 0) isOver = true
        else if (depth === 0) {
          record.add(text.slice(from, at + 1))
          yield { line: ++place, cells: [record.take()] }
        }
      }
    }
    if (depth > 0) record.add(text.slice(from))
    // A file that was cut off ends in half a record, which is named like any other that cannot be read.
    if (isEnd && depth > 0) yield { line: ++place, cells: [record.take()] }
  }
}
