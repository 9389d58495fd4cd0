// How many were asked, how many answered, and what.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { StaffId } from '../../shared/ids.ts'
import { type SurveyItem, surveyItems } from './survey.rules.ts'
import type { Counted } from './survey-figures.rules.ts'

export const reads = ['cases'] as const

export interface WhichSurveys {
  /** Asked at or after, and before. */
  readonly from: Date
  readonly before: Date
  readonly kind: string | null
  readonly channel: string | null
  /** Whoever asks: cases about them are left out. */
  readonly except: StaffId | null
}

/** Cases are read one by one, by their keys: a desk of years has many more than were asked about in some days. */
export async function countSurveys(db: Database, which: WhichSurveys): Promise<Counted> {
  const { from, before, kind, channel, except } = which
  const ofItem = (item: SurveyItem) => {
    const counts = [1, 2, 3, 4, 5].map((score) => sql`count(*) filter (where s.${sql.ref(item)} = ${sql.lit(score)})`)
    return sql`${sql.lit(item)}, jsonb_build_array(${sql.join(counts)})`
  }
  const { rows } = await sql<Counted>`
    select count(*) filter (where s.state = 'asked') as asked, count(*) filter (where s.state = 'returned') as returned,
      count(s.answered_at) as answered, count(*) filter (where least(s.outcome, s.process, s.person) <= 2) as low,
      jsonb_build_object(${sql.join(surveyItems.map(ofItem))}) as scores
    from survey s cross join lateral (select * from cases c where c.case_id = s.case_id limit 1) c
    where s.asked_at >= ${from} and s.asked_at < ${before} and c.state <> 'merged' and (${kind}::text is null or c.kind = ${kind})
      and (${channel}::text is null or c.channel = ${channel}) and (${except}::uuid is null or not ${except}::uuid = any (c.about_staff_ids))`.execute(
    db,
  )
  const [counted] = rows
  if (!counted) throw new Error('one row was asked for')
  return counted
}
