// Channels as they are shown: settings and state, never a password.
import type { Context } from '../../platform/context/context.ts'
import type { ChannelId } from '../../shared/ids.ts'
import type { ChannelShown } from './channel.schema.ts'
import { type ChannelRow, findChannel, listChannels } from './channel.sql.ts'
import type { Mailbox } from './mail-settings.ts'

export const showChannels = async (ctx: Context): Promise<readonly ChannelShown[]> =>
  (await listChannels(ctx.db)).map(shown)

/** Settings whose passwords may be lent to a check; null where there is no such mail channel. */
export async function findMailbox(ctx: Context, channelId: ChannelId): Promise<Mailbox | null> {
  const channel = await findChannel(ctx.db, channelId)
  return channel?.kind === 'mail' ? channel : null
}

type Config = ChannelShown['config']

function shown(row: ChannelRow): ChannelShown {
  const { address, displayName, imap, smtp, trustedAuthservId } = row.config as Partial<Config>
  return {
    channelId: row.channelId,
    kind: row.kind,
    name: row.name,
    state: row.state,
    stateDetail: row.stateDetail,
    stateSince: row.stateSince.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    config: {
      address: address ?? null,
      displayName: displayName ?? null,
      imap: imap ?? null,
      smtp: smtp ?? null,
      trustedAuthservId: trustedAuthservId ?? null,
    },
  }
}
