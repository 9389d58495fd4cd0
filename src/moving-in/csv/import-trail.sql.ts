// What an import leaves behind: lines that could not be brought or taken back, and how things were before a row changed them.
import { sql } from 'kysely'
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, OrganizationId } from '../../shared/ids.ts'
import type { ImportKind } from './fields.rules.ts'
import type { ImportId } from './import.ts'

export const reads = ['purchase', 'refund', 'referral'] as const

export type Step = 'bring' | 'undo'
export interface Problem {
  readonly line: number
  readonly why: string
}

export async function addProblems(
  db: Database,
  organizationId: OrganizationId,
  importId: ImportId,
  step: Step,
  problems: readonly Problem[],
): Promise<void> {
  await sql`
    insert into import_problem (organization_id, import_id, step, line, part, why)
    select ${organizationId}::uuid, ${importId}::uuid, ${step}::text, n.line, row_number() over (partition by n.line) - 1, left(n.why, 500)
    from jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) n(line integer, why text)
    on conflict do nothing`.execute(db)
}

export interface ProblemGroup {
  readonly why: string
  readonly count: number
  /** The first of them. */
  readonly lines: readonly number[]
}

export async function problemsOf(db: Database, importId: ImportId, step: Step): Promise<readonly ProblemGroup[]> {
  const { rows } = await sql<ProblemGroup>`
    select p.why, count(*)::integer as count, (array_agg(p.line order by p.line))[1:100] as lines
    from import_problem p where p.import_id = ${importId} and p.step = ${step}
    group by p.why order by count(*) desc, p.why limit 100`.execute(db)
  return rows
}

export interface Change {
  readonly objectId: string
  readonly before: object
  readonly digestBefore: string | null
  readonly changedByBefore: string | null
}

export const addChanges = (
  db: Database,
  organizationId: OrganizationId,
  importId: ImportId,
  kind: ImportKind,
  changes: readonly Change[],
): Promise<void> =>
  insertMany(
    db,
    'import_change',
    changes.map((one) => ({
      ...{ organization_id: organizationId, import_id: importId, kind, object_id: one.objectId, before: one.before },
      ...{ digest_before: one.digestBefore, changed_by_before: one.changedByBefore },
    })),
  )

/** Takes changes out of the trail, at most so many. */
export async function takeChanges(
  db: Database,
  importId: ImportId,
  kind: ImportKind,
  most: number,
): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    delete from import_change c using (
      select n.object_id from import_change n where n.import_id = ${importId} and n.kind = ${kind} limit ${sql.lit(most)}) chosen
    where c.import_id = ${importId} and c.kind = ${kind} and c.object_id = chosen.object_id
    returning c.object_id as "objectId", c.before, c.digest_before as "digestBefore", c.changed_by_before as "changedByBefore"`.execute(
    db,
  )
  return rows
}

/** How somebody was called, and what was said of what they gave back or whom they told. */
export async function forgetChangesOf(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    delete from import_change c where c.object_id = ${customerId}
      or c.object_id in (select r.refund_id from refund r join purchase p using (organization_id, purchase_id) where p.customer_id = ${customerId})
      or c.object_id in (select r.referral_id from referral r
                         where r.from_customer_id = ${customerId} or r.to_customer_id = ${customerId})`.execute(db)
}

export async function changesOf(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.kind, c.before from import_change c
    where c.object_id = ${customerId}
      or c.object_id in (select p.purchase_id from purchase p where p.customer_id = ${customerId}) limit 1000`.execute(
    db,
  )
  return rows
}
