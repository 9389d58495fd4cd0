// Versions of the floor with the calendar each counts in. Versions are only ever added.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import { calendarOf, type KeptCalendar } from '../calendars/calendar.sql.ts'
import type { CalendarId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { FloorPolicy } from './floor-policy.rules.ts'

export const reads = ['calendar'] as const

/** A version of the floor and the calendar it counts in. */
export interface Floor {
  readonly policy: FloorPolicy
  readonly calendar: KeptCalendar
}

const floors = (db: Database) =>
  db
    .selectFrom('floor_policy')
    .innerJoin('calendar', 'calendar.calendar_id', 'floor_policy.calendar_id')
    .select(['floor_policy.version', 'terms', 'calendar.calendar_id', 'time_zone', 'weekly', 'holidays'])

type FloorRow = Awaited<ReturnType<ReturnType<typeof floors>['execute']>>[number]

const floorOf = (row: FloorRow): Floor => ({
  policy: { ...(row.terms as unknown as Omit<FloorPolicy, 'version'>), version: row.version },
  calendar: calendarOf(row),
})

/** The floor in force. Null before the founding. */
export async function currentFloor(db: Database): Promise<Floor | null> {
  const row = await floors(db).orderBy('floor_policy.version', 'desc').limit(1).executeTakeFirst()
  return row ? floorOf(row) : null
}

/** The newest versions there are, the newest first (at most 200). */
export async function recentVersions(db: Database): Promise<readonly number[]> {
  const rows = await db.selectFrom('floor_policy').select('version').orderBy('version', 'desc').limit(200).execute()
  return rows.map(({ version }) => version)
}

export async function floorsOfVersions(db: Database, versions: readonly number[]): Promise<readonly Floor[]> {
  const rows = await floors(db).where('floor_policy.version', 'in', versions).limit(200).execute()
  return rows.map(floorOf)
}

export async function addFloor(
  db: Database,
  organizationId: OrganizationId,
  floor: { readonly policy: FloorPolicy; readonly calendarId: CalendarId; readonly madeBy: StaffId | null },
  at: Date,
): Promise<void> {
  const { version, ...terms } = floor.policy
  await db
    .insertInto('floor_policy')
    .values({
      organization_id: organizationId,
      version,
      calendar_id: floor.calendarId,
      terms: JSON.stringify(terms),
      valid_from: at,
      made_by: floor.madeBy,
    })
    .execute()
}

/** Lets one change of the floor through at a time, so that versions are counted without gaps. */
export async function lockFloor(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('floor:' || current_organization()::text, 0))`.execute(db)
}
