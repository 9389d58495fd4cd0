// What came of promises that fell due in two periods.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { PromiseKind } from '../promises/promise.rules.ts'
import { type AskedCases, isOfAsked, type Span } from './asked-cases.sql.ts'

export const reads = ['promise'] as const

export interface CameOf {
  readonly kind: PromiseKind
  readonly came: 'kept' | 'late' | 'open' | 'released'
  /** Due in the period, and not in the one before. */
  readonly isNow: boolean
  readonly cases: number
}

/** Cases by what came of their promises of each kind, each case once. What the tick has not looked at yet is late all the same, as in the register; what
 * was promised anew after it broke is none of its own. Of the first two kinds a case has one each, so those need no telling apart. */
export async function whatCame(
  db: Database,
  asked: AskedCases,
  now: Span,
  before: Span,
  at: Date,
): Promise<readonly CameOf[]> {
  const fellDue = sql`
    select p.case_id, p.kind, p.due_at >= ${now.from} as is_now,
      case when p.status = 'broken' or p.status = 'open' and p.due_at < ${at} then 'late' else p.status end as came
    from promise p where p.instead_of is null and p.due_at >= ${before.from} and p.due_at < ${now.before} and ${isOfAsked(sql`p.case_id`, asked)}`
  const { rows } = await sql<CameOf>`
    select kind, came, is_now as "isNow", count(*)::integer as cases
    from (${fellDue} and p.kind in ('acknowledgement', 'first-answer')) single group by 1, 2, 3
    union all
    select kind, came, is_now, count(*)::integer
    from (select kind, came, is_now, case_id from (${fellDue} and p.kind not in ('acknowledgement', 'first-answer')) due group by 1, 2, 3, 4) once
    group by 1, 2, 3`.execute(db)
  return rows
}
