// What was merged, split and moved, and what the undo of each needs. Only ever added to, and marked as undone.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, ConversationId, Id, MessageId, OrganizationId, StaffId } from '../../../shared/ids.ts'
import type { PromiseBefore } from '../../promises/promise-merging.rules.ts'
import type { Beside } from '../rules/case-merging.rules.ts'
import type { RearrangementKind } from './rearrangement-undo.rules.ts'

export const reads = ['staff', 'organization'] as const

export type RearrangementId = Id<'rearrangement'>

/** How things were. Identifiers, times and states only: nothing here is a word of anybody. */
export interface Was {
  readonly answers: { readonly from: number; readonly to: number }
  /** The case it went to: its state before, and its version after. */
  readonly to: { readonly beside: WrittenBeside; readonly version: number }
  readonly promises: readonly PromiseBefore[]
  readonly messages: readonly {
    readonly messageId: MessageId
    readonly caseId: CaseId
    readonly conversationId: ConversationId
    readonly meaning: string
  }[]
  /** Letters that were taken back. */
  readonly letters: readonly {
    readonly messageId: MessageId
    readonly state: 'held' | 'queued'
    readonly dueAt: string
  }[]
}

export type WrittenBeside = Omit<Beside, 'waitingUntil' | 'acknowledgedAt'> & {
  readonly waitingUntil: string | null
  readonly acknowledgedAt: string | null
}

export interface Rearrangement {
  readonly rearrangementId: RearrangementId
  readonly kind: RearrangementKind
  readonly from: CaseId
  readonly to: CaseId
  readonly by: StaffId
  readonly at: Date
  readonly messageIds: readonly MessageId[]
  readonly was: Was
  readonly undoneAt: Date | null
}

export async function addRearrangement(
  db: Database,
  organizationId: OrganizationId,
  one: Omit<Rearrangement, 'undoneAt'>,
): Promise<void> {
  await db
    .insertInto('rearrangement')
    .values({
      ...{ organization_id: organizationId, rearrangement_id: one.rearrangementId, kind: one.kind },
      ...{ from_case_id: one.from, to_case_id: one.to, by_staff_id: one.by, at: one.at },
      ...{ message_ids: [...one.messageIds], was: JSON.stringify(one.was) },
    })
    .execute()
}

/** Whether nothing that is not undone was rearranged since in either of its cases. */
const isLast = sql<boolean>`not exists (
  select from rearrangement l where l.undone_at is null and l.rearrangement_id > r.rearrangement_id
    and (l.from_case_id in (r.from_case_id, r.to_case_id) or l.to_case_id in (r.from_case_id, r.to_case_id)))`

/** One of the cases it is about is given too, so that nobody reaches another's by its identifier. */
export async function findRearrangement(
  db: Database,
  caseId: CaseId,
  rearrangementId: RearrangementId,
): Promise<(Rearrangement & { readonly isLast: boolean }) | null> {
  const { rows } = await sql<Rearrangement & { readonly isLast: boolean }>`
    select r.rearrangement_id as "rearrangementId", r.kind, r.from_case_id as "from", r.to_case_id as "to", r.by_staff_id as by, r.at,
      r.message_ids as "messageIds", r.was, r.undone_at as "undoneAt", ${isLast} as "isLast"
    from rearrangement r where r.rearrangement_id = ${rearrangementId} and ${caseId}::uuid in (r.from_case_id, r.to_case_id)`.execute(
    db,
  )
  return rows[0] ?? null
}

export async function saveUndone(db: Database, rearrangementId: RearrangementId, by: StaffId, at: Date): Promise<void> {
  await db
    .updateTable('rearrangement')
    .set({ undone_at: at, undone_by: by })
    .where('rearrangement_id', '=', rearrangementId)
    .execute()
}

/** What stands before the number of every case. */
export async function casePrefix(db: Database): Promise<string> {
  const row = await db.selectFrom('organization').select('case_prefix').executeTakeFirstOrThrow()
  return row.case_prefix
}

/** One as it is shown in a case. */
export interface SeenRearrangement {
  readonly rearrangementId: RearrangementId
  readonly kind: RearrangementKind
  readonly at: Date
  readonly by: string
  readonly from: { readonly caseId: CaseId; readonly number: string }
  readonly to: { readonly caseId: CaseId; readonly number: string }
  readonly messages: number
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
}

/** What was rearranged in a case and in those merged into it, oldest first (the newest `most`); nothing of a case that is about whoever asks. */
export async function rearrangementsOf(
  db: Database,
  caseId: CaseId,
  me: StaffId,
  most: number,
): Promise<readonly SeenRearrangement[]> {
  const { rows } = await sql<SeenRearrangement>`
    select r.rearrangement_id as "rearrangementId", r.kind, r.at, s.name as by, cardinality(r.message_ids) as messages,
      jsonb_build_object('caseId', f.case_id, 'number', o.case_prefix || '-' || f.number) as "from",
      jsonb_build_object('caseId', t.case_id, 'number', o.case_prefix || '-' || t.number) as "to",
      r.undone_at as "undoneAt", u.name as "undoneBy"
    from (select * from (
            select r.* from rearrangement r where r.from_case_id in (select cases_in(${caseId}))
            union
            select r.* from rearrangement r where r.to_case_id in (select cases_in(${caseId}))) both_ways
          order by rearrangement_id desc limit ${sql.lit(most)}) r
    join cases f on f.case_id = r.from_case_id and not ${me}::uuid = any (f.about_staff_ids)
    join cases t on t.case_id = r.to_case_id and not ${me}::uuid = any (t.about_staff_ids)
    join organization o on o.organization_id = r.organization_id
    join staff s on s.staff_id = r.by_staff_id
    left join staff u on u.staff_id = r.undone_by
    order by r.rearrangement_id`.execute(db)
  return rows
}
