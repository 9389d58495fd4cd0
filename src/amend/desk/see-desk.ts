// The desk of whoever asks: what comes next and why, their own cases by next promise, and the figures of today.
import type { Context } from '../../platform/context/context.ts'
import type { StaffId } from '../../shared/ids.ts'
import { awayUntil } from '../calendars/absence.sql.ts'
import { caseLineOf } from '../cases/page/case-line.ts'
import { linesOfOwner, linesWaiting, type LineRow } from '../cases/page/case-lines.sql.ts'
import { lateEnquiries } from '../cases/outside/enquiry.sql.ts'
import { countUncovered } from '../cases/work/left-behind.sql.ts'
import { casesMentioning } from '../cases/notes/mention.sql.ts'
import { whoActs } from '../cases/work/take-case.ts'
import type { Floor } from '../promises/floor-policy.sql.ts'
import { recentFloors } from '../promises/known-floors.ts'
import { dayOf } from './day.rules.ts'
import { type DeskView, mostCounted } from './desk.schema.ts'
import { type CompanyCounts, companyCounts, countsAbout, ownCounts, type Span, teamLoad } from './desk.sql.ts'
import { shareFigures } from './share-figures.ts'
import { byOrderOfWork, nextPiece, type Piece, type Why } from './next-piece.rules.ts'

/** The first and the one it is compared with. */
const mostNext = 2
const mostMentions = 10
const mostOutside = 10
const soonMs = 2 * 3_600_000
/** So soon a cover is found where there is one: what is uncovered for longer stays so. */
const coverMs = 3 * 60_000

/** @param most how many of their own cases to show */
export async function seeDesk(ctx: Context, most: number): Promise<DeskView> {
  const me = whoActs(ctx)
  const now = ctx.now()
  const isLead = ctx.actor.kind === 'staff' && ctx.actor.role !== 'handler'
  // All but the figures of the day leave at once; those need to know when it began.
  const asked = recentFloors(ctx)
  const [floors, company, about, { waiting, mineOpen }, mine, rows, mentions, outside, away, team, uncovered] =
    await Promise.all([
      asked,
      asked.then((known) => shareFigures(ctx, () => companyCounts(ctx.db, todayOf(known, now)))),
      asked.then((known) => countsAbout(ctx.db, me, todayOf(known, now))),
      ownCounts(ctx.db, me),
      linesOfOwner(ctx.db, me, most),
      linesWaiting(ctx.db, me, mostNext),
      casesMentioning(ctx.db, me, mostMentions),
      lateEnquiries(ctx.db, me, now, mostCounted, mostOutside),
      awayUntil(ctx.db, me, now),
      isLead ? teamLoad(ctx.db, me) : [],
      isLead ? countUncovered(ctx.db, now, new Date(now.getTime() - coverMs), me, mostCounted) : 0,
    ])
  const { toConfirm, quarantined, ...promises } = without(company, about)
  return {
    next: nextOf(rows, me, floors, now, waiting),
    ...{ waiting, toConfirm, quarantined, promises, mineOpen },
    mentions: [...mentions],
    outside: outside.map((one) => ({ ...one, dueAt: one.dueAt?.toISOString() ?? null })),
    mine: mine.map((row) => caseLineOf(row, floors, now)),
    awayUntil: away?.toISOString() ?? null,
    uncovered,
    team: [...team],
  }
}

/** What is counted as "or more" stays so. */
function without(company: CompanyCounts, about: CompanyCounts): CompanyCounts {
  const less = (name: keyof CompanyCounts): number =>
    company[name] >= mostCounted ? company[name] : Math.max(0, company[name] - about[name])
  return {
    ...{ quarantined: less('quarantined'), toConfirm: less('toConfirm'), keptToday: less('keptToday') },
    ...{ openToday: less('openToday'), atRisk: less('atRisk'), broken: less('broken') },
  }
}

/** Today by the wall clock of the calendar. */
export function todayOf(floors: ReadonlyMap<number, Floor>, now: Date): Span {
  const { start, end } = dayOf(now, floors.values().next().value?.calendar.timeZone ?? 'UTC')
  return { dayStart: start, dayEnd: end, now, soon: new Date(now.getTime() + soonMs) }
}

function nextOf(
  rows: readonly LineRow[],
  me: StaffId,
  floors: ReadonlyMap<number, Floor>,
  now: Date,
  waiting: number,
): DeskView['next'] {
  const found = nextPiece(rows.map(pieceOf).sort(byOrderOfWork).slice(0, mostNext), me)
  const row = rows.find(({ caseId }) => caseId === found?.piece.caseId)
  if (!found || !row) return null
  return { line: caseLineOf(row, floors, now), why: whyOf(found.why, waiting) }
}

const pieceOf = (row: LineRow): Piece => ({
  id: row.caseId,
  caseId: row.caseId,
  poolId: row.poolId,
  touch: row.promise?.kind ?? 'final-answer',
  dueAt: row.nextDueAt ?? row.receivedAt,
  arrivedAt: row.receivedAt,
  dangerAt: row.dangerAt,
  ownerStaffId: row.ownerStaffId,
  aboutStaffIds: [],
})

function whyOf({ code, values }: Why, waiting: number): { key: string; values: Record<string, string> } {
  const words = Object.entries({ ...values, waiting }).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : String(value),
  ])
  return { key: code, values: Object.fromEntries(words) as Record<string, string> }
}
