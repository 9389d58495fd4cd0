// Pools of connections. Everything the desk does runs as amends_app; only migrations, the queue and the tick's polling are amends_owner.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export type DatabaseRole = 'amends_app' | 'amends_owner'

// int8: counters, case numbers and minor units of money fit a double up to 9e15; anything larger is a bug and says so.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`integer ${text} does not fit`)
  return value
})
// date: a calendar day has no zone, so it stays text (YYYY-MM-DD).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const dateArray: number = 1182
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the package names no arrays
pg.types.setTypeParser(dateArray, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')))

export interface PoolOptions {
  readonly url: string
  readonly role: DatabaseRole
  readonly size: number
  /** Called when an idle connection breaks: the pool replaces it by itself, the operator should still hear of it. */
  readonly onBroken: (error: Error) => void
}

// A plan is made once a connection and knows no values, so it is told what none of our questions may do: read a whole table. Limits are part
// of the text for the same reason (client-database.ts).
const appSettings =
  '-c role=amends_app -c statement_timeout=30000 -c plan_cache_mode=force_generic_plan -c enable_seqscan=off'
const ownerSettings = '-c role=amends_owner -c statement_timeout=0'

/** A pool whose every connection acts as one of our two roles, with bounded statements. */
export function openPool({ url, role, size, onBroken }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A network that swallows everything gives no error: what is not answered well after its own limit is given up.
    // The application's statements need not wait for each other's answers, and are prepared once and planned once a connection.
    ...(role === 'amends_app' ? { query_timeout: 35_000, pipeline: true } : {}),
    options: `${role === 'amends_app' ? appSettings : ownerSettings} -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c jit=off`,
  })
  pool.on('error', onBroken)
  pool.on('connect', (client) => client.on('error', onBroken))
  return pool
}

/** Throws when the database does not answer within two seconds. */
export async function askWhetherItAnswers(pool: pg.Pool): Promise<void> {
  const ending = new AbortController()
  const late = sleep(2000, undefined, { signal: ending.signal }).then(() => {
    throw new Error('the database does not answer')
  })
  try {
    await Promise.race([pool.query('select 1'), late])
  } finally {
    late.catch(() => undefined)
    ending.abort()
  }
}
