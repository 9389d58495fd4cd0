// Which cases a report is about: of its kind and channel, none about whoever asks, and none that stands in another (merged), by the same rule as in the register.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { StaffId } from '../../shared/ids.ts'
import { isAboutSomebody } from '../cases/about-asker.sql.ts'
import type { ReportQuery } from './report-query.schema.ts'

export const reads = ['cases'] as const

export interface AskedCases {
  readonly kind: NonNullable<ReportQuery['kind']> | null
  readonly channel: NonNullable<ReportQuery['channel']> | null
  /** Whoever asks: cases about them are left out. */
  readonly except: StaffId | null
}

/** At or after, and before. */
export interface Span {
  readonly from: Date
  readonly before: Date
}

/** Whether the case `c` is one of them. */
export const isAsked = ({ kind, channel, except }: AskedCases): RawBuilder<unknown> => sql`
  c.state <> 'merged' and (${kind}::text is null or c.kind = ${kind}) and (${channel}::text is null or c.channel = ${channel})
  and (${except}::uuid is null or not ${except}::uuid = any (c.about_staff_ids))`

/** The same of a row that only names its case. */
export function isOfAsked(caseId: RawBuilder<unknown>, { kind, channel, except }: AskedCases): RawBuilder<unknown> {
  const conditions = [
    sql`${caseId} not in (select case_id from cases where merged_into is not null)`,
    ...(except
      ? [
          sql`${caseId} not in (select case_id from cases where ${isAboutSomebody('cases')} and ${except}::uuid = any (about_staff_ids))`,
        ]
      : []),
    ...(kind || channel
      ? [
          sql`${caseId} in (select case_id from cases where (${kind}::text is null or kind = ${kind}) and (${channel}::text is null or channel = ${channel}))`,
        ]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** The first instants of steps, for `width_bucket`: it then answers 1 for the first step, and so on. */
export const startsOf = (starts: readonly Date[]): RawBuilder<unknown> =>
  sql`${starts.map((start) => start.toISOString())}::timestamptz[]`

/** To be asked first: what a report reads depends on how long its period is, so its statements are planned for their values; an index that holds all
 * that is asked is read and not the cases; and counting a year of them takes more room than a screen of them. */
export async function prepareForMuch(db: Database): Promise<void> {
  await sql`set local plan_cache_mode = force_custom_plan`.execute(db)
  await sql`set local random_page_cost = 1.1`.execute(db)
  await sql`set local work_mem = '32MB'`.execute(db)
}
