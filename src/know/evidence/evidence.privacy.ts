// Typed evidence's part of erasing, exporting and forgetting: a claim goes with its person; what was verified stays as a record without one.
import type { TablePrivacy } from '../../platform/privacy/privacy.ts'
import { evidenceRows, forgetEvidenceOf } from './evidence.sql.ts'

export const evidencePrivacy: readonly TablePrivacy[] = [
  {
    table: 'typed_evidence',
    erase: (ctx, customerId) => forgetEvidenceOf(ctx.db, customerId),
    exportRows: (ctx, customerId) => evidenceRows(ctx.db, customerId),
    retention: 'kept',
  },
]
