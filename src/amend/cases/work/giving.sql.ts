// Who answers for a case from now on, kept until the tick has told them.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, Id, OrganizationId, StaffId } from '../../../shared/ids.ts'

export interface Giving {
  readonly givingId: Id<'giving'>
  readonly caseId: CaseId
  readonly staffId: StaffId
  /** The colleague who did it; null for the desk itself. */
  readonly byStaffId: StaffId | null
}

export async function addGiving(db: Database, organizationId: OrganizationId, giving: Giving): Promise<void> {
  const { givingId, caseId, staffId, byStaffId } = giving
  await db
    .insertInto('case_giving')
    .values({
      organization_id: organizationId,
      giving_id: givingId,
      case_id: caseId,
      staff_id: staffId,
      by_staff_id: byStaffId,
    })
    .execute()
}

/** Takes those that nobody was told of yet, at most `most`: they are gone once the transaction is committed. */
export async function takeGivings(db: Database, most: number): Promise<readonly Giving[]> {
  const { rows } = await sql<Giving>`
    delete from case_giving where giving_id in (
      select giving_id from case_giving order by organization_id, giving_id limit ${sql.lit(most)} for update skip locked)
    returning giving_id as "givingId", case_id as "caseId", staff_id as "staffId", by_staff_id as "byStaffId"`.execute(
    db,
  )
  return rows.toSorted((a, b) => (a.givingId < b.givingId ? -1 : 1))
}
