// Reads a whole table once, to know how it is written: what parts its cells, whether it begins with names, what its dates and amounts look like.
import { markOfColumn, marksOf } from './amounts.rules.ts'
import { orderOfColumn, ordersOf } from './dates.rules.ts'
import { delimiterOf } from './delimiter.rules.ts'
import type { Encoding } from './encoding.rules.ts'
import type { Column, Row, TableForm } from './import.ts'
import { rowsOf, textOf } from './read-table.ts'

const headLength = 65_536
const mostColumns = 200

/** @param bytes gives the file from its beginning, as often as it is asked */
export async function studyTable(bytes: () => AsyncIterable<Uint8Array>, encoding: Encoding): Promise<TableForm> {
  const delimiter = delimiterOf(await headOf(bytes(), encoding))
  const seen: Seen[] = []
  let first: Row | null = null
  let rows = 0
  for await (const row of rowsOf(bytes(), { encoding, delimiter })) {
    rows += 1
    if (first === null) {
      first = row
      continue
    }
    for (const [at, cell] of row.cells.slice(0, mostColumns).entries()) look((seen[at] ??= nothingSeen()), cell)
  }
  const hasHeader = first !== null && isHeader(first.cells)
  if (first !== null && !hasHeader)
    for (const [at, cell] of first.cells.slice(0, mostColumns).entries()) look((seen[at] ??= nothingSeen()), cell)
  const width = Math.min(mostColumns, Math.max(seen.length, first?.cells.length ?? 0))
  const columns = Array.from({ length: width }, (_, at): Column => {
    const header = hasHeader ? (first?.cells[at] ?? '').trim().slice(0, 100) : ''
    return { header: header === '' ? `Column ${String(at + 1)}` : header, ...said(seen[at] ?? nothingSeen()) }
  })
  return { encoding, delimiter, hasHeader, columns, rows: hasHeader ? rows - 1 : rows }
}

/** Its first characters. */
export async function headOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): Promise<string> {
  let head = ''
  for await (const text of textOf(bytes, encoding)) {
    head += text
    if (head.length >= headLength) break
  }
  return head.slice(0, headLength)
}

/** Names are all different, and none is a number, a date or an address. */
function isHeader(cells: readonly string[]): boolean {
  const named = cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '')
  if (named.length === 0 || new Set(named).size < named.length) return false
  return !named.some((cell) => cell.includes('@') || marksOf(cell).length > 0 || ordersOf(cell).isDate)
}

interface Seen {
  filled: number
  dates: number
  amounts: number
  readonly order: { dayOnly: number; monthOnly: number; both: number }
  readonly mark: { point: number; comma: number; both: number }
}

const nothingSeen = (): Seen => ({
  ...{ filled: 0, dates: 0, amounts: 0 },
  order: { dayOnly: 0, monthOnly: 0, both: 0 },
  mark: { point: 0, comma: 0, both: 0 },
})

function look(seen: Seen, cell: string): void {
  const text = cell.trim()
  if (text === '') return
  seen.filled += 1
  const { isDate, orders } = ordersOf(text)
  if (isDate) {
    seen.dates += 1
    if (orders !== 'any')
      seen.order[orders.length > 1 ? 'both' : orders[0] === 'day-first' ? 'dayOnly' : 'monthOnly'] += 1
  }
  const marks = marksOf(text)
  if (marks.length === 0) return
  seen.amounts += 1
  if (marks !== 'any') seen.mark[marks.length > 1 ? 'both' : marks[0] === '.' ? 'point' : 'comma'] += 1
}

/** A column is of dates, or of amounts, where half of what stands in it is. */
const said = ({ filled, dates, amounts, order, mark }: Seen): Pick<Column, 'dates' | 'mark'> => ({
  dates: dates > 0 && dates * 2 >= filled ? orderOfColumn(order) : null,
  mark: amounts > 0 && amounts * 2 >= filled ? markOfColumn(mark) : null,
})
