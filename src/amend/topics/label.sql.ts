// What people said cases are about, in the order in which they said it: what is learnt from.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { Aspect } from './topic.schema.ts'
import { wordsOfCase } from './topic.sql.ts'

export const reads = ['cases', 'message'] as const

/** How far labels go, and what makes all that was learnt from them void. */
export interface LabelHead {
  /** The number of the newest; 0 where there is none. */
  readonly newest: number
  readonly forgotten: number
  /** Topics that are archived: their labels teach nothing. */
  readonly archived: number
}

export async function labelHead(db: Database, aspect: Aspect): Promise<LabelHead> {
  const { rows } = await sql<LabelHead>`
    select coalesce((select max(number) from case_label where aspect = ${aspect}), 0)::integer as newest,
      (select count(*) from case_label where aspect = ${aspect} and is_forgotten)::integer as forgotten,
      (select count(*) from topic where archived_at is not null)::integer as archived`.execute(db)
  return rows[0] ?? { newest: 0, forgotten: 0, archived: 0 }
}

/** Adds one behind the newest. One transaction at a time, so that no number is seen before the one in front of it. */
export async function addLabel(
  db: Database,
  organizationId: OrganizationId,
  {
    aspect,
    caseId,
    value,
    ...by
  }: { readonly aspect: Aspect; readonly caseId: CaseId; readonly value: string | null } & {
    readonly staffId: StaffId
    readonly at: Date
  },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_organization()::text, 47))`.execute(db)
  await sql`
    insert into case_label (organization_id, aspect, number, case_id, value, labelled_by, labelled_at)
    values (${organizationId}, ${aspect}, coalesce((select max(number) from case_label where aspect = ${aspect}), 0) + 1, ${caseId}, ${value}, ${by.staffId}, ${by.at})`.execute(
    db,
  )
}

/** A case by its words, with what it is about. */
export interface Lesson {
  readonly text: string
  readonly label: string
}

/** What was taken back, forgotten, or is of an archived topic teaches nothing. */
const teaches = sql`l.value is not null and not l.is_forgotten
  and not exists (select from topic t where t.topic_id::text = l.value and t.archived_at is not null)`

/** What the labels up to a number teach: of each case the newest of them, in the order of their numbers; at most the newest `most`. */
export async function lessonsUpTo(
  db: Database,
  aspect: Aspect,
  upTo: number,
  most: number,
): Promise<readonly Lesson[]> {
  const { rows } = await sql<Lesson>`
    select text, label from (
      select l.number, l.value as label, ${wordsOfCase} as text
      from (select distinct on (case_id) * from case_label
            where aspect = ${aspect} and number <= ${upTo} order by case_id, number desc) l
      join cases c on c.case_id = l.case_id join message m on m.message_id = c.opening_message_id
      where ${teaches} order by l.number desc limit ${most}) newest
    order by number`.execute(db)
  return rows
}

/** What each label behind one number, up to another, teaches, in their order. */
export async function lessonsBehind(
  db: Database,
  aspect: Aspect,
  behind: number,
  upTo: number,
): Promise<readonly Lesson[]> {
  const { rows } = await sql<Lesson>`
    select ${wordsOfCase} as text, l.value as label
    from case_label l join cases c on c.case_id = l.case_id join message m on m.message_id = c.opening_message_id
    where l.aspect = ${aspect} and l.number > ${behind} and l.number <= ${upTo} and ${teaches} order by l.number`.execute(
    db,
  )
  return rows
}

/** Nothing is learnt any more from what a customer's cases are about. */
export async function forgetLabelsOf(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update case_label set is_forgotten = true
    where not is_forgotten and case_id in (select case_id from cases where customer_id = ${customerId})`.execute(db)
}

/** As they are handed out: with the name of the topic. */
export async function labelsAbout(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select c.number, l.labelled_at, l.aspect, coalesce(t.name, l.value) as value
    from cases c join case_label l on l.case_id = c.case_id left join topic t on l.aspect = 'topic' and t.topic_id::text = l.value
    where c.customer_id = ${customerId} order by l.labelled_at limit 10000`.execute(db)
  return rows
}
