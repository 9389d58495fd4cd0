// The channels that history came by: the form and the API there are; mail from before has a channel of its own that is switched off.
import type { Context } from '../../platform/context/context.ts'
import type { ChannelId } from '../../shared/ids.ts'
import { addChannel, type ChannelKind, listChannels } from './channel.sql.ts'

/** A channel of each of these kinds. A mailbox that is connected is never taken: nothing of this came through it. */
export async function channelsOfHistory(
  ctx: Context,
  kinds: ReadonlySet<ChannelKind>,
): Promise<ReadonlyMap<ChannelKind, ChannelId>> {
  const all = await listChannels(ctx.db)
  const found = new Map<ChannelKind, ChannelId>()
  for (const kind of kinds) {
    const there = all.find((one) => one.kind === kind && (kind !== 'mail' || one.config['isHistory'] === true))
    found.set(kind, there?.channelId ?? (await addHistoryChannel(ctx, kind)))
  }
  return found
}

async function addHistoryChannel(ctx: Context, kind: ChannelKind): Promise<ChannelId> {
  const channelId = ctx.newId<'channel'>()
  const channel = {
    channelId,
    kind,
    name: 'Mail from before',
    config: { isHistory: true },
    secret: null,
    state: 'off',
  } as const
  await addChannel(ctx.db, ctx.organizationId, channel, ctx.now())
  return channelId
}
