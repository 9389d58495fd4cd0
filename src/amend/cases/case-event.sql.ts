// The history of a case: appended in order under the lock of the case, never rewritten.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, OrganizationId } from '../../shared/ids.ts'
import type { CaseEvent } from './case-effects.rules.ts'

export async function addCaseEvent(
  db: Database,
  organizationId: OrganizationId,
  caseId: CaseId,
  event: CaseEvent,
  actor: { readonly kind: string; readonly id: string | null },
): Promise<void> {
  const details = JSON.stringify({ words: event.words, about: event.about })
  await sql`
    insert into case_event (organization_id, case_id, sequence, at, kind, actor_kind, actor_id, details)
    select ${organizationId}, ${caseId}, coalesce(max(sequence), 0) + 1, ${event.at}, ${event.kind},
           ${actor.kind}, ${actor.id}, ${details}::jsonb
    from case_event where case_id = ${caseId}`.execute(db)
}

export interface KeptEvent {
  readonly sequence: number
  readonly at: Date
  readonly kind: string
  readonly actorId: string | null
}

/** The whole history of a case, oldest first (at most 1,000 lines). */
export async function eventsOfCase(db: Database, caseId: CaseId): Promise<readonly KeptEvent[]> {
  const rows = await db
    .selectFrom('case_event')
    .select(['sequence', 'at', 'kind', 'actor_id'])
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ sequence: row.sequence, at: row.at, kind: row.kind, actorId: row.actor_id }))
}
