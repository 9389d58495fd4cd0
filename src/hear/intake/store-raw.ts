// Stores what came in, verbatim, before anybody is told that it was accepted. Nothing is read here.
import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context/context.ts'
import type { ChannelId, RawId } from '../../shared/ids.ts'
import type { RawRecord } from '../channels/channel.ts'
import { addRaws, rawsWithKeys } from './raw.sql.ts'

export interface StoredRaw {
  readonly rawId: RawId
  /** False when the same delivery had been stored before; `rawId` is then the earlier one's. */
  readonly isNew: boolean
}

/** Raw bytes, proof and inbox rows in the caller's transaction (which also moves the channel's cursor); the same delivery twice is one row. */
export async function storeRaw(
  ctx: Context,
  channelId: ChannelId,
  records: readonly RawRecord[],
): Promise<readonly StoredRaw[]> {
  if (records.length === 0) return []
  const raws = records.map((record) => ({
    ...record,
    rawId: ctx.newId<'raw'>(),
    key: record.key.slice(0, 1000),
    sha256: createHash('sha256').update(record.bytes).digest(),
  }))
  const added = await addRaws(ctx.db, ctx.organizationId, channelId, raws, ctx.now())
  ctx.wakeAfter('raw')
  if (added.size === raws.length) return raws.map(({ rawId }) => ({ rawId, isNew: true }))
  const earlier = await rawsWithKeys(
    ctx.db,
    channelId,
    raws.map((raw) => raw.key),
    raws.map((raw) => raw.sha256),
  )
  return raws.map((raw) => {
    const found = earlier.find((one) => one.key === raw.key && one.sha256.equals(raw.sha256))
    if (!found) throw new Error('a raw record was neither stored nor there')
    return { rawId: found.rawId, isNew: found.rawId === raw.rawId }
  })
}
