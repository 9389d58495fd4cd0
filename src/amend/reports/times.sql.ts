// How long cases took, in whole minutes of business time and of the wall clock, as counts: what is done after so many minutes, and what is not.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import { type AskedCases, isAsked, type Span } from './asked-cases.sql.ts'
import type { BusinessClock } from './business-clock.rules.ts'

export const reads = ['cases'] as const

/** Cases of one measure that were done, or last seen undone: after `minutes[n]` there were `cases[n]`. */
export interface Taken {
  /** Received in the period, and not in the one before. */
  readonly isNow: boolean
  readonly measure: 'first-business' | 'first-wall' | 'end-business' | 'end-wall'
  readonly isDone: boolean
  /** Not done, and the case is still open. */
  readonly isWaiting: boolean
  readonly minutes: readonly number[]
  readonly cases: readonly number[]
}

/** Closed, and never resolved or rejected here: what took its time there took none here. */
const endedElsewhere = sql`(c.state = 'closed' and c.resolved_at is null and c.rejected_at is null)`

/** The times of all cases received in two periods, the second just after the first. What is not done yet has waited until `at`. */
export async function timesTaken(
  db: Database,
  asked: AskedCases,
  now: Span,
  before: Span,
  at: Date,
  clock: BusinessClock,
): Promise<readonly Taken[]> {
  const over = sql`c.state in ('resolved', 'rejected', 'closed', 'merged')`
  // What it was resolved or rejected as last: a case that was opened again is not over until then.
  const stop = sql`case when ${over} then greatest(c.resolved_at, c.rejected_at, c.received_at) else ${at}::timestamptz end`
  const seconds = (time: RawBuilder<unknown>) => sql`date_part('epoch', ${time})`
  const { rows } = await sql<Taken>`
    select "isNow", measure, "isDone", "isWaiting", to_json(array_agg(minutes)) as minutes, to_json(array_agg(cases)) as cases from (
    select is_now as "isNow", case grouping(answer_business, answer_wall, end_business, end_wall)
        when 7 then 'first-business' when 11 then 'first-wall' when 13 then 'end-business' else 'end-wall' end as measure,
      coalesce(answer_business, answer_wall, end_business, end_wall) as minutes,
      case when grouping(answer_business, answer_wall) < 3 then is_answered else is_over end as "isDone",
      not is_over and not (grouping(answer_business, answer_wall) < 3 and is_answered) as "isWaiting", count(*)::integer as cases
    from (select is_now, is_answered, is_over,
        floor((answered - received) / 60)::integer as answer_wall, floor((stopped - received) / 60)::integer as end_wall,
        floor((${shownAt(clock, 'answered')} - ${shownAt(clock, 'received')}) / 60)::integer as answer_business,
        floor((${shownAt(clock, 'stopped')} - ${shownAt(clock, 'received')}) / 60)::integer as end_business
      from (select c.received_at >= ${now.from} as is_now, c.first_answered_at is not null as is_answered, ${over} as is_over,
          ${seconds(sql`c.received_at`)} as received, ${seconds(sql`coalesce(c.first_answered_at, ${stop})`)} as answered, ${seconds(stop)} as stopped
        from cases c where c.received_at >= ${before.from} and c.received_at < ${now.before} and not ${endedElsewhere} and ${isAsked(asked)} offset 0) read offset 0) taken
    group by is_now, is_answered, is_over, grouping sets ((answer_business), (answer_wall), (end_business), (end_wall))) counted
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

/** What the clock shows at a time. Before its first opening it shows zero. */
function shownAt(
  { begins, lasts, shows }: BusinessClock,
  column: 'received' | 'answered' | 'stopped',
): RawBuilder<unknown> {
  const time = sql.ref(column)
  const opening = sql`width_bucket(${time}, ${begins}::float8[])`
  return sql`coalesce((${shows}::float8[])[${opening}] + least(${time} - (${begins}::float8[])[${opening}], (${lasts}::float8[])[${opening}]), 0)`
}
