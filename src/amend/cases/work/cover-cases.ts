// Somebody left or is away: their open cases go to the successor, or to whom the roster names. Customers are told. Who left is on duty no more;
// who comes back finds other cases: nothing is given back. The tick looks again each minute, since a case that was over may be opened again after
// they left, and where nobody is left to cover, somebody may be soon.
import { withContext, type Context } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import type { TickPart } from '../../../platform/jobs/job.ts'
import { findOrganization } from '../../../platform/staff/organization.sql.ts'
import type { CaseId, OrganizationId, StaffId } from '../../../shared/ids.ts'
import { say } from '../../../shared/say.ts'
import { whoIsAway } from '../../calendars/absence.sql.ts'
import { leavePools } from '../../calendars/join-pool.ts'
import { nameFromRoster } from '../../calendars/pool.sql.ts'
import { changeLocked, lockForChange } from '../change-case.ts'
import type { KeptCase } from '../case-columns.ts'
import { casesLeftBehind, whoLeftCases } from './left-behind.sql.ts'
import { wallTime } from '../letters/wall-time.rules.ts'

const most = 50

interface Leaver {
  readonly staffId: StaffId
  /** Until when they are away; null for who works here no more. */
  readonly awayUntil: Date | null
  readonly successor: StaffId | null
}

/** Cases that came back to somebody who had left, and those of somebody who is away, find a cover within a minute. */
export const coverWhoLeft: TickPart = {
  name: 'cover for who left',
  run: async (house, organizationId, stopping) => {
    const who = { organizationId, actor: { kind: 'system', part: 'cover' } } as const
    const left = await withContext(house, who, (ctx) => whoLeftCases(ctx.db, ctx.now(), most))
    for (const { staffId, awayUntil } of left) {
      if (stopping?.aborted) return
      if (awayUntil === null) await coverCases(house, organizationId, staffId, null, stopping)
      else await handOn(house, organizationId, { staffId, awayUntil, successor: null }, stopping)
    }
  },
}

/** Of who works here no more. As `handOn`. */
export async function coverCases(
  house: House,
  organizationId: OrganizationId,
  staffId: StaffId,
  successor: StaffId | null,
  stopping?: AbortSignal,
): Promise<void> {
  const who = { organizationId, actor: { kind: 'system', part: 'cover' } } as const
  await withContext(house, who, (ctx) => leavePools(ctx, staffId))
  await handOn(house, organizationId, { staffId, awayUntil: null, successor }, stopping)
}

/** Hands everything over, one case a transaction, so that it can be stopped and run again. One that cannot be handed over keeps none back, and one
 * that nobody is left for stays, which the desk and the doctor say. @throws the first failure, once the others of its round are done */
async function handOn(
  house: House,
  organizationId: OrganizationId,
  leaver: Leaver,
  stopping: AbortSignal | undefined,
): Promise<void> {
  const who = { organizationId, actor: { kind: 'system', part: 'cover' } } as const
  let after: CaseId | null = null
  while (!stopping?.aborted) {
    const caseIds: readonly CaseId[] = await withContext(house, who, (ctx) =>
      casesLeftBehind(ctx.db, leaver.staffId, after, most),
    )
    const failures: unknown[] = []
    for (const caseId of caseIds) {
      if (stopping?.aborted) break
      await withContext(house, who, (ctx) => coverCase(ctx, caseId, leaver)).catch((error: unknown) => {
        failures.push(error)
      })
    }
    if (failures.length > 0) throw failures[0]
    if (caseIds.length < most) return
    after = caseIds.at(-1) ?? null
  }
}

async function coverCase(ctx: Context, caseId: CaseId, leaver: Leaver): Promise<void> {
  const { staffId: left, successor } = leaver
  const locked = await lockForChange(ctx, caseId)
  const { current } = locked.kept
  const answersForIt = current.ownerStaffId ?? current.dutyStaffId
  if (answersForIt !== left) return
  const away = await whoIsAway(ctx.db, ctx.now())
  const leaveOut = [...current.aboutStaffIds, left, ...away.map(({ staffId }) => staffId)]
  const to =
    successor !== null && !leaveOut.includes(successor)
      ? successor
      : await nameFromRoster(ctx.db, current.poolId, leaveOut, ctx.now())
  if (to === null) return
  const { decision } = await changeLocked(
    ctx,
    locked,
    current.ownerStaffId === null
      ? { do: 'name-duty', staffId: to }
      : { do: 'cover', from: left, to, summary: await summaryOf(ctx, locked.kept, leaver) },
  )
  if (decision.outcome === 'refused') throw new Error(`a case could not be covered: ${decision.sentence}`)
}

/** A summary of facts that nobody had to write. */
async function summaryOf(ctx: Context, { current, nextDueAt }: KeptCase, { awayUntil }: Leaver): Promise<string> {
  const zone = (await findOrganization(ctx.db))?.timeZone ?? 'UTC'
  const why = awayUntil === null ? say('cover.left') : say('cover.away', { until: wallTime(awayUntil, zone) })
  return say('cover.summary', {
    why,
    received: wallTime(current.receivedAt, zone),
    reopenings: current.reopenings.length,
    due: nextDueAt === null ? say('cover.nothing-due') : wallTime(nextDueAt, zone),
  })
}
