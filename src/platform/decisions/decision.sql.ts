// The log of choices about customers: appended, never changed.
import type { Database } from '../database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export interface Decision {
  readonly decisionId: string
  readonly at: Date
  readonly kind: string
  readonly customerId: string | null
  readonly caseId: string | null
  readonly actorKind: string
  readonly actorId: string | null
  readonly chosen: string
  readonly alternatives: readonly string[]
  readonly inputs: Readonly<Record<string, unknown>>
  readonly propensity: number
  readonly seed: number | null
  readonly reason: string
  readonly policyVersion: number
}

export async function addDecisions(
  db: Database,
  organizationId: OrganizationId,
  decisions: readonly Decision[],
): Promise<void> {
  await db
    .insertInto('decision')
    .values(
      decisions.map((decision) => ({
        organization_id: organizationId,
        decision_id: decision.decisionId,
        at: decision.at,
        kind: decision.kind,
        customer_id: decision.customerId,
        case_id: decision.caseId,
        actor_kind: decision.actorKind,
        actor_id: decision.actorId,
        chosen: decision.chosen,
        alternatives: JSON.stringify(decision.alternatives),
        inputs: JSON.stringify(decision.inputs),
        propensity: decision.propensity,
        seed: decision.seed,
        reason: decision.reason,
        policy_version: decision.policyVersion,
      })),
    )
    .execute()
}
