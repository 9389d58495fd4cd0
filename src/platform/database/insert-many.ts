// Thousands of rows in one statement: sent as one value, taken apart by the server.
import { type Insertable, sql } from 'kysely'
import type { Database } from './client-database.ts'
import type { DB } from './types.ts'

/** Adds rows that all name the same columns; columns that none names get their defaults. Times and bytes as text, JSON columns as JSON. */
export async function insertMany<Table extends keyof DB>(
  db: Database,
  table: Table,
  rows: readonly Readonly<Partial<Record<keyof Insertable<DB[Table]>, unknown>>>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  )
}
