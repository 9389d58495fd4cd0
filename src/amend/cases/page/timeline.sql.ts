// Everything that happened with a customer, over all channels and cases, newest first.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, CustomerId, StaffId } from '../../../shared/ids.ts'
import { isCaseAbout, isMessageAbout } from '../about-asker.sql.ts'

export const reads = ['interaction', 'message'] as const

export interface HappenedRow {
  readonly interactionId: string
  readonly at: Date
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
  readonly caseId: CaseId | null
  readonly direction: 'in' | 'out' | null
  readonly messageKind: string | null
  /** What a message counted as in its case. */
  readonly meaning: string | null
  readonly text: string | null
}

/** Whose: a customer's, or of the customer of a case; with those that are one person with them. What joined them stands on each of their timelines,
 * and is told once. */
export type Whose = { readonly customerId: CustomerId } | { readonly caseId: CaseId }

export async function happenedWith(
  db: Database,
  whose: Whose,
  me: StaffId | null,
  before: string | null,
  most: number,
): Promise<readonly HappenedRow[]> {
  const customerId =
    'customerId' in whose
      ? sql`${whose.customerId}::uuid`
      : sql`(select k.customer_id from cases k where k.case_id = ${whose.caseId})`
  const place =
    before === null
      ? sql`true`
      : sql`(n.at, n.interaction_id) < (select b.at, b.interaction_id from interaction b where b.customer_id in (select one_person(${customerId})) and b.interaction_id = ${before})`
  const { rows } = await sql<HappenedRow>`
    select n.interaction_id as "interactionId", n.at, n.kind,
      case when n.kind = 'survey' and coalesce(${me}::uuid = any (c.about_staff_ids), false) then '{}'::jsonb else n.details end as details, coalesce(n.case_id, g.case_id) as "caseId",
      m.direction, m.kind as "messageKind", g.meaning,
      case when n.kind = 'call' then left(p.text, 300)
        when m.kind in ('enquiry', 'outside') and exists (select from cases a where a.case_id = g.case_id and ${me}::uuid = any (a.about_staff_ids)) then ''
        when n.kind = 'survey' then ''
        else coalesce(left(coalesce(nullif(m.visible_text, ''), m.text), 300), c.matter) end as text
    from (select n.* from one_person(${customerId}) p(customer_id) cross join lateral (
            select * from interaction n where n.customer_id = p.customer_id and (n.kind <> 'identity' or n.customer_id = ${customerId}) and ${place} and not ${isCaseAbout(me, sql`n.case_id`)}
              and not exists (select from message m where m.message_id = n.message_id and ${isMessageAbout(me, 'm')})
            order by n.at desc, n.interaction_id desc limit ${sql.lit(most)}) n
          order by n.at desc, n.interaction_id desc limit ${sql.lit(most)}) n
    left join message m on m.message_id = n.message_id and n.kind <> 'case'
    left join case_message g on g.message_id = n.message_id
    left join cases c on c.case_id = n.case_id
    left join case_note p on p.note_id = n.interaction_id and n.kind = 'call'
    order by n.at desc, n.interaction_id desc`.execute(db)
  return rows
}
