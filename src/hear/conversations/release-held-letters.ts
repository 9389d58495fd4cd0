// Letters that waited for a mailbox leave once one is connected: a desk may hear by the web form before it can write.
import type { Context } from '../../platform/context/context.ts'
import type { ChannelId } from '../../shared/ids.ts'
import { findChannel } from '../channels/channel.sql.ts'
import { letterAddresses } from './letter-addresses.ts'
import { replyKeys } from './reply-keys.ts'
import { heldLetters, releaseLetter } from './held-letter.sql.ts'
import { settleLetter } from './outbox.sql.ts'

export const mostAtOnce = 500
/** Older ones would surprise: what they promise is long past. They stay held, to be seen. */
const newestDays = 14

const oneIsEnough = 'Another automatic letter to the same mailbox had waited and left instead.'

/** Queues the held letters of the last fortnight from this mailbox, at most `mostAtOnce`; answers how many it looked at. Of automatic ones
 * each mailbox gets the oldest only: they were made a day apart and would arrive together. */
export async function releaseHeldLetters(ctx: Context, channelId: ChannelId): Promise<number> {
  const channel = await findChannel(ctx.db, channelId)
  const address = channel?.kind === 'mail' && channel.state !== 'off' ? channel.config['address'] : undefined
  if (typeof address !== 'string') return 0
  const since = new Date(ctx.now().getTime() - newestDays * 86_400_000)
  const letters = await heldLetters(ctx.db, since, mostAtOnce)
  const hadOne = new Set<string>()
  const keys = await replyKeys(ctx)
  for (const { messageId, letterCode, conversationCode, isAutomatic, mailbox } of letters) {
    if (isAutomatic && hadOne.has(mailbox)) {
      await settleLetter(ctx.db, messageId, ['held'], 'cancelled', oneIsEnough, ctx.now())
      continue
    }
    if (isAutomatic) hadOne.add(mailbox)
    const addresses = letterAddresses(keys, address, conversationCode, letterCode)
    await releaseLetter(ctx.db, messageId, { channelId, address, ...addresses }, ctx.now())
  }
  if (letters.length > 0) ctx.wakeAfter('outbox')
  return letters.length
}
