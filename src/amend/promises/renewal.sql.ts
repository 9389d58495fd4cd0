// Broken promises of a case, who was told of them, and the promises that stand in their place.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, OrganizationId, PromiseId } from '../../shared/ids.ts'
import type { PromiseKind } from './promise.rules.ts'

/** A broken promise as it may be told. */
export interface BrokenPromise {
  readonly promiseId: PromiseId
  readonly kind: PromiseKind
  /** Whether it is still to be done. */
  readonly isOwed: boolean
  readonly toldAt: Date | null
}

/** The broken promises of a case, the earliest first (at most 100). */
export async function brokenPromises(db: Database, caseId: CaseId): Promise<readonly BrokenPromise[]> {
  const rows = await db
    .selectFrom('promise')
    .select(['promise_id', 'kind', 'owed_until', 'told_at'])
    .where('case_id', '=', caseId)
    .where('status', '=', 'broken')
    .orderBy('due_at')
    .orderBy('promise_id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    promiseId: row.promise_id as PromiseId,
    kind: row.kind as PromiseKind,
    isOwed: row.owed_until === null,
    toldAt: row.told_at,
  }))
}

/** Notes that the customer is told of a broken promise now; false when they were told before, or it is none. */
export async function saveTold(db: Database, promiseId: PromiseId, at: Date): Promise<boolean> {
  const saved = await db
    .updateTable('promise')
    .set({ told_at: at })
    .where('promise_id', '=', promiseId)
    .where('status', '=', 'broken')
    .where('told_at', 'is', null)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

/** How often what this promise is about was promised anew so far. */
export async function renewalsOf(db: Database, promiseId: PromiseId): Promise<number> {
  const { rows } = await sql<{ renewals: number }>`
    select count(*)::integer as renewals from promise n join promise p on n.instead_of = coalesce(p.instead_of, p.promise_id)
    where p.promise_id = ${promiseId}`.execute(db)
  return rows[0]?.renewals ?? 0
}

/** Adds a promise in the place of a broken one: the same kind, about the same. */
export async function addRenewal(
  db: Database,
  organizationId: OrganizationId,
  renewal: {
    readonly promiseId: PromiseId
    readonly insteadOf: PromiseId
    readonly source: string
    readonly dueAt: Date
  },
  at: Date,
): Promise<void> {
  await sql`
    insert into promise (organization_id, promise_id, case_id, kind, about, source, made_at, due_at, unpaused_due_at, instead_of)
    select organization_id, ${renewal.promiseId}, case_id, kind, about, ${renewal.source}, ${at}, ${renewal.dueAt}, ${renewal.dueAt},
      coalesce(instead_of, promise_id)
    from promise where organization_id = ${organizationId} and promise_id = ${renewal.insteadOf}`.execute(db)
}

/** A promise and all that stand in for the same first one. */
export async function sameMatter(db: Database, promiseId: PromiseId): Promise<ReadonlySet<PromiseId>> {
  const { rows } = await sql<{ promise_id: PromiseId }>`
    select n.promise_id from promise n join promise p on coalesce(n.instead_of, n.promise_id) = coalesce(p.instead_of, p.promise_id)
    where p.promise_id = ${promiseId} and n.case_id = p.case_id`.execute(db)
  return new Set(rows.map((row) => row.promise_id))
}

/** What a letter says of the promises told of at `at`: what was broken, and until when it is promised now. */
export async function renewalsToldAt(
  db: Database,
  caseId: CaseId,
  at: Date,
): Promise<readonly { readonly kind: PromiseKind; readonly was: Date; readonly now: Date }[]> {
  const { rows } = await sql<{ kind: PromiseKind; was: Date; now: Date }>`
    select p.kind, p.due_at as was, n.due_at as now
    from promise p join promise n on n.case_id = p.case_id and n.made_at = p.told_at and n.instead_of = coalesce(p.instead_of, p.promise_id)
    where p.case_id = ${caseId} and p.told_at = ${at} order by n.due_at, n.promise_id`.execute(db)
  return rows
}
