// A desk reduced to its launcher, run as a process of its own so that tests can kill it. Speaks JSON lines on its output.
import pg from 'pg'
import { startPostgres, type StartOptions } from '../../src/platform/database/launcher/start-postgres.ts'

export interface DeskOrder extends Omit<StartOptions, 'log'> {
  /** Insert rows 1, 2, 3 … one commit each, and say each number once it is acknowledged. */
  readonly inserts?: boolean
}

export type DeskWord =
  | { readonly said: string }
  | { readonly refused: string }
  | { readonly running: number; readonly url: string; readonly adopted: boolean; readonly uid: number | undefined }
  | { readonly acknowledged: number }

const say = (word: DeskWord) => process.stdout.write(`${JSON.stringify(word)}\n`)
const order = JSON.parse(process.argv[2] ?? '') as DeskOrder

try {
  const server = await startPostgres({ ...order, log: (said) => say({ said }) })
  process.once('SIGTERM', () => {
    void server.stop().then(() => process.exit(0))
  })
  say({ running: server.pid, url: server.url, adopted: server.adopted, uid: process.getuid?.() })
  if (order.inserts) await insertForEver(server.url)
  setInterval(() => undefined, 60_000)
} catch (error) {
  say({ refused: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}

async function insertForEver(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table if not exists arrivals (number int primary key)')
  for (let number = 1; ; number++) {
    await client.query('insert into arrivals values ($1)', [number])
    say({ acknowledged: number })
  }
}
