// Everything as one JSONL file, lossless and readable: a header, a line a row, the waiting jobs, and an end with the counts.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { connectTo } from '../connect.ts'
import { readMigrations } from '../migrate.ts'
import { quoted, readTables, type TableShape } from './tables.ts'
import { type WriteLine, writeLines } from './write-lines.ts'

export const formatVersion = 1
const rowsAtOnce = 200

/** Writes one consistent moment of the whole database to `file` (made whole or not at all); answers how many rows of which table.
 * PostgreSQL turns every row into JSON itself, so numbers, times and bytes keep every digit.
 * @throws Refusal('storage-full') when there is no room for the file */
export async function exportEverything(url: string, file: string): Promise<Readonly<Record<string, number>>> {
  const client = await connectTo(url)
  try {
    return await writeLines(file, async (write) => {
      const sum = createHash('sha256')
      const counts = await readOut(client, async (line) => {
        sum.update(`${line}\n`)
        await write(line)
      })
      await write(JSON.stringify({ end: true, rows: counts, sha256: sum.digest('hex') }))
      return counts
    })
  } finally {
    await client.end()
  }
}

async function readOut(client: pg.Client, write: WriteLine): Promise<Readonly<Record<string, number>>> {
  await client.query('begin isolation level repeatable read read only')
  await client.query('set local role amends_owner')
  await write(JSON.stringify({ amends: formatVersion, schema: (await readMigrations()).at(-1)?.number ?? 0 }))
  const counts: Record<string, number> = {}
  for (const shape of await readTables(client)) counts[shape.table] = await writeTable(client, shape, write)
  counts['jobs'] = await writeJobs(client, write)
  return counts
}

async function writeTable(client: pg.Client, shape: TableShape, write: WriteLine): Promise<number> {
  const fields = shape.columns.map((column) => `'${column}', t.${quoted(column)}`).join(', ')
  const order = shape.key.map(quoted).join(', ')
  const head = `{"t":${JSON.stringify(shape.table)},"r":`
  // jsonb_build_object takes at most 100 arguments; to_jsonb minus the generated columns says the same for wide tables.
  const row = shape.columns.length < 45 ? `jsonb_build_object(${fields})` : 'to_jsonb(t)'
  await client.query(
    `declare export_rows no scroll cursor for select ${row}::text as line from ${quoted(shape.table)} t order by ${order}`,
  )
  let count = 0
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${String(rowsAtOnce)} from export_rows`)
    for (const { line } of rows) await write(`${head}${line}}`)
    count += rows.length
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close export_rows')
  return count
}

/** Jobs that wait, fail or run are asked for again after an import: they may run twice without harm. */
async function writeJobs(client: pg.Client, write: WriteLine): Promise<number> {
  const { rows } = await client.query<{ line: string }>(`
    select jsonb_build_object('task', t.identifier, 'payload', j.payload, 'key', j.key)::text as line
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`)
  for (const { line } of rows) await write(`{"j":${line}}`)
  return rows.length
}
