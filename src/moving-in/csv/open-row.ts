// The cells of a row by the fields they fill, and whom the row is about.
import type { z } from 'zod'
import { storableText } from '../../hear/channels/mail/storable-text.ts'
import { customerLine, type HistoryLine } from '../history.schema.ts'
import { type DecimalMark, readAmount } from './amounts.rules.ts'
import { type DateOrder, readDate } from './dates.rules.ts'
import type { FieldName, ImportKind } from './fields.rules.ts'
import type { Plan, TableForm } from './import.ts'

/** What a row is read by. */
export interface Reading {
  readonly kind: ImportKind
  readonly plan: Plan
  readonly form: TableForm
  readonly timeZone: string
  /** What stands for a date that is not given. */
  readonly now: string
}

export type RowRead =
  /** `aside`: people whom an order or a complaint names by their address; nothing of theirs is changed by it. */
  { readonly line: HistoryLine; readonly aside: readonly HistoryLine[] } | { readonly why: string }

/** The reason, in a sentence that repeats nothing of the row. */
export class Unreadable extends Error {}

export interface OpenRow {
  text(name: FieldName): string
  date(name: FieldName): string | null
  amount(name: FieldName): string
}

export function openRow({ plan, form, timeZone }: Reading, cells: readonly string[]): OpenRow {
  const placeOf = (name: FieldName): number => plan.mapping[name] ?? -1
  const text = (name: FieldName): string => storableText(cells[placeOf(name)] ?? '').trim()
  const columnOf = (name: FieldName) => form.columns[placeOf(name)]
  return {
    text,
    date: (name) => {
      const cell = text(name)
      if (cell === '') return null
      const read = readDate(cell, orderFor(columnOf(name)?.dates, plan.dateOrder), timeZone)
      if (read === null) throw new Unreadable('The date cannot be read.')
      return read
    },
    amount: (name) => {
      const cell = text(name)
      if (cell === '') throw new Unreadable('The amount is missing.')
      const read = readAmount(cell, markFor(columnOf(name)?.mark, plan.decimalMark))
      if (read === null) throw new Unreadable('The amount cannot be read.')
      if (read.startsWith('-')) throw new Unreadable('The amount is below zero. What was given back is a refund.')
      return read
    },
  }
}

const orderFor = (column: DateOrder | 'any' | 'ask' | null | undefined, answer: DateOrder | null): DateOrder =>
  column === 'day-first' || column === 'month-first' ? column : (answer ?? 'day-first')
const markFor = (column: DecimalMark | 'any' | 'ask' | null | undefined, answer: DecimalMark | null): DecimalMark =>
  column === '.' || column === ',' ? column : (answer ?? '.')

export function kept<Shape extends z.ZodType>(shape: Shape, value: object): z.output<Shape> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const [first] = read.error.issues
  const place = String(first?.path[0] ?? 'row')
  throw new Unreadable(
    `The ${place === 'emails' ? 'email' : place} is missing, too long, or of a kind that cannot be kept.`,
  )
}

/** The customer by their number, else by their address, as who they then come along.
 * @throws Unreadable for neither */
export function whose(row: OpenRow, at: string): { readonly customer: string; readonly aside: readonly HistoryLine[] } {
  const [number, email] = [row.text('customer'), row.text('email').toLowerCase()]
  if (number === '' && email === '') throw new Unreadable('It says neither the number nor the address of a customer.')
  if (number !== '') return { customer: number, aside: [] }
  const customer = `mail:${email}`
  const person = { kind: 'customer', id: customer, name: row.text('name'), emails: [email], phones: [], language: null }
  return { customer, aside: [kept(customerLine, { ...person, since: at })] }
}
