// Pools: who staffs which work, and the roster that names the person on duty.
import { sql } from 'kysely'
import type { Role } from '../../platform/context/actor.rules.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { CalendarId, OrganizationId, PoolId, StaffId } from '../../shared/ids.ts'
import { isAway } from './absence.sql.ts'

export const reads = ['staff'] as const

export async function addPool(
  db: Database,
  organizationId: OrganizationId,
  pool: { readonly poolId: PoolId; readonly name: string; readonly calendarId: CalendarId },
  at: Date,
): Promise<void> {
  await db
    .insertInto('pool')
    .values({
      organization_id: organizationId,
      pool_id: pool.poolId,
      name: pool.name,
      calendar_id: pool.calendarId,
      made_at: at,
    })
    .execute()
}

/** The pool that new cases go to, inside another statement: the oldest. */
export const oldestPool = sql<PoolId | null>`(select p.pool_id from pool p order by p.made_at, p.pool_id limit 1)`

/** The pool that new cases go to. Null before the founding. */
export async function firstPool(db: Database): Promise<PoolId | null> {
  const { rows } = await sql<{ poolId: PoolId | null }>`select ${oldestPool} as "poolId"`.execute(db)
  return rows[0]?.poolId ?? null
}

/** Everybody who works here now (at most 500 people). */
export async function staffToJoin(db: Database): Promise<readonly StaffId[]> {
  const rows = await db.selectFrom('staff').select('staff_id').where('disabled_at', 'is', null).limit(500).execute()
  return rows.map((row) => row.staff_id as StaffId)
}

/** Everybody who works here now as customers may name them (at most 500 people). */
export async function staffNames(
  db: Database,
): Promise<
  readonly { readonly staffId: StaffId; readonly name: string; readonly email: string; readonly role: Role }[]
> {
  const rows = await db
    .selectFrom('staff')
    .select(['staff_id', 'name', 'email', 'role'])
    .where('disabled_at', 'is', null)
    .orderBy('staff_id')
    .limit(500)
    .execute()
  return rows.map(({ staff_id, role, ...row }) => ({ ...row, role: role as Role, staffId: staff_id as StaffId }))
}

/** Adds a member; one who left comes back. */
export async function addMember(
  db: Database,
  organizationId: OrganizationId,
  poolId: PoolId,
  staffId: StaffId,
  at: Date,
): Promise<void> {
  await db
    .insertInto('pool_member')
    .values({ organization_id: organizationId, pool_id: poolId, staff_id: staffId, joined_at: at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'pool_id', 'staff_id']).doUpdateSet({ left_at: null }),
    )
    .execute()
}

export async function endMemberships(db: Database, staffId: StaffId, at: Date): Promise<void> {
  await db
    .updateTable('pool_member')
    .set({ left_at: at })
    .where('staff_id', '=', staffId)
    .where('left_at', 'is', null)
    .execute()
}

/** The pools a person works in. */
export async function poolsOf(db: Database, staffId: StaffId): Promise<readonly PoolId[]> {
  const rows = await db
    .selectFrom('pool_member')
    .select('pool_id')
    .where('staff_id', '=', staffId)
    .where('left_at', 'is', null)
    .limit(50)
    .execute()
  return rows.map((row) => row.pool_id as PoolId)
}

/**
 * Names the member of a pool who was named longest ago, leaving out some, and moves them to the end of the roster.
 * Two at once name two different people where there are two. Somebody who is away is named only where all others are, since a case is never
 * nobody's. Null when nobody is left.
 */
export async function nameFromRoster(
  db: Database,
  poolId: PoolId,
  leaveOut: readonly StaffId[],
  at: Date,
): Promise<StaffId | null> {
  const isHere = sql`not ${isAway('member.staff_id', at)}`
  return (
    (await nameMember(db, poolId, leaveOut, at, isHere, sql`skip locked`)) ??
    (await nameMember(db, poolId, leaveOut, at, isHere, sql``)) ??
    nameMember(db, poolId, leaveOut, at, sql`true`, sql``)
  )
}

async function nameMember(
  db: Database,
  poolId: PoolId,
  leaveOut: readonly StaffId[],
  at: Date,
  who: ReturnType<typeof sql>,
  whenLocked: ReturnType<typeof sql>,
): Promise<StaffId | null> {
  // A clock that stands still must not name the same person twice, hence the microsecond.
  const { rows } = await sql<{ staff_id: StaffId }>`
    update pool_member set duty_named_at = greatest(${at}::timestamptz,
      (select max(other.duty_named_at) + interval '1 microsecond' from pool_member other where other.pool_id = ${poolId}))
    where pool_id = ${poolId} and staff_id = (
      select member.staff_id from pool_member member join staff on staff.staff_id = member.staff_id
      where member.pool_id = ${poolId} and member.left_at is null and staff.disabled_at is null
        and not member.staff_id = any (${[...leaveOut]}::uuid[]) and ${who}
      order by member.duty_named_at nulls first, member.joined_at, member.staff_id
      limit 1 for no key update of member ${whenLocked})
    returning staff_id`.execute(db)
  return rows[0]?.staff_id ?? null
}
