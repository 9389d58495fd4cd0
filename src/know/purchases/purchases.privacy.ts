// The purchases' part of erasing, exporting and forgetting: what was bought stays as a figure, without a person.
import type { TablePrivacy } from '../../platform/privacy/privacy.ts'
import { blankRefundReasons, purchaseRows, refundRows } from './purchase.sql.ts'

export const purchasesPrivacy: readonly TablePrivacy[] = [
  {
    table: 'purchase',
    erase: 'keeps no person',
    exportRows: (ctx, customerId) => purchaseRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'refund',
    erase: (ctx, customerId) => blankRefundReasons(ctx.db, customerId),
    exportRows: (ctx, customerId) => refundRows(ctx.db, customerId),
    retention: 'kept',
  },
]
