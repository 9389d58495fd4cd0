// The tables of events: their part of erasing, exporting and forgetting.
import { identitiesToErase } from '../../hear/customers/customer-rights.sql.ts'
import type { TablePrivacy } from '../../platform/privacy/privacy.ts'
import { claimsOf, forgetClaimsOf, forgetEvents, forgetEventsOf } from './event.sql.ts'
import { source } from './take-events.ts'

export const eventsPrivacy: readonly TablePrivacy[] = [
  {
    table: 'event',
    // What was taken is empty; a bad event may name them by any address or number of theirs.
    erase: async (ctx, customerId) => {
      const theirs = await identitiesToErase(ctx.db, customerId)
      const names = theirs.map(({ value }) => (value.startsWith(`${source}:`) ? value.slice(source.length + 1) : value))
      await forgetEventsOf(ctx.db, names)
    },
    exportRows: 'keeps no person',
    retention: { afterDays: 30, forget: (ctx, before, most) => forgetEvents(ctx.db, before, most) },
  },
  {
    table: 'event_claim',
    erase: (ctx, customerId) => forgetClaimsOf(ctx.db, customerId),
    exportRows: (ctx, customerId) => claimsOf(ctx.db, customerId),
    retention: 'kept',
  },
]
