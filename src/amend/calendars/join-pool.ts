// New people work in the pool from their first day; those who leave are no longer on its roster.
import type { Context } from '../../platform/context/context.ts'
import type { StaffId } from '../../shared/ids.ts'
import { addMember, endMemberships, firstPool } from './pool.sql.ts'

/** Adds a person to the pool that new cases go to. Twice is once; before the founding there is nothing to join. */
export async function joinPool(ctx: Context, staffId: StaffId): Promise<void> {
  const poolId = await firstPool(ctx.db)
  if (poolId !== null) await addMember(ctx.db, ctx.organizationId, poolId, staffId, ctx.now())
}

export async function leavePools(ctx: Context, staffId: StaffId): Promise<void> {
  await endMemberships(ctx.db, staffId, ctx.now())
}
