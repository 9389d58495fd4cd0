// Who is away, and until when. An absence that is over says nothing any more.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'

export interface Absence {
  readonly staffId: StaffId
  readonly from: Date
  readonly until: Date
}

/** Whether the person in this column is away at an instant, inside another statement. */
export const isAway = (staffId: string, at: Date): RawBuilder<boolean> => sql`exists (
  select from absence a where a.staff_id = ${sql.ref(staffId)} and a.away_from <= ${at} and a.away_until > ${at})`

/** Says it anew where it was said before. */
export async function saveAbsence(
  db: Database,
  organizationId: OrganizationId,
  { staffId, from, until }: Absence,
  by: StaffId,
  at: Date,
): Promise<void> {
  const said = { away_from: from, away_until: until, said_by: by, said_at: at }
  await db
    .insertInto('absence')
    .values({ organization_id: organizationId, staff_id: staffId, ...said })
    .onConflict((conflict) => conflict.columns(['organization_id', 'staff_id']).doUpdateSet(said))
    .execute()
}

/** False where nothing was said, or it is over. */
export async function removeAbsence(db: Database, staffId: StaffId, now: Date): Promise<boolean> {
  const gone = await db.deleteFrom('absence').where('staff_id', '=', staffId).returning('away_until').executeTakeFirst()
  return gone !== undefined && gone.away_until > now
}

/** Everybody who is away now or will be, whoever comes back first in front (at most 500). */
export async function absencesFrom(db: Database, now: Date): Promise<readonly Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .select(['staff_id', 'away_from', 'away_until'])
    .where('away_until', '>', now)
    .orderBy('away_until')
    .limit(500)
    .execute()
  return rows.map((row) => ({ staffId: row.staff_id as StaffId, from: row.away_from, until: row.away_until }))
}

/** Those who are away at this instant. */
export const whoIsAway = async (db: Database, now: Date): Promise<readonly Absence[]> =>
  (await absencesFrom(db, now)).filter(({ from }) => from <= now)

/** Until when somebody is away at this instant; null for who is here. */
export async function awayUntil(db: Database, staffId: StaffId, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('absence')
    .select('away_until')
    .where('staff_id', '=', staffId)
    .where('away_from', '<=', now)
    .where('away_until', '>', now)
    .executeTakeFirst()
  return row?.away_until ?? null
}
