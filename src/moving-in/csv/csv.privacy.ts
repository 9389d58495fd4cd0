// The tables of imports: their part of erasing, exporting and forgetting.
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import { forgetFiles } from './import.sql.ts'
import { changesOf, forgetChangesOf } from './import-trail.sql.ts'

/** More than are ever open at once. */
const all = 10_000

export const csvPrivacy: readonly TablePrivacy[] = [
  ...keepNoPerson('import', 'import_problem'),
  {
    table: 'import_piece',
    // Nobody is cut out of a file. Those that still wait go, and whoever brought them brings them again.
    erase: async (ctx) => {
      await forgetFiles(ctx.db, null, all)
    },
    // It lies here for days at most, and unread; what is read of it is in the tables that it fills.
    exportRows: 'keeps no person',
    retention: { afterDays: 7, forget: (ctx, before, most) => forgetFiles(ctx.db, before, most) },
  },
  {
    table: 'import_change',
    erase: (ctx, customerId) => forgetChangesOf(ctx.db, customerId),
    exportRows: (ctx, customerId) => changesOf(ctx.db, customerId),
    retention: 'kept',
  },
]
