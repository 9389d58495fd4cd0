// Reads a whole export once, to know how many records it has, and that they are of the kind that was said.
import { Refusal } from '../../shared/errors.ts'
import type { Encoding } from '../csv/encoding.rules.ts'
import type { ImportKind } from '../csv/fields.rules.ts'
import type { TableForm } from '../csv/import.ts'
import { kindOfRecord } from './read-record.ts'
import { type Layout, recordsOf } from './records.ts'

const lookedAt = 20

/** @throws Refusal('invalid') for records of another kind, or none */
export async function studyExport(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  layout: Layout,
  kind: ImportKind,
): Promise<TableForm> {
  let rows = 0
  let seen: ReturnType<typeof kindOfRecord> = null
  for await (const { cells } of recordsOf(bytes, { encoding, layout })) {
    rows += 1
    if (seen === null && rows <= lookedAt) seen = kindOfRecord(cells[0] ?? '')
  }
  if (seen === null)
    throw new Refusal('invalid', 'This is no export of Zendesk: there are neither tickets nor users in it.')
  if (kind !== seen) throw new Refusal('invalid', seen === 'customer' ? usersSay : ticketsSay)
  return { encoding, delimiter: ',', hasHeader: false, columns: [], rows, layout }
}

const usersSay = 'These are users of Zendesk. Choose "People" for them.'
const ticketsSay = 'These are tickets of Zendesk. Choose "Complaints" for them, and bring its users first.'
