// The intake's part of erasing, exporting and forgetting: the bytes of a person's mail go; the row stays as proof that something came.
import type { Context } from '../../platform/context/context.ts'
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { rawsOf } from '../conversations/conversation-rights.sql.ts'
import { eraseRaw, withCopies } from './raw.sql.ts'

export const intakePrivacy: readonly TablePrivacy[] = [
  // What was read out of the bytes is handed out as messages; the bytes themselves say nothing more.
  { table: 'inbound_raw', erase: eraseRaws, exportRows: 'keeps no person', retention: 'kept' },
  ...keepNoPerson('unread_raw', 'disposition'),
]

async function eraseRaws(ctx: Context, customerId: CustomerId): Promise<void> {
  for (const rawId of await withCopies(ctx.db, await rawsOf(ctx.db, customerId))) await eraseRaw(ctx.db, rawId)
}
