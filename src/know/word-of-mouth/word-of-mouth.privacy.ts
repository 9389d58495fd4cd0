// Word of mouth's part of erasing, exporting and forgetting.
import type { TablePrivacy } from '../../platform/privacy/privacy.ts'
import { blankHow, referralRows } from './referral.sql.ts'

export const wordOfMouthPrivacy: readonly TablePrivacy[] = [
  {
    table: 'referral',
    erase: (ctx, customerId) => blankHow(ctx.db, customerId),
    exportRows: (ctx, customerId) => referralRows(ctx.db, customerId),
    retention: 'kept',
  },
]
