// One transaction for one organization, as amends_app. The only door to the application's tables.
import type { Pool, PoolClient } from 'pg'
import { isId, type OrganizationId } from '../../shared/ids.ts'
import { type Database, databaseOn, leaveLater, leaveTogether } from './client-database.ts'
import { asOurError } from './database-errors.ts'

export type { Database } from './client-database.ts'

export interface How {
  /** What this asks for at once, after the work, leaves together with the commit. */
  readonly last?: (db: Database) => Promise<unknown>
  /** For work that is simply done again if the server dies within the next moment, because what says that it was done is in the same transaction:
   * its commit does not wait for the disk (docs/decisions/0007). Never for what somebody is told is stored, nor before something leaves the house,
   * nor for a job: the queue strikes it off afterwards, perhaps when the server is back and has lost the work. */
  readonly isRedoable?: boolean
  /** For work that only reads, which the database then holds it to. Nobody waits for its commit. */
  readonly isReading?: boolean
}

/** Runs `work` in a transaction that sees only `organizationId`'s rows; commits when it returns, rolls back when it throws.
 * @throws Refusal('unavailable') when the database cannot be reached, Refusal('storage-full') when its disk is full */
export async function inTransaction<Result>(
  pool: Pool,
  organizationId: OrganizationId,
  work: (db: Database) => Promise<Result>,
  { last, isRedoable = false, isReading = false }: How = {},
): Promise<Result> {
  // The setting is text inside a command (Citus propagates the command, not set_config), so its shape is checked here.
  if (!isId(organizationId)) throw new Error('an organization is a lower-case UUID')
  const client = await connect(pool)
  const { db, end, firstFailure } = databaseOn(client)
  let broken: Error | undefined
  try {
    // Leaves together with the first statement. Should it fail, that one does as well: without an organization there are no rows.
    const settings = `set local app.organization_id = '${organizationId}'${isRedoable ? soon : ''}`
    leaveTogether(client)
    const begun = client.query(`begin${isReading ? ' read only' : ''}; ${settings}`)
    begun.catch(() => undefined)
    const result = await work(db)
    const lastly = last?.(db)
    end()
    await Promise.all([begun, lastly, isReading ? commitLater(client, firstFailure) : commit(client)])
    return result
  } catch (error) {
    end()
    broken = await rollBack(client)
    throw asOurError((isAftermath(error) && firstFailure()) || error)
  } finally {
    client.release(broken)
  }
}

const aborted = '25P02'
const soon = '; set local synchronous_commit = off'

/** A transaction in which a statement failed ends with a commit too, but is rolled back by it. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw Object.assign(new Error('a statement had failed'), { code: aborted })
}

/** What was read is read: nobody waits, and should the connection break now, the pool hears of it. */
function commitLater(client: PoolClient, firstFailure: () => unknown): Promise<void> {
  const failure = firstFailure()
  if (failure instanceof Error) return Promise.reject(failure)
  leaveLater(client)
  client.query('commit').catch(() => undefined)
  return Promise.resolve()
}

/** What several statements asked for together answer need not arrive in their order. */
const isAftermath = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === aborted

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
