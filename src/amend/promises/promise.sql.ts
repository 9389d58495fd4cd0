// Promises to customers, one row each, from making to settling. Their due times under pauses: pause.sql.ts and recompute-due.ts.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, OrganizationId, PromiseId, StaffId } from '../../shared/ids.ts'
import type { KeptPromise, PromiseKind, PromiseStatus } from './promise.rules.ts'

/** A promise as it stands in its case. */
export interface CasePromise extends KeptPromise {
  /** The first promise of its matter, where this one was made anew after that broke. */
  readonly insteadOf: PromiseId | null
}

const columns = [
  ...(['promise_id', 'case_id', 'kind', 'about', 'source', 'made_at', 'made_by', 'due_at'] as const),
  ...(['unpaused_due_at', 'status', 'settled_at', 'broken_at', 'owed_until', 'instead_of'] as const),
  ...(['carried_at', 'carried_due_at'] as const),
] as const

export interface PromiseRow {
  readonly promise_id: string
  readonly case_id: string
  readonly kind: string
  readonly about: string
  readonly source: string
  readonly made_at: Date
  readonly made_by: string | null
  readonly due_at: Date
  readonly unpaused_due_at: Date
  readonly status: string
  readonly settled_at: Date | null
  readonly broken_at: Date | null
  readonly owed_until: Date | null
  readonly carried_at: Date | null
  readonly carried_due_at: Date | null
}

/** A promise from its columns. */
export const promiseOf = (row: PromiseRow): KeptPromise => ({
  promiseId: row.promise_id as PromiseId,
  caseId: row.case_id as CaseId,
  kind: row.kind as PromiseKind,
  about: row.about,
  source: row.source,
  madeAt: row.made_at,
  madeBy: row.made_by as StaffId | null,
  unpausedDueAt: row.unpaused_due_at,
  dueAt: row.due_at,
  status: row.status as PromiseStatus,
  settledAt: row.settled_at,
  brokenAt: row.broken_at,
  owedUntil: row.owed_until,
  carried: row.carried_at && row.carried_due_at && { at: row.carried_at, dueAt: row.carried_due_at },
})

/** Every promise of a case, in the order they were made (at most 500). */
export async function promisesOfCase(db: Database, caseId: CaseId): Promise<readonly CasePromise[]> {
  const rows = await db
    .selectFrom('promise')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('promise_id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...promiseOf(row), insteadOf: row.instead_of as PromiseId | null }))
}

/** A promise that is being made, and when a quarter of its time will be left, where that is known. */
export type NewPromise = KeptPromise & { readonly quarterLeftAt?: Date }

export async function addPromises(
  db: Database,
  organizationId: OrganizationId,
  promises: readonly NewPromise[],
): Promise<void> {
  await db
    .insertInto('promise')
    .values(
      promises.map((promise) => ({
        organization_id: organizationId,
        promise_id: promise.promiseId,
        case_id: promise.caseId,
        kind: promise.kind,
        about: promise.about,
        source: promise.source,
        made_at: promise.madeAt,
        made_by: promise.madeBy,
        due_at: promise.dueAt,
        unpaused_due_at: promise.unpausedDueAt,
        status: promise.status,
        settled_at: promise.settledAt,
        broken_at: promise.brokenAt,
        owed_until: promise.owedUntil,
        watch_at: promise.quarterLeftAt ?? null,
      })),
    )
    .execute()
}

/** Writes how a promise stands. What was promised, to whom and when is never rewritten. */
export async function savePromise(db: Database, promise: KeptPromise): Promise<void> {
  await db
    .updateTable('promise')
    .set({
      due_at: promise.dueAt,
      status: promise.status,
      settled_at: promise.settledAt,
      broken_at: promise.brokenAt,
      owed_until: promise.owedUntil,
    })
    .where('promise_id', '=', promise.promiseId)
    .execute()
}

/** The open promise of the same kind in the case of this one; null where none runs. */
export async function openRival(db: Database, promiseId: PromiseId): Promise<KeptPromise | null> {
  const { rows } = await sql<PromiseRow>`
    select o.* from promise p join promise o on o.case_id = p.case_id and o.kind = p.kind and o.status = 'open'
    where p.promise_id = ${promiseId} and o.promise_id <> p.promise_id limit 1`.execute(db)
  return rows[0] ? promiseOf(rows[0]) : null
}

/** Writes how promises stand, and in which case: they go with what was merged. */
export async function saveMoved(db: Database, promises: readonly KeptPromise[]): Promise<void> {
  for (const promise of promises) {
    await db
      .updateTable('promise')
      .set({
        ...{ case_id: promise.caseId, due_at: promise.dueAt, status: promise.status, settled_at: promise.settledAt },
        ...{ broken_at: promise.brokenAt, owed_until: promise.owedUntil },
        ...{ carried_at: promise.carried?.at ?? null, carried_due_at: promise.carried?.dueAt ?? null },
      })
      .where('promise_id', '=', promise.promiseId)
      .execute()
  }
}

/** Breaks promises whose time has passed, each at its due time and once (at most `most` a call). */
export async function breakOverdue(
  db: Database,
  now: Date,
  most: number,
): Promise<readonly { readonly promiseId: PromiseId; readonly caseId: CaseId }[]> {
  const { rows } = await sql<{ promise_id: PromiseId; case_id: CaseId }>`
    update promise set status = 'broken', settled_at = due_at, broken_at = due_at
    where status = 'open' and promise_id in (
      select overdue.promise_id from promise overdue
      where overdue.status = 'open' and overdue.due_at < ${now}
      order by overdue.due_at limit ${sql.lit(most)} for update skip locked)
    returning promise_id, case_id`.execute(db)
  return rows.map((row) => ({ promiseId: row.promise_id, caseId: row.case_id }))
}

/** Blanks what the promises of these cases are about: their customer is erased. */
export async function blankAbout(db: Database, caseIds: readonly CaseId[]): Promise<void> {
  if (caseIds.length > 0)
    await db
      .updateTable('promise')
      .set({ about: '' })
      .where('case_id', 'in', [...caseIds])
      .execute()
}
