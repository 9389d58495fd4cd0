// Enquiries: whom a case has asked outside, until when it waits for them, and whether they answered.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type {
  CaseId,
  ConversationId,
  CustomerId,
  IdentityId,
  MessageId,
  OrganizationId,
  StaffId,
} from '../../../shared/ids.ts'

export const reads = ['identity', 'message', 'organization'] as const

export interface Asked {
  readonly conversationId: ConversationId
  readonly caseId: CaseId
  readonly identityId: IdentityId
  readonly by: StaffId
  readonly dueAt: Date | null
}

/** The conversation in which a case has asked this address before; null where it has not. */
export async function conversationWith(
  db: Database,
  caseId: CaseId,
  identityId: IdentityId,
): Promise<ConversationId | null> {
  const { rows } = await sql<{ conversationId: ConversationId }>`
    select conversation_id as "conversationId" from enquiry
    where case_id in (select cases_in(${caseId})) and identity_id = ${identityId} order by asked_at desc limit 1`.execute(
    db,
  )
  return rows[0]?.conversationId ?? null
}

/** Notes that somebody was asked; asking again begins anew. */
export async function saveAsked(db: Database, organizationId: OrganizationId, asked: Asked, at: Date): Promise<void> {
  const now = { asked_by: asked.by, asked_at: at, due_at: asked.dueAt, answered_at: null, returned_at: null }
  await db
    .insertInto('enquiry')
    .values({
      organization_id: organizationId,
      conversation_id: asked.conversationId,
      case_id: asked.caseId,
      identity_id: asked.identityId,
      ...now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'conversation_id']).doUpdateSet(now))
    .execute()
}

export interface EnquiryOfMessage {
  readonly conversationId: ConversationId
  readonly caseId: CaseId
  readonly standing: 'joined' | 'to-confirm' | 'refused'
  readonly isOurs: boolean
}

/** The enquiry that a message belongs to; null for a message of no enquiry. */
export async function enquiryOfMessage(db: Database, messageId: MessageId): Promise<EnquiryOfMessage | null> {
  const { rows } = await sql<EnquiryOfMessage>`
    select e.conversation_id as "conversationId", case_standing_for(e.case_id) as "caseId", m.standing, m.direction = 'out' as "isOurs"
    from message m join enquiry e on e.conversation_id = m.conversation_id
    where m.message_id = ${messageId} and m.kind in ('enquiry', 'outside')`.execute(db)
  return rows[0] ?? null
}

/** The case's customer and conversation for one with somebody outside; null for any other conversation. */
export async function caseBeside(
  db: Database,
  conversationId: ConversationId,
): Promise<{
  readonly caseId: CaseId
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
} | null> {
  const { rows } = await sql<{ caseId: CaseId; conversationId: ConversationId; customerId: CustomerId }>`
    select c.case_id as "caseId", c.conversation_id as "conversationId", c.customer_id as "customerId"
    from enquiry e join cases c on c.case_id = case_standing_for(e.case_id) where e.conversation_id = ${conversationId}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Ends an enquiry that was open: answered, come back, or let go by a person. `wasAwaited`: the case waited for it, and for nobody else any more. */
export async function endEnquiry(
  db: Database,
  conversationId: ConversationId,
  how: 'answered' | 'returned' | 'let-go',
  at: Date,
): Promise<{ readonly wasAwaited: boolean }> {
  const { rows } = await sql<{ wasAwaited: boolean }>`
    with before as (
      select * from enquiry where conversation_id = ${conversationId} for no key update),
    ended as (
      update enquiry e set
        answered_at = case when ${how} = 'answered' then coalesce(e.answered_at, ${at}) else e.answered_at end,
        returned_at = case ${how} when 'returned' then ${at}::timestamptz when 'answered' then null else null end,
        due_at = case when ${how} = 'let-go' then null else e.due_at end
      from before b where e.organization_id = b.organization_id and e.conversation_id = b.conversation_id)
    select b.due_at is not null and b.answered_at is null and b.returned_at is null
      and not exists (select from enquiry o where o.case_id in (select cases_in(case_standing_for(b.case_id))) and o.conversation_id <> b.conversation_id
        and o.due_at is not null and o.answered_at is null and o.returned_at is null) as "wasAwaited"
    from before b`.execute(db)
  return rows[0] ?? { wasAwaited: false }
}

export interface EnquiryRow {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly name: string
  readonly address: string
  readonly askedAt: Date
  readonly dueAt: Date | null
  readonly answeredAt: Date | null
  readonly returnedAt: Date | null
}

const most = 50

/** Whom a case has asked, the latest first; nothing for somebody the case is about. */
export async function enquiriesOf(db: Database, caseId: CaseId, me: StaffId): Promise<readonly EnquiryRow[]> {
  const { rows } = await sql<EnquiryRow>`
    select e.conversation_id as "conversationId", i.customer_id as "customerId", coalesce(i.display, '') as name, i.raw_value as address,
      e.asked_at as "askedAt", e.due_at as "dueAt", e.answered_at as "answeredAt", e.returned_at as "returnedAt"
    from cases c join enquiry e on e.case_id = c.case_id join identity i on i.identity_id = e.identity_id
    where c.case_id in (select cases_in(${caseId})) and not ${me}::uuid = any (c.about_staff_ids)
    order by e.asked_at desc, e.conversation_id limit ${sql.lit(most)}`.execute(db)
  return rows
}

export interface LateEnquiry {
  readonly caseId: CaseId
  readonly number: string
  readonly matter: string
  readonly whom: string
  readonly dueAt: Date | null
  readonly isReturned: boolean
}

/** Whom a person's open cases have asked and who is late, or whom the letter did not reach; the longest late first. Looks at so many of their cases. */
export async function lateEnquiries(
  db: Database,
  staffId: StaffId,
  now: Date,
  lookedAt: number,
  few: number,
): Promise<readonly LateEnquiry[]> {
  const { rows } = await sql<LateEnquiry>`
    select c.case_id as "caseId", o.case_prefix || '-' || c.number as number, c.matter, coalesce(nullif(i.display, ''), i.raw_value) as whom,
      e.due_at as "dueAt", e.returned_at is not null as "isReturned"
    from (select * from cases where owner_staff_id = ${staffId} and state not in ('resolved', 'rejected', 'closed', 'merged')
          order by next_due_at, case_id limit ${sql.lit(lookedAt)}) c
    join lateral (
      select * from enquiry e where e.case_id in (select cases_in(c.case_id)) and e.answered_at is null and (e.returned_at is not null or e.due_at <= ${now})) e on true
    join identity i on i.identity_id = e.identity_id
    join organization o on o.organization_id = c.organization_id
    order by coalesce(e.returned_at, e.due_at), c.case_id limit ${sql.lit(few)}`.execute(db)
  return rows
}

/** What was asked about a customer, or of them (at most 10,000), without who asked. */
export async function enquiriesAbout(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.number, e.asked_at, e.due_at, e.answered_at from (
      select e.* from cases c join enquiry e on e.case_id = c.case_id where c.customer_id = ${customerId}
      union select e.* from identity i join enquiry e on e.identity_id = i.identity_id where i.customer_id = ${customerId}) e
    join cases c on c.case_id = e.case_id order by e.asked_at limit 10000`.execute(db)
  return rows
}
