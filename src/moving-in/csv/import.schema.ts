// Shapes of requests and answers about tables that are brought along, shared with the pages.
import { z } from 'zod'
import { idOf } from '../../shared/wire.schema.ts'

const time = z.iso.datetime()
const count = z.int().min(0)
const kind = z.enum(['customer', 'order', 'refund', 'referral', 'complaint'])

export const importParams = z.object({ importId: idOf<'import'>() })
export const newImport = z.object({
  kind,
  source: z.string().trim().min(1).max(60).describe('The system that gave the rows their numbers.'),
})
export const madeImport = z.object({ importId: z.string() })

const fieldNames = [
  ...(['id', 'name', 'email', 'phone', 'language', 'since', 'customer', 'at', 'amount'] as const),
  ...(['currency', 'item', 'quantity', 'order', 'reason', 'from', 'to', 'how'] as const),
  ...(['subject', 'text', 'channel', 'status', 'closed', 'answer', 'satisfaction'] as const),
] as const
const mapping = z.partialRecord(z.enum(fieldNames), z.int().min(0).max(199))

export const plan = z.strictObject({
  mapping: mapping.describe('Field → its column, counted from 0.'),
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
  decimalMark: z.enum(['.', ',']).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
})

const problem = z.object({ why: z.string(), count, lines: z.array(z.int()).describe('The first hundred.') })

/** What a row is kept as. */
const kept = z.enum([
  ...(['id', 'name', 'emails', 'phones', 'language', 'since', 'customer', 'at', 'amount'] as const),
  ...(['currency', 'items', 'order', 'reason', 'from', 'to', 'how'] as const),
  ...(['channel', 'subject', 'text', 'said', 'endedAt', 'remarks'] as const),
])

export const preview = z.object({
  faults: z.array(z.string()),
  questions: z.object({ dateOrder: z.boolean(), decimalMark: z.boolean(), currency: z.boolean() }),
  rows: z.array(
    z.object({ line: z.int(), becomes: z.partialRecord(kept, z.string()).nullable(), why: z.string().nullable() }),
  ),
  good: count,
  problems: z.array(problem),
})

const state = z.enum(['waiting', 'running', 'done', 'forgotten', 'undoing', 'undone'])
const summary = z.object({
  ...{ importId: z.string(), kind, source: z.string(), fileName: z.string(), state },
  ...{ rows: count, place: count, taken: count, changed: count, known: count, refused: count },
  ...{ removed: count, restored: count, madeAt: time, endedAt: time.nullable(), undoneAt: time.nullable() },
})
export const importList = z.object({ imports: z.array(summary) })

export const seenImport = summary.extend({
  encoding: z.string(),
  delimiter: z.string(),
  isExport: z.boolean().describe('Whether it is an export of Zendesk, which has no columns.'),
  columns: z.array(z.object({ header: z.string(), barred: z.string().nullable(), samples: z.array(z.string()) })),
  fields: z.array(
    z.object({ name: z.enum(fieldNames), isNeeded: z.union([z.boolean(), z.enum(['one of', 'one of the ends'])]) }),
  ),
  plan: plan.describe('As it was chosen, or as it is proposed.'),
  problems: z.array(problem),
  kept: z.array(problem).describe('What could not be undone, and why.'),
})
