// The topics of a company, and what a case is said to be about.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, Id, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { Topic } from './topic.schema.ts'

export const reads = ['cases', 'message'] as const

export type TopicId = Id<'topic'>

/** More than this nobody chooses from; archived ones count. */
export const mostTopics = 500

/** By name, those in use first. */
export async function topicsOf(db: Database): Promise<readonly Topic[]> {
  const { rows } = await sql<Topic>`
    select topic_id as "topicId", name, archived_at is not null as "isArchived"
    from topic order by archived_at is not null, lower(name), topic_id limit ${sql.lit(mostTopics)}`.execute(db)
  return rows
}

/** Adds it, or changes the one of this identifier. */
export async function saveTopic(
  db: Database,
  organizationId: OrganizationId,
  { topicId, name, isArchived }: Topic,
  by: { readonly staffId: StaffId; readonly at: Date },
): Promise<void> {
  await sql`
    insert into topic (organization_id, topic_id, name, made_by, made_at) values (${organizationId}, ${topicId}, ${name}, ${by.staffId}, ${by.at})
    on conflict (organization_id, topic_id) do update set name = excluded.name,
      archived_at = case when ${isArchived} then coalesce(topic.archived_at, ${by.at}::timestamptz) end`.execute(db)
}

/** What a case is said to be about, and the words by which it began: its matter and what is new in its first message. */
export interface LabelledCase {
  readonly topicId: TopicId | null
  readonly stage: string | null
  readonly text: string
}

/** So much of a first message is read, in characters. */
const mostRead = 4000
/** Of the case `c` and its first message `m`. */
export const wordsOfCase = sql<string>`c.matter || E'\n' || left(m.visible_text, ${sql.lit(mostRead)})`

export async function labelledCase(db: Database, caseId: CaseId): Promise<LabelledCase | null> {
  const { rows } = await sql<LabelledCase>`
    select c.topic_id as "topicId", c.stage, ${wordsOfCase} as text
    from cases c join message m on m.message_id = c.opening_message_id where c.case_id = ${caseId}`.execute(db)
  return rows[0] ?? null
}
