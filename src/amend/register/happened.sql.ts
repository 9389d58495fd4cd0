// What happened to a case, as far as it does not stand in its row: when it was open, what somebody did with it, what came of its promises.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import type { RegisterFilter } from './register.schema.ts'

export const reads = ['promise'] as const

/** At or after, and before; null where it is not asked. */
interface During {
  readonly from: Date | null
  readonly before: Date | null
}

export type Happened =
  /** Open at this instant. */
  | { readonly what: 'open'; readonly at: Date }
  | ({ readonly what: 'deed'; readonly did: RegisterFilter['did']; readonly by: StaffId | null } & During)
  | ({
      readonly what: 'promise'
      readonly kind: RegisterFilter['promise']
      readonly came: RegisterFilter['promised']
      readonly now: Date
    } & During)

/** Up to `most` cases to which it happened, one as often as it did; what the cases themselves are is not asked. */
export async function casesWhere(db: Database, happened: Happened, most: number): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select h.case_id as "caseId" ${fromOf(happened)} where ${conditionOf(happened)} limit ${sql.lit(most)}`.execute(db)
  return rows.map(({ caseId }) => caseId)
}

/** Whether it happened to the case `c`: asked of each case by its key (`offset 0` keeps a plan from beginning here), and of none that came later. */
export const hasHappened = (happened: Happened): RawBuilder<unknown> => sql`
  c.received_at < ${endOf(happened) ?? 'infinity'}::timestamptz
  and exists (select ${fromOf(happened)} where h.case_id = c.case_id and ${conditionOf(happened)} offset 0)`

function endOf(happened: Happened): Date | null {
  if (happened.what === 'open') return happened.at
  return happened.what === 'deed' ? happened.before : null
}

function fromOf({ what }: Happened): RawBuilder<unknown> {
  switch (what) {
    case 'open':
      return sql`from case_span h`
    case 'deed':
      return sql`from case_deed h`
    case 'promise':
      return sql`from promise h`
  }
}

function conditionOf(happened: Happened): RawBuilder<unknown> {
  if (happened.what === 'open') return sql`h.ended_at >= ${happened.at} and h.opened_at < ${happened.at}`
  const { from, before } = happened
  const at = happened.what === 'deed' ? sql`h.at` : sql`h.due_at`
  const during = sql`${at} >= ${from ?? '-infinity'}::timestamptz and ${at} < ${before ?? 'infinity'}::timestamptz`
  if (happened.what === 'deed') {
    const { did, by } = happened
    return sql.join(
      [during, ...(did ? [sql`h.kind = ${did}`] : []), ...(by ? [sql`h.staff_id = ${by}`] : [])],
      sql` and `,
    )
  }
  const { kind, came, now } = happened
  // Made anew after it broke, it is no promise of its own: the first one stays late.
  return sql.join(
    [
      sql`h.instead_of is null`,
      during,
      ...(kind ? [sql`h.kind = ${kind}`] : []),
      ...(came ? [cameOf(sql`h`, came, now)] : []),
    ],
    sql` and `,
  )
}

/** What came of a promise. One that the tick has not looked at yet is late all the same. */
export function cameOf(
  promise: RawBuilder<unknown>,
  came: NonNullable<RegisterFilter['promised']>,
  now: Date,
): RawBuilder<unknown> {
  switch (came) {
    case 'late':
      return sql`(${promise}.status = 'broken' or ${promise}.status = 'open' and ${promise}.due_at < ${now})`
    case 'open':
      return sql`(${promise}.status = 'open' and ${promise}.due_at >= ${now})`
    case 'kept':
    case 'released':
      return sql`${promise}.status = ${came}`
  }
}
