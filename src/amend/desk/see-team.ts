// The team as a lead sees it: how much each has, and the cases behind a figure, the next promise first. Cases about the lead are not there.
import type { Context } from '../../platform/context/context.ts'
import { absencesFrom } from '../calendars/absence.sql.ts'
import { caseLineOf } from '../cases/page/case-line.ts'
import { linesAtRisk, linesForLead, linesUntaken } from '../cases/page/case-lines.sql.ts'
import { whoActs } from '../cases/work/take-case.ts'
import { recentFloors } from '../promises/known-floors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { todayOf } from './see-desk.ts'
import { mostCounted } from './desk.schema.ts'
import type { TeamCases, TeamView } from './team.schema.ts'
import { loadOfEach, loadUntaken } from './team.sql.ts'

export async function seeTeam(ctx: Context): Promise<TeamView> {
  const [me, now] = [whoActs(ctx), ctx.now()]
  const today = todayOf(await recentFloors(ctx), now)
  const [people, untaken, absences] = await Promise.all([
    loadOfEach(ctx.db, me, today),
    loadUntaken(ctx.db, me, today),
    absencesFrom(ctx.db, now),
  ])
  return {
    people: people.map((person) => {
      const found = absences.find(({ staffId }) => staffId === person.staffId)
      const absence = found ? { from: found.from.toISOString(), until: found.until.toISOString() } : null
      return { ...person, absence, isAway: found !== undefined && found.from <= now }
    }),
    untaken,
  }
}

export async function seeTeamCases(
  ctx: Context,
  of: 'at-risk' | 'untaken' | StaffId,
  most: number,
): Promise<TeamCases> {
  const [me, now] = [whoActs(ctx), ctx.now()]
  const floors = await recentFloors(ctx)
  const rows =
    of === 'at-risk'
      ? await linesAtRisk(ctx.db, me, todayOf(floors, now).dayEnd, most + 1)
      : of === 'untaken'
        ? await linesUntaken(ctx.db, me, most + 1)
        : await linesForLead(ctx.db, of, me, most + 1)
  const lines = rows.slice(0, most).map((row) => ({
    ...caseLineOf(row, floors, now),
    ...{ version: row.version, ownerStaffId: row.ownerStaffId },
  }))
  return { lines, hasMore: rows.length > most && most < mostCounted }
}
