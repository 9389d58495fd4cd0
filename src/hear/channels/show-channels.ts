// Channels as they are shown: settings and state, never a password.
import type { Context } from '../../platform/context/context.ts'
import type { ChannelId } from '../../shared/ids.ts'
import type { ChannelShown, LoginShown } from './channel.schema.ts'
import { type ChannelRow, findChannel, listChannels } from './channel.sql.ts'
import type { Connected } from './check-mail-channel.ts'
import { channelsWithGrant } from './grant.sql.ts'
import { endpointsOf, tokenLoginOf } from './token-login/token-login.rules.ts'

export async function showChannels(ctx: Context): Promise<readonly ChannelShown[]> {
  const signedIn = await channelsWithGrant(ctx.db)
  return (await listChannels(ctx.db)).map((row) => shown(row, signedIn.has(row.channelId)))
}

/** Settings whose passwords may be lent to a check; null where there is no such mail channel. */
export async function findMailbox(ctx: Context, channelId: ChannelId): Promise<Connected | null> {
  const channel = await findChannel(ctx.db, channelId)
  return channel?.kind === 'mail' ? { ...channel, organizationId: ctx.organizationId } : null
}

type Config = ChannelShown['config']

function loginShown({ config }: ChannelRow, isSignedIn: boolean): LoginShown | null {
  const login = tokenLoginOf(config)
  if (!login) return null
  const { grantId: _grantId, ...shown } = login
  return { ...shown, isSignedIn, canSignIn: endpointsOf(login).authorizeUrl !== null }
}

function shown(row: ChannelRow, isSignedIn: boolean): ChannelShown {
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
      login: loginShown(row, isSignedIn),
    },
  }
}
