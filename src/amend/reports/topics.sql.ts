// How many cases were received, by what people say they are about.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { JourneyStage } from '../topics/topic.schema.ts'
import type { TopicId } from '../topics/topic.sql.ts'
import { type AskedCases, isAsked, type Span } from './asked-cases.sql.ts'

export const reads = ['cases', 'topic'] as const

interface Counted {
  readonly now: number
  readonly before: number
}

const counts = (now: Span) => sql`(count(*) filter (where c.received_at >= ${now.from}))::integer as now,
  (count(*) filter (where c.received_at < ${now.from}))::integer as before`
const received = (asked: AskedCases, now: Span, before: Span) =>
  sql`c.received_at >= ${before.from} and c.received_at < ${now.before} and ${isAsked(asked)}`

/** Most first; those of which nobody has said it have no topic. */
export async function receivedByTopic(
  db: Database,
  asked: AskedCases,
  now: Span,
  before: Span,
): Promise<readonly (Counted & { readonly topicId: TopicId | null; readonly name: string | null })[]> {
  const { rows } = await sql<Counted & { topicId: TopicId | null; name: string | null }>`
    select g.topic_id as "topicId", t.name, g.now, g.before
    from (select c.topic_id, ${counts(now)} from cases c where ${received(asked, now, before)} group by 1) g
    left join topic t on t.topic_id = g.topic_id order by g.now desc, g.before desc, t.name`.execute(db)
  return rows
}

export async function receivedByStage(
  db: Database,
  asked: AskedCases,
  now: Span,
  before: Span,
): Promise<readonly (Counted & { readonly stage: JourneyStage | null })[]> {
  const { rows } = await sql<Counted & { stage: JourneyStage | null }>`
    select c.stage, ${counts(now)} from cases c where ${received(asked, now, before)} group by 1 order by 2 desc, 3 desc, 1`.execute(
    db,
  )
  return rows
}
