// A person's timeline over all channels: what happened with them, in order.
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId, Id, MessageId, OrganizationId } from '../../shared/ids.ts'

export type InteractionKind =
  | 'message'
  | 'case'
  | 'promise'
  | 'bounce'
  | 'identity'
  | 'purchase'
  | 'refund'
  | 'visit'
  | 'referral'
  | 'call'
  | 'survey'

export interface NewInteraction {
  readonly interactionId: Id<'interaction'>
  readonly customerId: CustomerId
  readonly at: Date
  readonly kind: InteractionKind
  readonly messageId: MessageId | null
  readonly caseId: CaseId | null
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

export type Interaction = NewInteraction

export async function addInteractions(
  db: Database,
  organizationId: OrganizationId,
  rows: readonly NewInteraction[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('interaction')
    .values(
      rows.map((row) => ({
        organization_id: organizationId,
        customer_id: row.customerId,
        interaction_id: row.interactionId,
        at: row.at,
        kind: row.kind,
        message_id: row.messageId,
        case_id: row.caseId,
        details: JSON.stringify(row.details),
      })),
    )
    .execute()
}

/** A customer's timeline, newest first, from before a place (at, interaction) on. */
export async function timelineOf(
  db: Database,
  customerId: CustomerId,
  before: { readonly at: Date; readonly interactionId: string } | null,
  most: number,
): Promise<readonly Interaction[]> {
  const rows = await db
    .selectFrom('interaction')
    .selectAll()
    .where('customer_id', '=', customerId)
    .$if(before !== null, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('at', 'interaction_id'), '<', eb.tuple(before?.at ?? new Date(0), before?.interactionId ?? '')),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('interaction_id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    interactionId: row.interaction_id as Id<'interaction'>,
    customerId: row.customer_id as CustomerId,
    at: row.at,
    kind: row.kind as InteractionKind,
    messageId: row.message_id as MessageId | null,
    caseId: row.case_id as CaseId | null,
    details: row.details as Interaction['details'],
  }))
}

/** Takes off the timeline what turned out not to have happened. */
export async function forgetInteraction(
  db: Database,
  customerId: CustomerId,
  interactionId: Id<'interaction'>,
): Promise<void> {
  await db
    .deleteFrom('interaction')
    .where('customer_id', '=', customerId)
    .where('interaction_id', '=', interactionId)
    .execute()
}

/** The same for a message of ours that never left. */
export async function forgetMessageOnTimeline(
  db: Database,
  customerId: CustomerId,
  messageId: MessageId,
): Promise<void> {
  await db.deleteFrom('interaction').where('customer_id', '=', customerId).where('message_id', '=', messageId).execute()
}
