// Which letters are due, over all organizations: asked by the sender's polling as amends_owner.
import type { Pool } from 'pg'
import type { ChannelId, MessageId, OrganizationId } from '../../shared/ids.ts'

export interface DueLetter {
  readonly organizationId: OrganizationId
  readonly messageId: MessageId
}

/** The oldest first; none of mailboxes that have some in hand. */
export async function dueLetters(
  ownerPool: Pool,
  at: Date,
  most: number,
  inHand: readonly ChannelId[],
): Promise<readonly DueLetter[]> {
  const { rows } = await ownerPool.query<DueLetter>({
    name: 'due_letters',
    text: 'select organization_id as "organizationId", message_id as "messageId" from due_outbox($1, $2, $3)',
    values: [at, most, [...inHand]],
  })
  return rows
}

/** Whatever a sender that died had in hand is due at once, as the same letter: only where no other process sends. */
export async function endAllSendings(ownerPool: Pool, at: Date): Promise<void> {
  await ownerPool.query("update outbox set due_at = $1, leased_until = null where state = 'sending' and due_at > $1", [
    at,
  ])
}
