// The intake's part of erasing, exporting and forgetting: the bytes of a person's mail go; the row stays as proof that something came.
import type { Context } from '../../platform/context/context.ts'
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { rawsOf } from '../conversations/conversation-rights.sql.ts'
import { identitiesToErase } from '../customers/customer-rights.sql.ts'
import { forgetRaw, type RawToForget } from './forget-raw.ts'
import { endQuarantine, quarantinedNaming } from './quarantine.sql.ts'
import { filesOfHeld, senderOfHeld } from './held-sender.ts'
import { settleRaw, withCopies } from './raw.sql.ts'
import { readerVersion } from './steps.ts'

export const intakePrivacy: readonly TablePrivacy[] = [
  // What was read out of the bytes is handed out as messages; the bytes themselves say nothing more.
  { table: 'inbound_raw', erase: eraseRaws, exportRows: 'keeps no person', retention: 'kept' },
  ...keepNoPerson('unread_raw', 'disposition', 'erased_raw'),
]

const words = 'Its sender was erased after it had come, so its content was erased as well.'

async function eraseRaws(ctx: Context, customerId: CustomerId): Promise<void> {
  const read = await withCopies(ctx.db, await rawsOf(ctx.db, customerId))
  for (const rawId of read) await erase(ctx, { rawId, hashes: [] })
  for (const held of await heldFrom(ctx, customerId)) await erase(ctx, held)
}

/** What waits in quarantine and came from one of their addresses, as far as its head tells. */
async function heldFrom(ctx: Context, customerId: CustomerId): Promise<readonly RawToForget[]> {
  const addresses = (await identitiesToErase(ctx.db, customerId)).flatMap(({ kind, value }) =>
    kind === 'email' ? [value] : [],
  )
  const found: RawToForget[] = []
  for await (const held of quarantinedNaming(ctx.db, addresses)) {
    const sender = senderOfHeld(held)
    if (sender !== null && addresses.includes(sender)) found.push({ rawId: held.rawId, hashes: filesOfHeld(held) })
  }
  return found
}

/** A record that waits, to be read or for a person, waits no more: there is nothing left to look at. */
async function erase(ctx: Context, raw: RawToForget): Promise<void> {
  await forgetRaw(ctx, raw)
  await endQuarantine(ctx.db, raw.rawId, words)
  const to = { kind: 'timeline', messageId: null, reason: words } as const
  await settleRaw(ctx.db, ctx.organizationId, raw.rawId, to, { readerVersion, at: ctx.now() })
}
