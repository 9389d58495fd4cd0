// Writes down a choice that affects a customer, in the transaction that makes it: what from, on which inputs, and why.
import { actorId } from '../context/actor.rules.ts'
import type { Context } from '../context/context.ts'
import { addDecisions } from './decision.sql.ts'

export interface DecisionToLog {
  /** What kind of choice, as in `duty-person` or `meaning`. */
  readonly kind: string
  readonly customerId: string | null
  readonly caseId: string | null
  readonly chosen: string
  readonly alternatives: readonly string[]
  /** Figures, codes and identifiers; never a customer's words. */
  readonly inputs: Readonly<Record<string, unknown>>
  /** In words a customer could read. */
  readonly reason: string
  readonly policyVersion: number
  /** The chance with which this was chosen; 1 where no dice were thrown. */
  readonly propensity?: number
  readonly seed?: number
}

/** They are written with the commit. */
export function logDecision(ctx: Context, ...decisions: readonly DecisionToLog[]): void {
  const rows = decisions.map((decision) => ({
    ...decision,
    decisionId: ctx.newId<'decision'>(),
    at: ctx.now(),
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    propensity: decision.propensity ?? 1,
    seed: decision.seed ?? null,
  }))
  ctx.lastly((db) => addDecisions(db, ctx.organizationId, rows))
}
