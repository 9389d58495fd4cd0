// Dates as tables have them. Where a whole column can be read in two ways, nothing is guessed: somebody is asked.
import { stretchAt } from '../../shared/zone.ts'

export type DateOrder = 'day-first' | 'month-first'

interface Written {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: readonly [hour: number, minute: number, second: number]
  /** Minutes east of UTC; null where the text says none. */
  readonly offset: number | null
}

const clockPart = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([AaPp])\.?[Mm]\.?)?)?`
const zonePart = String.raw`(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?`
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clockPart}${zonePart}$`)
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clockPart}${zonePart}$`)
const longest = 60

/** Whether the text is a date, and in which orders it can be one. Points are written by people who put the day first. */
export function ordersOf(text: string): { readonly isDate: boolean; readonly orders: readonly DateOrder[] | 'any' } {
  const cell = text.trim()
  if (cell.length > longest) return { isDate: false, orders: [] }
  if (yearFirst.test(cell)) return { isDate: written(cell, 'day-first') !== null, orders: 'any' }
  const isPointed = yearLast.exec(cell)?.[2] === '.'
  const orders = (['day-first', 'month-first'] as const).filter(
    (order) => written(cell, order) !== null && !(isPointed && order === 'month-first'),
  )
  const [first, second] = orders
  // 5/5/2025 is the fifth of May either way.
  const isSame = first !== undefined && second !== undefined && isSameDay(written(cell, first), written(cell, second))
  return { isDate: orders.length > 0, orders: isSame ? 'any' : orders }
}

const isSameDay = (one: Written | null, other: Written | null): boolean =>
  one?.month === other?.month && one?.day === other?.day

/** What a column of dates says of its order: one of them, both (`ask`), or nothing that needs one (`any`). */
export function orderOfColumn(seen: { readonly dayOnly: number; readonly monthOnly: number; readonly both: number }) {
  if (seen.dayOnly > 0 && seen.monthOnly === 0) return 'day-first'
  if (seen.monthOnly > 0 && seen.dayOnly === 0) return 'month-first'
  return seen.dayOnly + seen.monthOnly + seen.both > 0 ? 'ask' : 'any'
}

/**
 * The instant, in ISO 8601 and UTC; null for what is none. A time without a zone is of the wall clock of `timeZone`; a day alone begins there.
 * Years of two digits are of 1970 to 2069.
 */
export function readDate(text: string, order: DateOrder, timeZone: string): string | null {
  const read = written(text.trim(), order)
  if (!read) return null
  const [hour, minute, second] = read.clock
  const local = Date.UTC(read.year, read.month - 1, read.day, hour, minute, second)
  if (read.offset !== null) return new Date(local - read.offset * 60_000).toISOString()
  const guess = local - stretchAt(timeZone, local).offset
  return new Date(local - stretchAt(timeZone, guess).offset).toISOString()
}

function written(cell: string, order: DateOrder): Written | null {
  if (cell.length > longest) return null
  const [first, last] = [yearFirst.exec(cell), yearLast.exec(cell)]
  const match = first ?? last
  if (!match) return null
  const [, a = '', , b = '', c = '', hour, minute, second, half, zone] = match
  const [year, month, day] = first ? [a, b, c] : order === 'day-first' ? [c, b, a] : [c, a, b]
  const clock = clockOf(hour, minute, second, half)
  const date = { year: fullYear(year), month: Number(month), day: Number(day) }
  return clock && isDay(date) ? { ...date, clock, offset: offsetOf(zone) } : null
}

const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900)

function isDay({ year, month, day }: Pick<Written, 'year' | 'month' | 'day'>): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1970 && year < 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function clockOf(hour = '0', minute = '0', second = '0', half?: string): Written['clock'] | null {
  const said = Number(hour)
  if (half !== undefined && (said < 1 || said > 12)) return null
  const hours = half === undefined ? said : (said % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return hours < 24 && Number(minute) < 60 && Number(second) < 60 ? [hours, Number(minute), Number(second)] : null
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}
