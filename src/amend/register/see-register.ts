// The register: every case by a filter, a page at a time. A place stays where it is while new cases come in.
import type { Context } from '../../platform/context/context.ts'
import { type PlaceOf, readPlace, writePlace } from './page-place.ts'
import { readFilter } from './read-filter.ts'
import {
  mostCounted,
  type RegisterFilter,
  type RegisterLine,
  type RegisterOrder,
  type RegisterPage,
} from './register.schema.ts'
import { casesFrom, countCases, type Place, type RegisterRow, type Wanted, walksOf } from './register.sql.ts'

/** @param after where the page before ended; the beginning where absent
 * @throws Refusal('invalid') for a place in another list, or one that nobody wrote */
export async function seeRegister(
  ctx: Context,
  filter: RegisterFilter,
  order: RegisterOrder,
  after: string | undefined,
  most: number,
): Promise<RegisterPage> {
  const of: PlaceOf = { filter, order }
  const from = after === undefined ? null : readPlace(ctx, of, after)
  const wanted = await readFilter(ctx, filter)
  const { rows, next } = await pageOf(ctx, wanted, order, from, most)
  // What stands on one page needs no counting.
  const cases = next === null || from !== null ? rows.length : await countCases(ctx.db, wanted, mostCounted + 1)
  return {
    lines: rows.map((row) => lineOf(row, wanted.now)),
    next: next && writePlace(ctx, of, next),
    count: from === null ? { cases: Math.min(cases, mostCounted), isMore: cases > mostCounted } : null,
  }
}

interface Page {
  readonly rows: readonly RegisterRow[]
  /** Where the page behind this one begins; null at the end. */
  readonly next: (Place & { readonly walk: number }) | null
}

/** Up to `most` cases of an order from a place on: of its walks, the next begins where one ends. */
export async function pageOf(
  ctx: Context,
  wanted: Wanted,
  order: RegisterOrder,
  from: Page['next'],
  most: number,
): Promise<Page> {
  const found: { readonly row: RegisterRow; readonly walk: number }[] = []
  for (const [walk, how] of walksOf(order).entries()) {
    if (walk < (from?.walk ?? 0)) continue
    const behind = from?.walk === walk ? from : null
    const rows = await casesFrom(ctx.db, wanted, how, behind, most + 1)
    found.push(...rows.map((row) => ({ row, walk })))
    if (found.length > most) break
  }
  const last = found[most - 1]
  const shown = found.slice(0, most).map(({ row }) => row)
  if (found.length <= most || !last) return { rows: shown, next: null }
  return { rows: shown, next: { walk: last.walk, at: last.row.placedAt, caseId: last.row.caseId } }
}

export function lineOf({ placedAt: _placedAt, nextDueAt, ...row }: RegisterRow, now: Date): RegisterLine {
  return {
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    owed: nextDueAt && { dueAt: nextDueAt.toISOString(), isLate: nextDueAt < now },
    closedAt: row.closedAt?.toISOString() ?? null,
  }
}
