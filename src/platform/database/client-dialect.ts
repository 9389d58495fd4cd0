// Kysely over one pg client that is already inside a transaction. Frequent statements are prepared once a connection.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { PoolClient } from 'pg'

// Names of statements worth preparing. Bounded: a statement beyond it is simply parsed each time.
const prepared = new Map<string, string>()
const mostPrepared = 400

function preparedName(text: string): string | undefined {
  const known = prepared.get(text)
  if (known !== undefined) return known
  if (prepared.size >= mostPrepared || text.length > 6000) return undefined
  const name = `amends_${String(prepared.size)}`
  prepared.set(text, name)
  return name
}

class ClientConnection implements DatabaseConnection {
  readonly #client: PoolClient
  constructor(client: PoolClient) {
    this.#client = client
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const name = preparedName(query.sql)
    const result = await this.#client.query<Row & Record<string, unknown>>({
      ...(name === undefined ? {} : { name }),
      text: query.sql,
      values: query.parameters as unknown[],
    })
    const rows = result.rows as Row[]
    return result.command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming is not used inside a transaction')
  }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection
  constructor(client: PoolClient) {
    this.#connection = new ClientConnection(client)
  }
  init = () => Promise.resolve()
  acquireConnection = () => Promise.resolve(this.#connection)
  releaseConnection = () => Promise.resolve()
  destroy = () => Promise.resolve()
  beginTransaction = () => Promise.reject(new Error('already inside a transaction'))
  commitTransaction = () => Promise.reject(new Error('the context commits'))
  rollbackTransaction = () => Promise.reject(new Error('the context rolls back'))
}

/** A Kysely dialect bound to one client. Making it costs microseconds, so each transaction gets its own. */
export function clientDialect(client: PoolClient): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new ClientDriver(client),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
