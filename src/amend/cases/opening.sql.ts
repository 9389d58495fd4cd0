// What every case is opened with: where it goes, what is promised, how it is numbered. One statement, and no two are told the same number.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { PoolId } from '../../shared/ids.ts'
import { oldestPool } from '../calendars/pool.sql.ts'

export const reads = ['organization', 'floor_policy'] as const

export interface Opening {
  /** The pool that new cases go to: the oldest. */
  readonly poolId: PoolId
  /** The version of the floor in force. */
  readonly floorVersion: number
  readonly casePrefix: string
  /** Where no case follows, this one stays unused. */
  readonly number: number
}

/** @throws Error before the founding */
export async function howToOpen(db: Database): Promise<Opening> {
  const { rows } = await sql<{ [K in keyof Opening]: Opening[K] | null }>`
    select o.case_prefix as "casePrefix", (select max(f.version) from floor_policy f) as "floorVersion",
      ${oldestPool} as "poolId", take_case_number() as number
    from organization o`.execute(db)
  const { poolId, floorVersion, casePrefix, number } = rows[0] ?? {}
  if (!poolId || !floorVersion || !casePrefix || !number) throw new Error('a case before the founding')
  return { poolId, floorVersion, casePrefix, number }
}
