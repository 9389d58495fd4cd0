// Puts something that happened onto a customer's timeline; the rooms after this one use it too.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, CustomerId, MessageId } from '../../shared/ids.ts'
import { addInteractions, type InteractionKind } from './interaction.sql.ts'

export interface Happening {
  readonly customerId: CustomerId
  readonly kind: InteractionKind
  readonly messageId?: MessageId
  readonly caseId?: CaseId
  /** When it happened; the instant of the transaction where absent. */
  readonly at?: Date
  /** Figures and codes, never a customer's words. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

/** They are written with the commit. */
export function noteInteraction(ctx: Context, ...happenings: readonly Happening[]): void {
  const rows = happenings.map((one) => ({
    interactionId: ctx.newId<'interaction'>(),
    customerId: one.customerId,
    at: one.at ?? ctx.now(),
    kind: one.kind,
    messageId: one.messageId ?? null,
    caseId: one.caseId ?? null,
    details: one.details ?? {},
  }))
  ctx.lastly((db) => addInteractions(db, ctx.organizationId, rows))
}
