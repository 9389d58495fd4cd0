// The history of a case: appended in order under the lock of the case, never rewritten.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { CaseEvent } from './rules/case-effects.rules.ts'
import type { HandOver } from './work/hand-over-undo.rules.ts'

export async function addCaseEvent(
  db: Database,
  organizationId: OrganizationId,
  caseId: CaseId,
  event: CaseEvent,
  actor: { readonly kind: string; readonly id: string | null },
): Promise<void> {
  await db
    .insertInto('case_event')
    .values({
      organization_id: organizationId,
      case_id: caseId,
      sequence: sql<number>`(select coalesce(max(e.sequence), 0) + 1 from case_event e where e.case_id = ${caseId})`,
      at: event.at,
      kind: event.kind,
      actor_kind: actor.kind,
      actor_id: actor.id,
      details: JSON.stringify({ words: event.words, about: event.about, by: event.by }),
    })
    .execute()
}

/** The handover that happened to a case last; null where something else did, or where it does not say from whom. */
export async function lastHandOver(db: Database, caseId: CaseId): Promise<Omit<HandOver, 'isTold'> | null> {
  const row = await db
    .selectFrom('case_event')
    .select(['at', 'kind', 'actor_id', 'details'])
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { by: from, about: to } = (row?.details ?? {}) as { readonly by?: StaffId | null; readonly about?: StaffId }
  if (row?.kind !== 'handed-over' || !from || !to || row.actor_id === null) return null
  return { at: row.at, by: row.actor_id as StaffId, from, to }
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
