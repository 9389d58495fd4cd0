// Which tables an export holds, in an order in which they can be filled again, and which of their columns are data.
import type { Client } from 'pg'

export interface TableShape {
  readonly table: string
  /** Columns that hold data; generated ones are made again by the database. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

/** What open screens were told means nothing elsewhere: its places are transaction numbers of one server. */
const passing = ['live_event', 'schema_migration']
/** Made anew by the database from the history of the cases. */
const derived = ['case_span', 'case_deed']

/** Every table of the application, referenced ones before those that refer to them. */
export async function readTables(client: Client): Promise<readonly TableShape[]> {
  const { rows: columns } = await client.query<{ table: string; column: string; generated: boolean }>(`
    select c.relname as table, a.attname as column, a.attgenerated <> '' as generated
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname, a.attnum`)
  const { rows: keys } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
         cross join lateral unnest(i.indkey) with ordinality k(attnum, position) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where n.nspname = 'public' and i.indisprimary order by c.relname, k.position`)
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select distinct f.relname as from, t.relname as to from pg_constraint x join pg_class f on f.oid = x.conrelid join pg_class t on t.oid = x.confrelid
    where x.contype = 'f' and f.oid <> t.oid`)
  const names = [...new Set(columns.map((row) => row.table))].filter(
    (name) => !passing.includes(name) && !derived.includes(name),
  )
  return inOrder(names, references).map((table) => ({
    table,
    columns: columns.filter((row) => row.table === table && !row.generated).map((row) => row.column),
    key: keys.filter((row) => row.table === table).map((row) => row.column),
  }))
}

function inOrder(names: readonly string[], references: readonly { from: string; to: string }[]): readonly string[] {
  const placed: string[] = []
  const waiting = new Set(names)
  while (waiting.size > 0) {
    const free = [...waiting].filter((name) => references.every(({ from, to }) => from !== name || !waiting.has(to)))
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`)
    for (const name of free) {
      placed.push(name)
      waiting.delete(name)
    }
  }
  return placed
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
