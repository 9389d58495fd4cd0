// Changing the floor: a new version for everything promised from now on. What was promised stays as it was.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { checkCalendar } from '../calendars/calendar-check.rules.ts'
import { addCalendar } from '../calendars/calendar.sql.ts'
import { say } from '../../shared/say.ts'
import { checkFloorPolicy } from './floor-policy.rules.ts'
import { addFloor, currentFloor, type Floor, lockFloor } from './floor-policy.sql.ts'
import type { FloorChange, FloorView } from './promise.schema.ts'

/** The floor in force, as the wire shows it. @throws Refusal('not-found') before the founding */
export async function seeFloor(ctx: Context): Promise<FloorView> {
  const floor = await currentFloor(ctx.db)
  if (!floor) throw new Refusal('not-found', 'No floor has been set yet.')
  return viewOf(floor)
}

/** Makes the next version. @throws Refusal('invalid') with a sentence for each thing that cannot be promised */
export async function changeFloor(ctx: Context, change: FloorChange): Promise<FloorView> {
  await lockFloor(ctx.db)
  const before = await currentFloor(ctx.db)
  if (!before) throw new Refusal('not-found', 'No floor has been set yet.')
  const policy = { ...before.policy, ...change.terms, version: before.policy.version + 1 }
  const problems = [...checkCalendar(change.calendar), ...checkFloorPolicy(policy)]
  if (problems.length > 0) throw new Refusal('invalid', problems.join(' '))
  const calendar = {
    ...change.calendar,
    weekly: change.calendar.weekly as Floor['calendar']['weekly'],
    calendarId: ctx.newId<'calendar'>(),
  }
  const madeBy = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  await addCalendar(ctx.db, ctx.organizationId, say('calendar.usual'), calendar, ctx.now())
  await addFloor(ctx.db, ctx.organizationId, { policy, calendarId: calendar.calendarId, madeBy }, ctx.now())
  await recordAudit(
    ctx,
    'floor.changed',
    { kind: 'floor', id: String(policy.version) },
    { before: before.policy, after: policy },
  )
  return viewOf({ policy, calendar })
}

const viewOf = ({ policy, calendar }: Floor): FloorView => ({
  version: policy.version,
  terms: {
    acknowledgeMinutes: policy.acknowledgeMinutes,
    firstAnswerBusinessDays: policy.firstAnswerBusinessDays,
    finalAnswerBusinessDays: policy.finalAnswerBusinessDays,
  },
  calendar: {
    calendarId: calendar.calendarId,
    timeZone: calendar.timeZone,
    weekly: calendar.weekly as FloorView['calendar']['weekly'],
    holidays: [...calendar.holidays],
  },
})
