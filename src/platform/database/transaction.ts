// One transaction for one organization, as amends_app. The only door to the application's tables.
import { Kysely } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { isId, type OrganizationId } from '../../shared/ids.ts'
import { clientDialect } from './client-dialect.ts'
import { asOurError } from './database-errors.ts'
import type { DB } from './types.ts'

export type Database = Kysely<DB>

/** Runs `work` in a transaction that sees only `organizationId`'s rows; commits when it returns, rolls back when it throws.
 * @throws Refusal('unavailable') when the database cannot be reached, Refusal('storage-full') when its disk is full */
export async function inTransaction<Result>(
  pool: Pool,
  organizationId: OrganizationId,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  // The setting is text inside a command (Citus propagates the command, not set_config), so its shape is checked here.
  if (!isId(organizationId)) throw new Error('an organization is a lower-case UUID')
  const client = await connect(pool)
  let broken: Error | undefined
  try {
    await client.query(`begin; set local app.organization_id = '${organizationId}'`)
    const result = await work(new Kysely<DB>({ dialect: clientDialect(client) }))
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw asOurError(error)
  } finally {
    client.release(broken)
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw asOurError(error)
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed')
  }
}
