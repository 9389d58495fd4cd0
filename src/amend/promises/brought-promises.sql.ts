// Promises and pauses of cases that are brought along, many at once.
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, Id, OrganizationId } from '../../shared/ids.ts'
import type { Pause } from './pauses.rules.ts'
import type { KeptPromise } from './promise.rules.ts'

export async function addManyPromises(
  db: Database,
  organizationId: OrganizationId,
  promises: readonly KeptPromise[],
  pauses: readonly (Pause & { readonly pauseId: Id<'pause'>; readonly caseId: CaseId })[],
): Promise<void> {
  await insertMany(
    db,
    'promise',
    promises.map((one) => ({
      ...{ organization_id: organizationId, promise_id: one.promiseId, case_id: one.caseId, kind: one.kind },
      ...{ about: one.about, source: one.source, made_at: one.madeAt, made_by: one.madeBy, due_at: one.dueAt },
      ...{ unpaused_due_at: one.unpausedDueAt, status: one.status, settled_at: one.settledAt },
      ...{ broken_at: one.brokenAt, owed_until: one.owedUntil },
    })),
  )
  await insertMany(
    db,
    'clock_pause',
    pauses.map((one) => ({
      ...{ organization_id: organizationId, pause_id: one.pauseId, case_id: one.caseId, reason: one.reason },
      ...{ started_at: one.from, ended_at: one.until },
    })),
  )
}
