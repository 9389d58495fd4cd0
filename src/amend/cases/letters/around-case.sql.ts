// The addresses around a case: ours, its customer's, of whoever else takes part, and of the colleagues it is about.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Around } from '../outside/enquiry.rules.ts'

export const reads = ['channel', 'identity', 'participant', 'staff'] as const

export async function addressesAround(db: Database, caseId: CaseId): Promise<Around> {
  const { rows } = await sql<Around>`
    select array(select h.config->>'address' from channel h where h.kind = 'mail' and h.config ? 'address') as ours,
      array(select i.value from identity i where i.customer_id in (select one_person(c.customer_id)) and i.kind = 'email' limit 1000) as customers,
      array(select i.value from participant p join identity i on i.identity_id = p.identity_id
        where p.conversation_id in (select x.conversation_id from cases x where x.case_id in (select cases_in(c.case_id))) and p.standing = 'confirmed' and i.customer_id not in (select one_person(c.customer_id)) limit 1000) as "takingPart",
      array(select s.email from staff s where s.staff_id = any (c.about_staff_ids)) as about
    from cases c where c.case_id = ${caseId}`.execute(db)
  return rows[0] ?? { ours: [], customers: [], takingPart: [], about: [] }
}
