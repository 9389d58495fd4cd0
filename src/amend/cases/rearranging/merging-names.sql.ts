// What the preview of a merge says of a case beside its rules: its number, its people, how much there is in it.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId } from '../../../shared/ids.ts'

export const reads = ['staff', 'organization', 'message'] as const

export interface MergingNames {
  readonly number: string
  readonly owner: string | null
  readonly duty: string
  /** Letters and messages of people, and notes: counted up to a thousand. */
  readonly messages: number
  readonly notes: number
}

export async function mergingNames(db: Database, caseId: CaseId): Promise<MergingNames> {
  const { rows } = await sql<MergingNames>`
    select o.case_prefix || '-' || c.number as number, w.name as owner, d.name as duty,
      (select count(*)::integer from (select from message m where m.kind in ('human', 'answer') and m.conversation_id in (
        select x.conversation_id from cases x where x.case_id in (select cases_in(c.case_id))) limit 1000) few) as messages,
      (select count(*)::integer from (select from case_note n where n.case_id in (select cases_in(c.case_id)) and n.taken_back_at is null
        limit 1000) few) as notes
    from cases c join organization o on o.organization_id = c.organization_id
    join staff d on d.staff_id = c.duty_staff_id left join staff w on w.staff_id = c.owner_staff_id
    where c.case_id = ${caseId}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('a preview of no case')
  return row
}
