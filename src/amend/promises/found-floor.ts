// The floor a company starts with: Monday to Friday, nine to five in its own zone, and one pool with everybody in it.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { checkCalendar } from '../calendars/calendar-check.rules.ts'
import { addCalendar } from '../calendars/calendar.sql.ts'
import { addMember, addPool, firstPool, staffToJoin } from '../calendars/pool.sql.ts'
import { officeHours } from '../calendars/weekly-hours.rules.ts'
import { checkFloorPolicy, defaultFloorPolicy } from './floor-policy.rules.ts'
import { addFloor } from './floor-policy.sql.ts'
import type { FloorTerms } from './promise.schema.ts'
import { say } from '../../shared/say.ts'

/** Founds calendar, floor (version 1) and pool in the transaction that founds the company. Twice is once.
 * @throws Refusal('invalid') for an unknown time zone or terms below what the floor allows */
export async function foundFloor(
  ctx: Context,
  { timeZone, terms }: { readonly timeZone: string; readonly terms: FloorTerms },
): Promise<void> {
  if ((await firstPool(ctx.db)) !== null) return
  const calendar = { calendarId: ctx.newId<'calendar'>(), timeZone, weekly: officeHours, holidays: [] }
  const policy = { ...defaultFloorPolicy, ...terms }
  const problems = [...checkCalendar(calendar), ...checkFloorPolicy(policy)]
  if (problems.length > 0) throw new Refusal('invalid', problems.join(' '))
  await addCalendar(ctx.db, ctx.organizationId, say('calendar.usual'), calendar, ctx.now())
  await addFloor(ctx.db, ctx.organizationId, { policy, calendarId: calendar.calendarId, madeBy: null }, ctx.now())
  const poolId = ctx.newId<'pool'>()
  await addPool(
    ctx.db,
    ctx.organizationId,
    { poolId, name: say('pool.everybody'), calendarId: calendar.calendarId },
    ctx.now(),
  )
  for (const staffId of await staffToJoin(ctx.db))
    await addMember(ctx.db, ctx.organizationId, poolId, staffId, ctx.now())
}
