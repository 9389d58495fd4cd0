// Evidence that people here typed, and whether a record of our own says the same.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, Id, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { NewEvidence } from './evidence.schema.ts'

export const reads = ['customer', 'staff', 'purchase', 'referral'] as const

export type EvidenceId = Id<'evidence'>

export interface EvidenceRow {
  readonly evidenceId: EvidenceId
  readonly customerId: CustomerId
  readonly kind: 'purchase' | 'referral'
  readonly words: string
  readonly at: Date
  readonly amount: string | null
  readonly currency: string | null
  readonly toldBy: CustomerId | null
  readonly toldByName: string | null
  readonly typedBy: StaffId
  readonly typedByName: string
  readonly typedAt: Date
  readonly document: string | null
  readonly verifiedBy: StaffId | null
  readonly verifiedByName: string | null
  readonly verifiedAt: Date | null
  readonly isRecorded: boolean
}

export async function addEvidence(
  db: Database,
  organizationId: OrganizationId,
  one: NewEvidence & { readonly evidenceId: EvidenceId; readonly customerId: CustomerId; readonly by: StaffId },
  typedAt: Date,
): Promise<void> {
  await db
    .insertInto('typed_evidence')
    .values({
      ...{ organization_id: organizationId, evidence_id: one.evidenceId, customer_id: one.customerId, kind: one.kind },
      ...{ words: one.words, at: new Date(one.at), typed_by: one.by, typed_at: typedAt },
      ...(one.kind === 'purchase' ? { amount: one.amount, currency: one.currency } : { told_by: one.toldBy }),
    })
    .execute()
}

/** A record says the same: as much on the same day or the next or the one before, for zones differ; or the same two people. */
const isRecorded = sql`
  case when e.kind = 'purchase' then exists (
      select from purchase p where p.customer_id in (select one_person(e.customer_id)) and p.purchase_id <> e.evidence_id
        and p.amount = e.amount and p.currency = e.currency and p.at between e.at - interval '1 day' and e.at + interval '1 day')
    else exists (
      select from referral r where r.to_customer_id in (select one_person(e.customer_id)) and r.referral_id <> e.evidence_id
        and r.from_customer_id in (select one_person(e.told_by))) end`

const columns = sql`
  e.evidence_id as "evidenceId", e.customer_id as "customerId", e.kind, e.words, e.at, (case when scale(trim_scale(e.amount)) < 2 then round(e.amount, 2) else trim_scale(e.amount) end)::text as amount, e.currency,
  e.told_by as "toldBy", k.name as "toldByName", e.typed_by as "typedBy", t.name as "typedByName", e.typed_at as "typedAt", e.document,
  e.verified_by as "verifiedBy", v.name as "verifiedByName", e.verified_at as "verifiedAt", ${isRecorded} as "isRecorded"`

const joined = sql`
  join staff t on t.staff_id = e.typed_by left join staff v on v.staff_id = e.verified_by left join customer k on k.customer_id = e.told_by`

/** Of one person, the newest first. */
export async function evidenceOf(db: Database, customerId: CustomerId, most: number): Promise<readonly EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select ${columns} from typed_evidence e ${joined} where e.customer_id in (select one_person(${customerId}))
    order by e.typed_at desc, e.evidence_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** One piece, which nobody else changes until the end of the transaction. */
export async function lockEvidence(db: Database, evidenceId: EvidenceId): Promise<EvidenceRow | null> {
  const { rows } = await sql<EvidenceRow>`
    select ${columns} from typed_evidence e ${joined} where e.evidence_id = ${evidenceId} for update of e`.execute(db)
  return rows[0] ?? null
}

export async function saveVerified(
  db: Database,
  evidenceId: EvidenceId,
  { by, at, document }: { readonly by: StaffId; readonly at: Date; readonly document: string },
): Promise<void> {
  await db
    .updateTable('typed_evidence')
    .set({ verified_by: by, verified_at: at, document })
    .where('evidence_id', '=', evidenceId)
    .execute()
}

export async function removeEvidence(db: Database, evidenceId: EvidenceId): Promise<void> {
  await db.deleteFrom('typed_evidence').where('evidence_id', '=', evidenceId).execute()
}

/** Whether there is such a customer, who was not erased. */
export async function isThere(db: Database, customerId: CustomerId): Promise<boolean> {
  const row = await db
    .selectFrom('customer')
    .select('customer_id')
    .where('customer_id', '=', customerId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** What was claimed of somebody goes with them, and what others were claimed to have from them. */
export async function forgetEvidenceOf(db: Database, customerId: CustomerId): Promise<void> {
  await sql`delete from typed_evidence where customer_id = ${customerId} or told_by = ${customerId}`.execute(db)
}

export async function evidenceRows(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select e.kind, e.words, e.at, e.amount, e.currency, e.typed_at, e.document, e.verified_at from typed_evidence e
    where e.customer_id = ${customerId} order by e.typed_at limit 10000`.execute(db)
  return rows
}
