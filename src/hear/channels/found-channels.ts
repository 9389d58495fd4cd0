// The two channels every company has from its founding on: the form that needs no program, and the API for programs.
import type { Context } from '../../platform/context/context.ts'
import { addChannel } from './channel.sql.ts'

export async function foundChannels(ctx: Context): Promise<void> {
  for (const [kind, name] of [
    ['form', 'Web form'],
    ['api', 'JSON API'],
  ] as const) {
    const channel = {
      channelId: ctx.newId<'channel'>(),
      kind,
      name,
      config: {},
      secret: null,
      state: 'working',
    } as const
    await addChannel(ctx.db, ctx.organizationId, channel, ctx.now())
  }
}
