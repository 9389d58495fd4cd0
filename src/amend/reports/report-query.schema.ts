// What a report is asked with, as it stands in an address. In a file of its own: the pages read addresses before they show anything.
import { z } from 'zod'
import { caseKind, channelKind } from '../cases/case.schema.ts'

/** Days that are asked for by their number, until today. */
export const lastDays = [7, 30, 90, 365] as const
export const usualDays = 30

/** The last so many days, or own ones from and to (both included); the kind and channel that every figure is about. */
export const reportQuery = z.strictObject({
  last: z.coerce.number().pipe(z.literal(lastDays)).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  kind: caseKind.optional(),
  channel: channelKind.optional(),
})

export type ReportQuery = z.output<typeof reportQuery>
