// Somebody left: their open cases go to the successor, or to whom the roster names, and they are on duty no more. Customers are told.
// The tick looks again, since a case that was over may be opened again after they left.
import { withContext, type Context } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import type { CaseId, OrganizationId, StaffId } from '../../shared/ids.ts'
import { say } from '../../shared/say.ts'
import { leavePools } from '../calendars/join-pool.ts'
import { nameFromRoster } from '../calendars/pool.sql.ts'
import { changeLocked, lockForChange } from './change-case.ts'
import type { KeptCase } from './case-columns.ts'
import { casesLeftBehind, whoLeftCases } from './case.sql.ts'
import { wallTime } from './wall-time.rules.ts'

const most = 50

/** Cases that came back to somebody who had left find a cover within a minute. */
export const coverWhoLeft: TickPart = {
  name: 'cover for who left',
  run: async (house, organizationId) => {
    const who = { organizationId, actor: { kind: 'system', part: 'cover' } } as const
    const left = await withContext(house, who, (ctx) => whoLeftCases(ctx.db, most))
    for (const staffId of left) await coverCases(house, organizationId, staffId, null)
  },
}

/** Hands everything over, one case a transaction, so that it can be stopped and run again. One that cannot be handed over keeps none back.
 * @throws the first failure, once the others of its round are done */
export async function coverCases(
  house: House,
  organizationId: OrganizationId,
  left: StaffId,
  successor: StaffId | null,
): Promise<void> {
  const who = { organizationId, actor: { kind: 'system', part: 'cover' } } as const
  await withContext(house, who, (ctx) => leavePools(ctx, left))
  for (;;) {
    const caseIds = await withContext(house, who, (ctx) => casesLeftBehind(ctx.db, left, most))
    const failures: unknown[] = []
    for (const caseId of caseIds)
      await withContext(house, who, (ctx) => coverCase(ctx, caseId, left, successor)).catch((error: unknown) => {
        failures.push(error)
      })
    if (failures.length > 0) throw failures[0]
    if (caseIds.length < most) return
  }
}

async function coverCase(ctx: Context, caseId: CaseId, left: StaffId, successor: StaffId | null): Promise<void> {
  const locked = await lockForChange(ctx, caseId)
  const { current } = locked.kept
  const answersForIt = current.ownerStaffId ?? current.dutyStaffId
  if (answersForIt !== left) return
  const leaveOut = [...current.aboutStaffIds, left]
  const to =
    successor !== null && !leaveOut.includes(successor)
      ? successor
      : await nameFromRoster(ctx.db, current.poolId, leaveOut, ctx.now())
  if (to === null) throw new Error(`nobody is left to cover case ${String(locked.kept.number)}`)
  const { decision } = await changeLocked(
    ctx,
    locked,
    current.ownerStaffId === null
      ? { do: 'name-duty', staffId: to }
      : { do: 'cover', from: left, to, summary: await summaryOf(ctx, locked.kept) },
  )
  if (decision.outcome === 'refused') throw new Error(`a case could not be covered: ${decision.sentence}`)
}

/** A summary of facts that nobody had to write. */
async function summaryOf(ctx: Context, { current, nextDueAt }: KeptCase): Promise<string> {
  const zone = (await findOrganization(ctx.db))?.timeZone ?? 'UTC'
  return say('cover.summary', {
    received: wallTime(current.receivedAt, zone),
    reopenings: current.reopenings.length,
    due: nextDueAt === null ? say('cover.nothing-due') : wallTime(nextDueAt, zone),
  })
}
