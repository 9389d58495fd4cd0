// One row of a table as lines of the history, or the reason why it cannot be. The reason never repeats what stands in a cell.
import { customerLine, orderLine, referralLine, refundLine } from '../history.schema.ts'
import { fieldsOf } from './fields.rules.ts'
import { kept, openRow, type OpenRow, type Reading, type RowRead, Unreadable, whose } from './open-row.ts'
import { complaintOf } from './read-complaint.ts'
import { readRecord } from '../zendesk/read-record.ts'

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

export function readRow(reading: Reading, cells: readonly string[]): RowRead {
  if (reading.form.layout !== undefined) return readRecord(reading.kind, cells[0] ?? '')
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
      case 'complaint':
        return complaintOf(row)
    }
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message }
    throw error
  }
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
  const { customer, aside } = whose(row, at)
  const item = row.text('item')
  const quantity = Number(row.text('quantity') || '1')
  const line = kept(orderLine, {
    ...{ kind: 'order', id: row.text('id'), customer, at, amount: row.amount('amount') },
    currency: (row.text('currency') || (plan.currency ?? '')).toUpperCase(),
    items: item === '' ? [] : [{ name: item, quantity: Number.isSafeInteger(quantity) ? quantity : 0 }],
  })
  return { line, aside }
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
