// Reads an export into an empty desk: all of it in one transaction, or nothing.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type pg from 'pg'
import { connectTo } from '../connect.ts'
import { readMigrations } from '../migrate.ts'
import { Refusal } from '../../../shared/errors.ts'
import { formatVersion } from './export-everything.ts'
import { readLines } from './read-lines.ts'
import { quoted, readTables, type TableShape } from './tables.ts'

const rowsAtOnce = 200
const bytesAtOnce = 16_000_000

/** Imports `file` into the migrated, still empty database at `url`; answers how many rows of which table.
 * @throws Refusal when the file is none of ours, of a newer schema, cut off or changed, or when the desk is not empty. Nothing is stored then. */
export async function importEverything(url: string, file: string): Promise<Readonly<Record<string, number>>> {
  if (!existsSync(file)) throw new Refusal('not-found', `There is no file ${file}.`)
  const client = await connectTo(url)
  try {
    await client.query('begin')
    await client.query('set local role amends_owner')
    const counts = await readFileInto(client, file)
    await client.query('commit')
    return counts
  } finally {
    await client.end()
  }
}

async function readFileInto(client: pg.Client, file: string): Promise<Readonly<Record<string, number>>> {
  const { rows: found } = await client.query('select 1 from organization limit 1')
  if (found.length > 0)
    throw new Refusal(
      'wrong-state',
      'This desk is not empty. Import into a new data folder (--data); nothing was changed.',
    )
  const shapes = new Map((await readTables(client)).map((shape) => [shape.table, shape]))
  const counts: Record<string, number> = Object.fromEntries([...shapes.keys(), 'jobs'].map((table) => [table, 0]))
  const sum = createHash('sha256')
  let batch: Batch | null = null
  let number = 0
  let end: End | null = null
  const flush = async (): Promise<void> => {
    if (batch) await store(client, batch)
    batch = null
  }
  for await (const line of readLines(file)) {
    number += 1
    if (end) throw damaged(number, 'something stands after its end')
    if (number === 1) await checkHeader(line)
    const kind = number === 1 ? null : kindOf(line, number)
    if (kind === 'end') {
      end = readEnd(line, number)
      if (end.sha256 !== sum.digest('hex')) throw damaged(number, 'its contents were changed after it was written')
      continue
    }
    sum.update(`${line}\n`)
    if (kind === null) continue
    if (kind === 'job') {
      await flush()
      await addJob(client, line)
      counts['jobs'] = (counts['jobs'] ?? 0) + 1
      continue
    }
    const shape = shapes.get(kind.table)
    if (!shape) throw damaged(number, `there is no table ${kind.table}`)
    if (batch && (batch.shape !== shape || batch.rows.length >= rowsAtOnce || batch.bytes > bytesAtOnce)) await flush()
    batch ??= { shape, rows: [], bytes: 0 }
    batch.rows.push(kind.row)
    batch.bytes += kind.row.length
    counts[shape.table] = (counts[shape.table] ?? 0) + 1
  }
  await flush()
  if (!end) throw new Refusal('invalid', 'The file is cut off: its last line is missing. Nothing was imported.')
  for (const [table, count] of Object.entries(end.rows))
    if (counts[table] !== count)
      throw damaged(number, `it says ${String(count)} rows of ${table} and holds ${String(counts[table] ?? 0)}`)
  return counts
}

interface Batch {
  readonly shape: TableShape
  readonly rows: string[]
  bytes: number
}

interface End {
  readonly rows: Readonly<Record<string, number>>
  readonly sha256: string
}

const damaged = (line: number, words: string): Refusal =>
  new Refusal('invalid', `The file is damaged at line ${String(line)}: ${words}. Nothing was imported.`)

async function checkHeader(line: string): Promise<void> {
  const header = parse(line) as { amends?: unknown; schema?: unknown } | null
  const ours = (await readMigrations()).at(-1)?.number ?? 0
  if (header?.amends !== formatVersion || typeof header.schema !== 'number')
    throw new Refusal('invalid', 'This is no export of Amends. Nothing was imported.')
  if (header.schema > ours)
    throw new Refusal(
      'wrong-state',
      `The export was made by a newer Amends (schema ${String(header.schema)}, this one knows ${String(ours)}). Nothing was imported.`,
    )
}

/** Rows stay text: parsing them here would cost digits of large numbers. */
function kindOf(line: string, number: number): 'end' | 'job' | { readonly table: string; readonly row: string } {
  if (line.startsWith('{"end":true,')) return 'end'
  if (line.startsWith('{"j":')) return 'job'
  const head = /^\{"t":"([a-z_]+)","r":(?=\{)/.exec(line)
  if (head?.[1] === undefined || !line.endsWith('}}')) throw damaged(number, 'it is no row')
  return { table: head[1], row: line.slice(head[0].length, -1) }
}

function readEnd(line: string, number: number): End {
  const end = parse(line) as Partial<End> | null
  if (!end || typeof end.sha256 !== 'string' || typeof end.rows !== 'object')
    throw damaged(number, 'its end is not readable')
  return { rows: end.rows, sha256: end.sha256 }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Columns that the file does not know (an older schema) keep the default of today's. */
async function store(client: pg.Client, { shape, rows }: Batch): Promise<void> {
  const known = new Set(Object.keys(parse(rows[0] ?? '{}') as object))
  const columns = shape.columns
    .filter((column) => known.has(column))
    .map(quoted)
    .join(', ')
  await client.query(
    `insert into ${quoted(shape.table)} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${quoted(shape.table)}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  )
}

async function addJob(client: pg.Client, line: string): Promise<void> {
  await client.query(
    `select graphile_worker.add_job(identifier => job->>'task', payload => (job->'payload')::json, job_key => job->>'key', max_attempts => 10)
     from (select $1::jsonb->'j' as job) as given`,
    [line],
  )
}
