// Puts something that happened onto a customer's timeline; the rooms after this one use it too.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, CustomerId, Id, MessageId } from '../../shared/ids.ts'
import { addInteractions, type InteractionKind } from './interaction.sql.ts'

export interface Happening {
  /** The identifier of what it tells of, where that may be taken back; a new one where absent. */
  readonly id?: Id<'interaction'>
  readonly customerId: CustomerId
  readonly kind: InteractionKind
  readonly messageId?: MessageId
  readonly caseId?: CaseId
  /** When it happened; the instant of the transaction where absent. */
  readonly at?: Date
  /** Figures and codes, never a customer's words. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

const mostTogether = 1000
/** What one transaction noted so far and will write together. */
const noted = new WeakMap<Context, Parameters<typeof addInteractions>[2][number][]>()

/** They are written with the commit, those of a transaction in one statement. */
export function noteInteraction(ctx: Context, ...happenings: readonly Happening[]): void {
  const rows = happenings.map((one) => ({
    interactionId: one.id ?? ctx.newId<'interaction'>(),
    customerId: one.customerId,
    at: one.at ?? ctx.now(),
    kind: one.kind,
    messageId: one.messageId ?? null,
    caseId: one.caseId ?? null,
    details: one.details ?? {},
  }))
  const before = noted.get(ctx)
  if (before && before.length < mostTogether) before.push(...rows)
  else {
    noted.set(ctx, rows)
    ctx.lastly((db) => addInteractions(db, ctx.organizationId, rows))
  }
}
