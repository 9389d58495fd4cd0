// What was brought along: its part of erasing, exporting and forgetting.
import type { TablePrivacy } from '../platform/privacy/privacy.ts'
import { forgetSourceOf, sourceRows } from './source-record.sql.ts'

export const movingInPrivacy: readonly TablePrivacy[] = [
  {
    table: 'source_record',
    erase: (ctx, customerId) => forgetSourceOf(ctx.db, customerId),
    exportRows: (ctx, customerId) => sourceRows(ctx.db, customerId),
    retention: 'kept',
  },
]
