// The part of webhooks: events name cases by identifier, nobody's words; answers of receivers go with them.
import { keepNoPerson, type TablePrivacy } from '../privacy/privacy.ts'
import { forgetDeliveriesBefore } from './delivery.sql.ts'

export const webhooksPrivacy: readonly TablePrivacy[] = [
  ...keepNoPerson('webhook'),
  {
    table: 'webhook_delivery',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    retention: { afterDays: 30, forget: (ctx, before, most) => forgetDeliveriesBefore(ctx.db, before, most) },
  },
]
