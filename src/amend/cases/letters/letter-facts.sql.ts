// What a letter about a case may say: names, number, due times. One statement.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import type { LetterFacts } from './compose-letter.ts'
import { spokenName } from '../spoken-name.sql.ts'

export const reads = ['customer', 'message', 'organization', 'staff', 'promise'] as const

/** `answering` are the people as decided, who may not be saved yet. */
export async function letterFacts(
  db: Database,
  caseId: CaseId,
  answering: { readonly duty: StaffId; readonly owner: StaffId | null },
): Promise<Omit<LetterFacts, 'late'>> {
  const { rows } = await sql<Omit<LetterFacts, 'late'>>`
    select o.case_prefix || '-' || c.number as number, k.name as "customerName", ${spokenName} as company, o.time_zone as "timeZone",
      m.authentication in ('verified', 'session') as "isProved",
      (select s.name from staff s where s.staff_id = ${answering.duty}) as "dutyName",
      (select s.name from staff s where s.staff_id = ${answering.owner}::uuid) as "ownerName",
      (select max(p.due_at) from promise p where p.case_id = c.case_id and p.kind = 'first-answer' and p.status = 'open') as "firstAnswerDue",
      (select max(p.due_at) from promise p where p.case_id = c.case_id and p.kind = 'final-answer' and p.status = 'open') as "finalAnswerDue"
    from cases c join customer k on k.customer_id = c.customer_id join organization o on o.organization_id = c.organization_id
    join message m on m.message_id = c.opening_message_id
    where c.case_id = ${caseId}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('a letter about no case')
  return row
}
