// The matters of cases: the newest of them, and how many have some words in them.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId } from '../../shared/ids.ts'
import { type AskedCases, isAsked, type Span } from './asked-cases.sql.ts'

export const reads = ['cases', 'organization'] as const

export interface MatterRow {
  readonly caseId: CaseId
  readonly number: string
  readonly matter: string
  /** As it is searched in. */
  readonly plain: string
}

/** The newest cases that have a matter, at most `most`. */
export async function newestMatters(
  db: Database,
  asked: AskedCases,
  span: Span,
  most: number,
): Promise<readonly MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select c.case_id as "caseId", o.case_prefix || '-' || c.number as number, c.matter, c.plain_matter as plain
    from cases c join organization o on o.organization_id = c.organization_id
    where c.received_at >= ${span.from} and c.received_at < ${span.before} and ${isAsked(asked)} and c.matter <> ''
    order by c.received_at desc, c.case_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** How many cases of two periods have each of these words in their matter, by the same rule as the register's search. */
export async function casesWithEach(
  db: Database,
  asked: AskedCases,
  now: Span,
  before: Span,
  words: readonly string[],
): Promise<readonly { readonly now: number; readonly before: number }[]> {
  if (words.length === 0) return []
  const hasWords = words.map(
    (_, at) => sql`c.plain_matter like ${sql.ref(`p.p${String(at)}`)} as ${sql.ref(`has${String(at)}`)}`,
  )
  const patterns = words.map(
    (one, at) => sql`'%' || like_pattern(plain_text(${one})) || '%' as ${sql.ref(`p${String(at)}`)}`,
  )
  const counts = words.flatMap((_, at) => {
    const has = sql.ref(`has${String(at)}`)
    return [
      sql`(count(*) filter (where is_now and ${has}))::integer`,
      sql`(count(*) filter (where not is_now and ${has}))::integer`,
    ]
  })
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}] as counts from (
      select c.received_at >= ${now.from} as is_now, ${sql.join(hasWords)}
      from cases c cross join (select ${sql.join(patterns)} offset 0) p
      where c.received_at >= ${before.from} and c.received_at < ${now.before} and ${isAsked(asked)}) each`.execute(db)
  return words.map((_, at) => ({ now: rows[0]?.counts[2 * at] ?? 0, before: rows[0]?.counts[2 * at + 1] ?? 0 }))
}
