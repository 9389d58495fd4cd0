// Channels that nobody reads, over all organizations: asked by the supervisor's polling as amends_owner.
import type { Pool } from 'pg'
import type { ChannelId, OrganizationId } from '../../shared/ids.ts'

export interface IdleChannel {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
}

export async function idleChannels(
  ownerPool: Pool,
  kinds: readonly string[],
  at: Date,
  most: number,
): Promise<readonly IdleChannel[]> {
  const { rows } = await ownerPool.query<IdleChannel>(
    'select organization_id as "organizationId", channel_id as "channelId" from idle_channels($1, $2, $3)',
    [kinds, at, most],
  )
  return rows
}
