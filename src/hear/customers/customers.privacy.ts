// The customers' part of erasing, exporting and forgetting. Comes last of this room: the others find their rows by the identities.
import type { Context } from '../../platform/context/context.ts'
import type { TablePrivacy } from '../../platform/privacy/privacy.ts'
import type { CustomerId } from '../../shared/ids.ts'
import {
  addErasedIdentity,
  blankCustomer,
  blankIdentities,
  blankLinks,
  customerRows,
  identitiesToErase,
  identityRows,
  interactionRows,
  linkRows,
} from './customer-rights.sql.ts'
import { endRepresentationsOf, representationRows } from './representatives/representation.sql.ts'
import { refusalRows, removeRefusals } from './person/suggestion.sql.ts'
import { erasedHash } from './erased-hash.ts'

export const customersPrivacy: readonly TablePrivacy[] = [
  {
    table: 'interaction',
    // Times and codes; without the customer's row they name nobody, and what counts them stays right.
    erase: 'keeps no person',
    exportRows: (ctx, customerId) => interactionRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'person_link',
    erase: (ctx, customerId) => blankLinks(ctx.db, customerId),
    exportRows: (ctx, customerId) => linkRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'person_refusal',
    erase: (ctx, customerId) => removeRefusals(ctx.db, customerId),
    exportRows: (ctx, customerId) => refusalRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'representation',
    erase: (ctx, customerId) => endRepresentationsOf(ctx.db, customerId, ctx.now()),
    exportRows: (ctx, customerId) => representationRows(ctx.db, customerId),
    retention: 'kept',
  },
  { table: 'erased_identity', erase: leaveHashes, exportRows: 'keeps no person', retention: 'kept' },
  {
    table: 'identity',
    erase: (ctx, customerId) => blankIdentities(ctx.db, customerId),
    exportRows: (ctx, customerId) => identityRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'customer',
    erase: (ctx, customerId) => blankCustomer(ctx.db, customerId, ctx.now()),
    exportRows: (ctx, customerId) => customerRows(ctx.db, customerId),
    retention: 'kept',
  },
]

/** So that old mail of theirs, delivered again, does not bring them back. */
async function leaveHashes(ctx: Context, customerId: CustomerId): Promise<void> {
  for (const { kind, value } of await identitiesToErase(ctx.db, customerId)) {
    if (kind === 'email')
      await addErasedIdentity(
        ctx.db,
        ctx.organizationId,
        erasedHash(ctx.organizationId, { kind, value, raw: value }),
        ctx.now(),
      )
  }
}
