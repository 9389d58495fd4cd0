// Kysely over one pg client that is already inside a transaction. Statements leave at once and in the order they are asked for, also before
// those before them are answered, and what is asked for together leaves in one packet, plain inserts in one statement. Frequent ones are prepared
// once a connection.
import {
  type CompiledQuery,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  Kysely,
  type LimitNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  ValueNode,
} from 'kysely'
import type { PoolClient } from 'pg'
import { tableOfPlainInsert, together } from './insert-together.ts'
import type { DB } from './types.ts'

export type Database = Kysely<DB>

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

// A plan that is kept for any values must know how few rows are wanted.
class Compiler extends PostgresQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    if (!ValueNode.is(limit) || typeof limit.value !== 'number') throw new Error('a limit is a number')
    this.append(`limit ${String(limit.value)}`)
  }
}

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new Compiler(),
}
const driver = new DummyDriver()
const [compiler, adapter, nobody] = [
  dialect.createQueryCompiler(),
  dialect.createAdapter(),
  new DefaultConnectionProvider(driver),
]

interface WaitingInsert {
  readonly query: CompiledQuery
  readonly table: string
  readonly done: PromiseWithResolvers<QueryResult<never>>
}

/** Values in one statement; the protocol has room for 65,535. */
const mostValues = 1000

class ClientExecutor extends DefaultQueryExecutor {
  readonly #client: PoolClient
  /** Inserts of this turn that have not left yet. */
  #inserts: WaitingInsert[] = []
  isOver = false
  firstFailure: unknown

  constructor(client: PoolClient) {
    super(compiler, adapter, nobody)
    this.#client = client
  }

  // Not through a connection provider: each of its turns would let a later statement overtake.
  override executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // The client may be in another transaction by now.
    if (this.isOver) return Promise.reject(new Error('a statement after the end of its transaction'))
    const table = tableOfPlainInsert(query)
    if (table !== null) return this.#insert(query, table)
    this.letInsertsGo()
    return this.#send<Row>(query)
  }

  #insert<Row>(query: CompiledQuery, table: string): Promise<QueryResult<Row>> {
    const values = this.#inserts.reduce((sum, one) => sum + one.query.parameters.length, query.parameters.length)
    if (values > mostValues || this.#inserts.some((one) => one.table === table)) this.letInsertsGo()
    const done = Promise.withResolvers<QueryResult<never>>()
    this.#inserts.push({ query, table, done })
    if (this.#inserts.length === 1)
      process.nextTick(() => {
        this.letInsertsGo()
      })
    leaveTogether(this.#client)
    return done.promise
  }

  letInsertsGo(): void {
    const some = this.#inserts
    if (some.length === 0) return
    this.#inserts = []
    this.#send<never>(together(some.map(({ query }) => query))).then(
      (result) => {
        for (const { done } of some) done.resolve(some.length === 1 ? result : { rows: [] })
      },
      (error: unknown) => {
        for (const { done } of some) done.reject(error)
      },
    )
  }

  #send<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return send<Row>(this.#client, query).catch((error: unknown) => {
      this.firstFailure ??= error
      throw error
    })
  }
}

async function send<Row>(client: PoolClient, query: CompiledQuery): Promise<QueryResult<Row>> {
  const name = preparedName(query.sql)
  leaveTogether(client)
  const result = await client.query<Row & Record<string, unknown>>({
    ...(name === undefined ? {} : { name }),
    text: query.sql,
    values: query.parameters as unknown[],
  })
  const rows = result.rows as Row[]
  return result.command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
}

interface Stream {
  cork(): void
  uncork(): void
}

const streamOf = (client: PoolClient): Stream =>
  (client as unknown as { connection: { stream: Stream } }).connection.stream

/** Streams with something written that nobody waits for. */
const held = new WeakMap<Stream, NodeJS.Timeout>()

/** Holds back what is written to the server until the turn is over: one packet wakes it once. */
export function leaveTogether(client: PoolClient): void {
  const stream = streamOf(client)
  stream.cork()
  process.nextTick(() => {
    if (held.has(stream)) letGo(stream)
    stream.uncork()
  })
}

/** Holds back what is written next until something else leaves as well, or a few milliseconds have passed: nobody waits for it. */
export function leaveLater(client: PoolClient): void {
  const stream = streamOf(client)
  if (held.has(stream)) return
  stream.cork()
  held.set(stream, setTimeout(letGo, laterMs, stream))
}

const laterMs = 3

function letGo(stream: Stream): void {
  clearTimeout(held.get(stream))
  held.delete(stream)
  stream.uncork()
}

export interface ClientDatabase {
  readonly db: Database
  /** No statement leaves any more. */
  readonly end: () => void
  /** What failed first: statements behind it in the same transaction fail too, and only say so. */
  readonly firstFailure: () => unknown
}

/** A database that speaks through one client until `end` is called. Making it costs microseconds, so each transaction gets its own. */
export function databaseOn(client: PoolClient): ClientDatabase {
  const executor = new ClientExecutor(client)
  return {
    db: new Kysely<DB>({ config: { dialect }, dialect, driver, executor }),
    end: () => {
      executor.letInsertsGo()
      executor.isOver = true
    },
    firstFailure: () => executor.firstFailure,
  }
}
