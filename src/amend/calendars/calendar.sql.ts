// Calendars: when a company is open. A change makes a new row, so that promises made under the old one can still be explained.
import type { Database } from '../../platform/database/transaction.ts'
import type { CalendarId, OrganizationId } from '../../shared/ids.ts'
import type { Calendar } from './calendar.rules.ts'
import type { WeeklyHours } from './weekly-hours.rules.ts'

export interface KeptCalendar extends Calendar {
  readonly calendarId: CalendarId
}

/** A calendar from its columns. */
export const calendarOf = (row: {
  calendar_id: string
  time_zone: string
  weekly: unknown
  holidays: readonly string[]
}): KeptCalendar => ({
  calendarId: row.calendar_id as CalendarId,
  timeZone: row.time_zone,
  weekly: row.weekly as WeeklyHours,
  holidays: row.holidays,
})

export async function addCalendar(
  db: Database,
  organizationId: OrganizationId,
  name: string,
  calendar: KeptCalendar,
  at: Date,
): Promise<void> {
  await db
    .insertInto('calendar')
    .values({
      organization_id: organizationId,
      calendar_id: calendar.calendarId,
      name,
      time_zone: calendar.timeZone,
      weekly: JSON.stringify(calendar.weekly),
      holidays: [...calendar.holidays],
      changed_at: at,
    })
    .execute()
}
