// Surveys: drawn, asked, answered. One row a case, for ever.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, ConversationId, CustomerId, MessageId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { LeftOut, Scores } from './survey.rules.ts'
import { spokenName } from '../cases/spoken-name.sql.ts'

export const reads = ['cases', 'customer', 'organization'] as const

export type SurveyState = 'waiting' | 'not-drawn' | 'asked' | 'returned' | 'left-out'

export interface CaseToDraw {
  readonly customerId: CustomerId
  readonly state: string
  readonly resolvedAt: Date | null
  /** Of its survey; null where it has none. */
  readonly survey: { readonly state: SurveyState; readonly why: LeftOut | null } | null
}

export async function caseToDraw(db: Database, caseId: CaseId): Promise<CaseToDraw | null> {
  const { rows } = await sql<CaseToDraw>`
    select c.customer_id as "customerId", c.state, c.resolved_at as "resolvedAt",
      case when s.case_id is not null then jsonb_build_object('state', s.state, 'why', s.why) end as survey
    from cases c left join survey s on s.case_id = c.case_id where c.case_id = ${caseId}`.execute(db)
  return rows[0] ?? null
}

export interface NewSurvey {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly isDrawn: boolean
  readonly chance: number
  readonly settingVersion: number
  readonly dueAt: Date
}

/** False where the case has one already. */
export async function addSurvey(db: Database, organizationId: OrganizationId, one: NewSurvey): Promise<boolean> {
  const added = await db
    .insertInto('survey')
    .values({
      ...{ organization_id: organizationId, case_id: one.caseId, customer_id: one.customerId },
      ...{ state: one.isDrawn ? 'waiting' : 'not-drawn', chance: one.chance, setting_version: one.settingVersion },
      ...{ due_at: one.dueAt, look_at: one.dueAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** A case that was settled anew waits anew; one that was asked about, or not drawn, stays so. */
export async function waitAgain(db: Database, caseId: CaseId, dueAt: Date): Promise<void> {
  await sql`
    update survey set state = 'waiting', why = null, due_at = ${dueAt}, look_at = ${dueAt}
    where case_id = ${caseId} and (state = 'waiting' or (state = 'left-out' and why = 'open-again'))`.execute(db)
}

/** Cases to look at now, the longest waiting first. */
export async function surveysToLookAt(db: Database, now: Date, most: number): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select case_id as "caseId" from survey where state = 'waiting' and look_at <= ${now} order by look_at, case_id limit ${sql.lit(most)}`.execute(
    db,
  )
  return rows.map(({ caseId }) => caseId)
}

export interface WaitingSurvey {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  readonly openingMessageId: MessageId
  readonly dueAt: Date
  /** Of the case. */
  readonly state: string
  readonly isAnswered: boolean
  readonly isErased: boolean
  readonly lastAskedAt: Date | null
}

/** A waiting survey under its lock; of one customer, one at a time until the end of the transaction. Null where it waits no more. */
export async function lockWaiting(
  db: Database,
  organizationId: OrganizationId,
  caseId: CaseId,
): Promise<WaitingSurvey | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${organizationId} || ':' || s.customer_id::text, 46)) from survey s where s.case_id = ${caseId}`.execute(
    db,
  )
  const { rows } = await sql<WaitingSurvey>`
    select s.case_id as "caseId", s.customer_id as "customerId", c.conversation_id as "conversationId", c.opening_message_id as "openingMessageId",
      s.due_at as "dueAt", c.state, c.first_answered_at is not null as "isAnswered", k.erased_at is not null as "isErased",
      (select max(o.asked_at) from survey o where o.customer_id in (select one_person(s.customer_id))) as "lastAskedAt"
    from survey s join cases c on c.case_id = s.case_id join customer k on k.customer_id = s.customer_id
    where s.case_id = ${caseId} and s.state = 'waiting' for no key update of s`.execute(db)
  return rows[0] ?? null
}

export async function lookAgain(db: Database, caseId: CaseId, at: Date): Promise<void> {
  await db
    .updateTable('survey')
    .set({ look_at: at })
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .execute()
}

export async function leaveOut(db: Database, caseId: CaseId, why: LeftOut): Promise<void> {
  await db
    .updateTable('survey')
    .set({ state: 'left-out', why })
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .execute()
}

export async function markAsked(
  db: Database,
  caseId: CaseId,
  messageId: MessageId,
  at: Date,
  closesAt: Date,
): Promise<void> {
  await db
    .updateTable('survey')
    .set({ state: 'asked', message_id: messageId, asked_at: at, closes_at: closesAt })
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .execute()
}

/** The letter did not arrive: nobody was asked. */
export async function markReturned(db: Database, messageId: MessageId): Promise<void> {
  await sql`
    update survey set state = 'returned' where message_id = ${messageId} and state = 'asked' and answered_at is null`.execute(
    db,
  )
}

export interface AskedSurvey {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  readonly company: string
  readonly number: string
  readonly timeZone: string
  readonly closesAt: Date
  readonly answeredAt: Date | null
  readonly scores: Scores
  readonly words: string
  readonly version: number
  readonly isErased: boolean
  readonly aboutStaffIds: readonly StaffId[]
}

/** A survey that somebody was asked; null where nobody was. `isLocked`: nobody else answers it until the end of the transaction. */
export async function findAsked(db: Database, caseId: CaseId, isLocked: boolean): Promise<AskedSurvey | null> {
  const { rows } = await sql<AskedSurvey>`
    select s.case_id as "caseId", s.customer_id as "customerId", c.conversation_id as "conversationId", ${spokenName} as company,
      o.case_prefix || '-' || c.number as number, o.time_zone as "timeZone", s.closes_at as "closesAt", s.answered_at as "answeredAt",
      jsonb_build_object('outcome', s.outcome, 'process', s.process, 'person', s.person) as scores, s.words, s.version,
      k.erased_at is not null as "isErased", c.about_staff_ids as "aboutStaffIds"
    from survey s join cases c on c.case_id = s.case_id join customer k on k.customer_id = s.customer_id
    join organization o on o.organization_id = s.organization_id
    where s.case_id = ${caseId} and s.asked_at is not null ${isLocked ? sql`for no key update of s` : sql``}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** A letter that was reported lost has arrived all the same once it is answered. */
export async function saveAnswer(db: Database, caseId: CaseId, scores: Scores, words: string, at: Date): Promise<void> {
  await sql`
    update survey set outcome = ${scores.outcome}, process = ${scores.process}, person = ${scores.person}, words = ${words},
      answered_at = coalesce(answered_at, ${at}::timestamptz), state = 'asked', version = version + 1
    where case_id = ${caseId}`.execute(db)
}

export interface SurveyOfCase {
  readonly state: SurveyState
  readonly why: LeftOut | null
  readonly dueAt: Date
  readonly askedAt: Date | null
  readonly closesAt: Date | null
  readonly answeredAt: Date | null
  readonly scores: Scores
  readonly words: string
}

export async function surveyOfCase(db: Database, caseId: CaseId): Promise<SurveyOfCase | null> {
  const { rows } = await sql<SurveyOfCase>`
    select s.state, s.why, s.due_at as "dueAt", s.asked_at as "askedAt", s.closes_at as "closesAt", s.answered_at as "answeredAt",
      jsonb_build_object('outcome', s.outcome, 'process', s.process, 'person', s.person) as scores, s.words
    from survey s where s.case_id = ${caseId}`.execute(db)
  return rows[0] ?? null
}
