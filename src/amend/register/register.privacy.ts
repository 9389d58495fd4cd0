// Saved views hold filters; one that asks for a customer by who they are goes with them.
import type { TablePrivacy } from '../../platform/privacy/privacy.ts'
import { deleteViewsAbout, viewsAbout } from './saved-view.sql.ts'

export const registerPrivacy: readonly TablePrivacy[] = [
  {
    table: 'saved_view',
    erase: (ctx, customerId) => deleteViewsAbout(ctx.db, customerId),
    exportRows: (ctx, customerId) => viewsAbout(ctx.db, customerId),
    retention: 'kept',
  },
]
