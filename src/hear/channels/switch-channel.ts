// Switches a channel off or on. What is off takes nothing in; letters that wait to go out through it wait until it is on again.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { ChannelId } from '../../shared/ids.ts'
import { findChannel, setChannelState } from './channel.sql.ts'

/** Doing it twice changes nothing. @throws Refusal('not-found') */
export async function switchChannel(ctx: Context, channelId: ChannelId, to: 'on' | 'off'): Promise<void> {
  const channel = await findChannel(ctx.db, channelId)
  if (!channel) throw new Refusal('not-found', 'There is no such channel.')
  if ((channel.state === 'off') === (to === 'off')) return
  const state = to === 'off' ? 'off' : channel.kind === 'mail' ? 'starting' : 'working'
  await setChannelState(ctx.db, channelId, state, null, ctx.now())
  await recordAudit(ctx, `channel.${to}`, { kind: 'channel', id: channelId }, { name: channel.name })
  ctx.emit({ kind: 'channel.changed', channelId })
}
