// One record of a Zendesk export as lines of the history, or the reason why it cannot be. The reason never repeats what stands in it.
import type { z } from 'zod'
import type { ImportKind } from '../csv/fields.rules.ts'
import { type RowRead, Unreadable } from '../csv/open-row.ts'
import { exactJson } from './exact-json.ts'
import { complaintOfTicket } from './read-ticket.ts'
import { personOf } from './read-user.ts'
import { ticketShape, userShape } from './zendesk.schema.ts'

/** What kind of record an export is made of, as far as one can tell by its first that can be read. */
export function kindOfRecord(text: string): 'customer' | 'complaint' | null {
  const record = exactJson(text)
  if (typeof record !== 'object' || record === null) return null
  if ('requester_id' in record || 'requester' in record || 'comments' in record) return 'complaint'
  return 'role' in record || 'email' in record ? 'customer' : null
}

export function readRecord(kind: ImportKind, text: string): RowRead {
  try {
    const record = exactJson(text)
    if (record === undefined) throw new Unreadable('It is no JSON, is cut off, or is longer than anybody reads.')
    return kind === 'customer' ? personOf(shaped(userShape, record)) : complaintOfTicket(shaped(ticketShape, record))
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message }
    throw error
  }
}

function shaped<Shape extends z.ZodType>(shape: Shape, record: unknown): z.output<Shape> {
  const read = shape.safeParse(record)
  if (read.success) return read.data
  const [place] = read.error.issues[0]?.path ?? []
  const names: readonly PropertyKey[] = Object.keys(ticketShape.shape).concat(Object.keys(userShape.shape))
  throw new Unreadable(
    place !== undefined && names.includes(place)
      ? `Its field "${String(place)}" is of a kind that Zendesk does not write.`
      : 'It is no record of Zendesk.',
  )
}
