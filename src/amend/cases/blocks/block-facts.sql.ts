// What a case knows that a building block may say. An order or a refund only where there is one and no other, so that nobody is told of the wrong one.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { spokenName } from '../spoken-name.sql.ts'

export const reads = ['customer', 'organization', 'staff', 'promise', 'purchase', 'refund'] as const

export interface CaseFacts {
  readonly number: string
  readonly customerName: string
  readonly company: string
  readonly timeZone: string
  readonly myName: string | null
  readonly orderedAt: Date | null
  readonly orderedItem: string | null
  /** A decimal number in text. */
  readonly refunded: string | null
  readonly currency: string | null
  readonly promisedBy: Date | null
}

export async function caseFacts(db: Database, caseId: CaseId, me: StaffId): Promise<CaseFacts | null> {
  const { rows } = await sql<CaseFacts>`
    select o.case_prefix || '-' || c.number as number, k.name as "customerName", ${spokenName} as company, o.time_zone as "timeZone",
      (select s.name from staff s where s.staff_id = ${me}) as "myName",
      (select max(p.at) from purchase p where p.customer_id = c.customer_id having count(*) = 1) as "orderedAt",
      (select max(p.items->0->>'name') from purchase p where p.customer_id = c.customer_id having count(*) = 1 and max(jsonb_array_length(p.items)) = 1) as "orderedItem",
      r.amount as refunded, r.currency,
      (select max(p.due_at) from promise p where p.case_id = c.case_id and p.kind = 'final-answer' and p.status = 'open') as "promisedBy"
    from cases c join customer k on k.customer_id = c.customer_id join organization o on o.organization_id = c.organization_id
    left join lateral (
      select max(r.amount)::text as amount, max(p.currency) as currency from refund r join purchase p on p.purchase_id = r.purchase_id
      where p.customer_id = c.customer_id and r.at >= c.received_at having count(*) = 1) r on true
    where c.case_id = ${caseId}`.execute(db)
  return rows[0] ?? null
}
