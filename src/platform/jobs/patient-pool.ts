// The queue's connections. The queue waits out the few failures it knows to pass; any other of a lost connection ends it, or our
// process with it. So to the queue a database that is away only takes its time, and one that goes says what the queue waits for.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { asOurError } from '../database/database-errors.ts'
import { isPassing } from './passing-failure.ts'

// cannot_connect_now: what a server says while it starts.
const comesBack = '57P03'
const pauseMs = 500

/** The same pool for graphile-worker: what it has to settle is settled once the database is back. */
export function patientPool(pool: Pool): Pool {
  const plainly = pool.connect.bind(pool) as (...given: readonly unknown[]) => unknown
  const connect = (...given: readonly unknown[]): unknown =>
    given.length > 0 ? plainly(...given) : connectPatiently(pool)
  return new Proxy(pool, { get: (of, name) => (name === 'connect' ? connect : ownOf(of, name)) })
}

async function connectPatiently(pool: Pool): Promise<PoolClient> {
  const client = await connectOnce(pool)
  const plainly = client.query.bind(client) as unknown as (...given: readonly unknown[]) => Promise<unknown>
  const query = (...given: readonly unknown[]): unknown =>
    plainly(...given).catch((error: unknown) => {
      throw isPassing(asOurError(error))
        ? Object.assign(new Error('The database went away.', { cause: error }), { code: comesBack })
        : error
    })
  return new Proxy(client, { get: (of, name) => (name === 'query' ? query : ownOf(of, name)) })
}

async function connectOnce(pool: Pool): Promise<PoolClient> {
  for (;;) {
    // Once the desk stops there is nobody left to tell, and nothing that would catch it.
    if (pool.ending) await new Promise<never>(() => undefined)
    try {
      return await pool.connect()
    } catch (error) {
      if (!pool.ending && !isPassing(asOurError(error))) throw error
    }
    await sleep(pauseMs, undefined, { ref: false })
  }
}

/** A property as the object itself has it, functions bound to it. */
function ownOf(of: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(of, name, of)
  return typeof value === 'function' ? (value.bind(of) as unknown) : value
}
