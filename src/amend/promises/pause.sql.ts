// The ledger of pauses of a case: added and ended, never rewritten.
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, OrganizationId } from '../../shared/ids.ts'
import type { Pause } from './pauses.rules.ts'

/** Every pause of a case, oldest first (at most 500). */
export async function pausesOfCase(db: Database, caseId: CaseId): Promise<readonly Pause[]> {
  const rows = await db
    .selectFrom('clock_pause')
    .select(['started_at', 'ended_at', 'reason'])
    .where('case_id', '=', caseId)
    .orderBy('started_at')
    .limit(500)
    .execute()
  return rows.map((row) => ({ from: row.started_at, until: row.ended_at, reason: row.reason }))
}

/** A pause as `jsonb_build_object('started_at', …, 'ended_at', …, 'reason', …)` makes it. */
export interface PauseRow {
  readonly started_at: string
  readonly ended_at: string | null
  readonly reason: string
}

/** Pauses that came with something else; none where there were none. */
export const pausesOf = (rows: readonly PauseRow[] | null): readonly Pause[] =>
  (rows ?? []).map((pause) => ({
    from: new Date(pause.started_at),
    until: pause.ended_at === null ? null : new Date(pause.ended_at),
    reason: pause.reason,
  }))

export async function addPause(
  db: Database,
  organizationId: OrganizationId,
  pause: { readonly pauseId: string; readonly caseId: CaseId; readonly reason: string; readonly from: Date },
): Promise<void> {
  await db
    .insertInto('clock_pause')
    .values({
      organization_id: organizationId,
      pause_id: pause.pauseId,
      case_id: pause.caseId,
      reason: pause.reason,
      started_at: pause.from,
    })
    .execute()
}

export async function endPauses(db: Database, caseId: CaseId, at: Date): Promise<void> {
  await db
    .updateTable('clock_pause')
    .set({ ended_at: at })
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute()
}

/** The pause of a case that ended at this instant goes on. */
export async function takeUpPause(db: Database, caseId: CaseId, endedAt: Date): Promise<void> {
  await db
    .updateTable('clock_pause')
    .set({ ended_at: null })
    .where('case_id', '=', caseId)
    .where('ended_at', '=', endedAt)
    .execute()
}

/** Takes the reasons of these cases' pauses away: their customer is erased. */
export async function forgetReasons(db: Database, caseIds: readonly CaseId[]): Promise<void> {
  if (caseIds.length === 0) return
  await db
    .updateTable('clock_pause')
    .set({ reason: 'erased' })
    .where('case_id', 'in', [...caseIds])
    .execute()
}
