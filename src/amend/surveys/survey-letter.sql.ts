// What the letter that asks may say: names and the number of the case. One statement.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { SurveyLetterFacts } from './compose-survey.ts'
import { spokenName } from '../cases/spoken-name.sql.ts'

export const reads = ['cases', 'channel', 'customer', 'organization', 'staff'] as const

export async function factsOfLetter(db: Database, caseId: CaseId): Promise<SurveyLetterFacts> {
  const { rows } = await sql<SurveyLetterFacts>`
    select o.case_prefix || '-' || c.number as number, k.name as "customerName", ${spokenName} as company, o.time_zone as "timeZone",
      s.name as "ownerName"
    from cases c join customer k on k.customer_id = c.customer_id join organization o on o.organization_id = c.organization_id
    join staff s on s.staff_id = coalesce(c.owner_staff_id, c.duty_staff_id)
    where c.case_id = ${caseId}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('a letter about no case')
  return row
}

/** Whether there is a mailbox to write from that is not off. */
export async function hasMailbox(db: Database): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from channel h where h.kind = 'mail' and h.config ? 'address' and h.state <> 'off') as is`.execute(
    db,
  )
  return rows[0]?.is ?? false
}
