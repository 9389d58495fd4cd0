// Which mailboxes an address is for, over all organizations: asked by the door for mail as amends_owner.
import type { Pool } from 'pg'
import type { ChannelId, OrganizationId } from '../../../shared/ids.ts'

export interface MailboxAt {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
  readonly address: string
  readonly isOff: boolean
}

/** @param addresses as they identify (emailIdentity), without plus parts */
export async function mailboxesAt(ownerPool: Pool, addresses: readonly string[]): Promise<readonly MailboxAt[]> {
  const { rows } = await ownerPool.query<MailboxAt>(
    'select organization_id as "organizationId", channel_id as "channelId", address, is_off as "isOff" from mailboxes_at($1)',
    [addresses],
  )
  return rows
}
