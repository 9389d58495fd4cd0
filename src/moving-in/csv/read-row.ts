// One row of a table as lines of the history, or the reason why it cannot be. The reason never repeats what stands in a cell.
import type { z } from 'zod'
import { storableText } from '../../hear/channels/mail/storable-text.ts'
import { customerLine, type HistoryLine, orderLine, referralLine, refundLine } from '../history.schema.ts'
import { type DecimalMark, readAmount } from './amounts.rules.ts'
import { type DateOrder, readDate } from './dates.rules.ts'
import { type FieldName, fieldsOf, type ImportKind } from './fields.rules.ts'
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
  /** `aside`: people whom an order names by their address; nothing of theirs is changed by it. */
  { readonly line: HistoryLine; readonly aside: readonly HistoryLine[] } | { readonly why: string }

/** What has to be answered before anything is read: the columns of dates, and of amounts, that can be read in two ways. */
export function questionsOf({ kind, plan, form }: Pick<Reading, 'kind' | 'plan' | 'form'>) {
  const used = fieldsOf(kind).flatMap((field) => {
    const column = form.columns[plan.mapping[field.name] ?? -1]
    return column ? [{ is: field.is, column }] : []
  })
  const needsCurrency = kind === 'order' && plan.mapping.currency === undefined && plan.currency === null
  return {
    dateOrder: used.some(({ is, column }) => is === 'date' && column.dates === 'ask') && plan.dateOrder === null,
    decimalMark: used.some(({ is, column }) => is === 'amount' && column.mark === 'ask') && plan.decimalMark === null,
    currency: needsCurrency,
  }
}

class Unreadable extends Error {}

export function readRow(reading: Reading, cells: readonly string[]): RowRead {
  try {
    const row = openRow(reading, cells)
    switch (reading.kind) {
      case 'customer':
        return { line: kept(customerLine, customerOf(row, reading)), aside: [] }
      case 'order':
        return orderOf(row, reading)
      case 'refund':
        return { line: kept(refundLine, refundOf(row)), aside: [] }
      case 'referral':
        return { line: kept(referralLine, referralOf(row)), aside: [] }
    }
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message }
    throw error
  }
}

interface OpenRow {
  text(name: FieldName): string
  date(name: FieldName): string | null
  amount(name: FieldName): string
}

function openRow({ plan, form, timeZone }: Reading, cells: readonly string[]): OpenRow {
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

function kept<Shape extends z.ZodType>(shape: Shape, value: object): z.output<Shape> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const [first] = read.error.issues
  const place = String(first?.path[0] ?? 'row')
  throw new Unreadable(
    `The ${place === 'emails' ? 'email' : place} is missing, too long, or of a kind that cannot be kept.`,
  )
}

function customerOf(row: OpenRow, { now }: Reading): object {
  const [email, phone] = [row.text('email'), row.text('phone')]
  return {
    ...{ kind: 'customer', id: row.text('id'), name: row.text('name') },
    ...{ emails: email === '' ? [] : [email], phones: phone === '' ? [] : [phone] },
    language: /^[a-z]{2}(?=$|[-_])/i.exec(row.text('language'))?.[0].toLowerCase() ?? null,
    since: row.date('since') ?? now,
  }
}

function orderOf(row: OpenRow, { plan }: Reading): RowRead {
  const at = row.date('at')
  if (at === null) throw new Unreadable('The date is missing.')
  const [number, email, item] = [row.text('customer'), row.text('email').toLowerCase(), row.text('item')]
  if (number === '' && email === '') throw new Unreadable('It says neither the number nor the address of a customer.')
  const customer = number === '' ? `mail:${email}` : number
  const quantity = Number(row.text('quantity') || '1')
  const line = kept(orderLine, {
    ...{ kind: 'order', id: row.text('id'), customer, at, amount: row.amount('amount') },
    currency: (row.text('currency') || (plan.currency ?? '')).toUpperCase(),
    items: item === '' ? [] : [{ name: item, quantity: Number.isSafeInteger(quantity) ? quantity : 0 }],
  })
  if (number !== '') return { line, aside: [] }
  const person = { kind: 'customer', id: customer, name: '', emails: [email], phones: [], language: null, since: at }
  return { line, aside: [kept(customerLine, person)] }
}

function refundOf(row: OpenRow): object {
  const at = row.date('at')
  if (at === null) throw new Unreadable('The date is missing.')
  const said = { kind: 'refund', id: row.text('id'), order: row.text('order'), at }
  return { ...said, amount: row.amount('amount'), reason: row.text('reason') }
}

function referralOf(row: OpenRow): object {
  const at = row.date('at')
  if (at === null) throw new Unreadable('The date is missing.')
  const said = { kind: 'referral', id: row.text('id'), from: row.text('from'), to: row.text('to'), at }
  return { ...said, how: row.text('how') }
}
