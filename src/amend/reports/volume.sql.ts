// How many cases were received and how many ended, by steps of time and by channel.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import { type AskedCases, isAsked, isOfAsked, type Span, startsOf } from './asked-cases.sql.ts'
import type { ChannelsReport } from './report.schema.ts'

export const reads = ['cases'] as const

interface StepCount {
  /** 1 for the first of the steps. */
  readonly step: number
  readonly cases: number
}

/** Cases received from the first start on and before `before`, by step and kind. */
export async function receivedBySteps(
  db: Database,
  asked: AskedCases,
  starts: readonly Date[],
  before: Date,
): Promise<readonly (StepCount & { readonly kind: 'complaint' | 'request' })[]> {
  const { rows } = await sql<StepCount & { kind: 'complaint' | 'request' }>`
    select width_bucket(c.received_at, ${startsOf(starts)}) as step, c.kind, count(*)::integer as cases from cases c
    where c.received_at >= ${starts[0]} and c.received_at < ${before} and ${isAsked(asked)} group by 1, 2`.execute(db)
  return rows
}

/** Cases that ended in two periods, the first of them as one step: `cases` each once in a step, `first` each once in its period. */
export async function endedBySteps(
  db: Database,
  asked: AskedCases,
  starts: readonly Date[],
  now: Span,
  before: Span,
): Promise<readonly (StepCount & { readonly first: number })[]> {
  const { rows } = await sql<StepCount & { first: number }>`
    select step, (count(*) filter (where earlier is null or width_bucket(earlier, ${startsOf(starts)}) < step))::integer as cases,
      (count(*) filter (where earlier is null or earlier < case when step = 1 then ${before.from} else ${now.from}::timestamptz end))::integer as first
    from (select width_bucket(s.ended_at, ${startsOf(starts)}) as step,
        case when s.round > 1 then (select e.ended_at from case_span e where e.case_id = s.case_id and e.round = s.round - 1) end as earlier
      from case_span s where s.ended_at >= ${before.from} and s.ended_at < ${now.before} and ${isOfAsked(sql`s.case_id`, asked)}) ended
    group by step`.execute(db)
  return rows
}

/** Cases received by channel, in the period and in the one before. */
export async function receivedByChannel(
  db: Database,
  asked: AskedCases,
  now: Span,
  before: Span,
): Promise<
  readonly {
    readonly channel: ChannelsReport['channels'][number]['channel']
    readonly now: number
    readonly before: number
  }[]
> {
  const { rows } = await sql<{ channel: ChannelsReport['channels'][number]['channel']; now: number; before: number }>`
    select c.channel, (count(*) filter (where c.received_at >= ${now.from}))::integer as now,
      (count(*) filter (where c.received_at < ${now.from}))::integer as before
    from cases c where c.received_at >= ${before.from} and c.received_at < ${now.before} and ${isAsked(asked)} group by 1
    order by 2 desc, 1`.execute(db)
  return rows
}
