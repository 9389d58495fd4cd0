// Several plain inserts as one statement: half of what a small one costs is being sent, planned in, and answered.
import { CompiledQuery, InsertQueryNode } from 'kysely'

/** The table of an insert whose answer tells nothing and that changes no row that is there; null for every other statement. */
export function tableOfPlainInsert({ query }: CompiledQuery): string | null {
  if (!InsertQueryNode.is(query) || query.returning || query.with) return null
  if (query.onConflict && query.onConflict.doNothing !== true) return null
  return query.into?.table.identifier.name ?? null
}

// As a process asks for the same few combinations for ever. Bounded: beyond it each is put together anew.
const known = new Map<string, string>()
const mostKnown = 200

/** One statement that does what these do, which must be plain inserts into different tables: foreign keys are checked at its end. */
export function together(inserts: readonly CompiledQuery[]): CompiledQuery {
  const [only] = inserts
  if (inserts.length === 1 && only) return only
  const key = inserts.map((insert) => insert.sql).join(';')
  const text = known.get(key) ?? put(inserts)
  if (known.size < mostKnown) known.set(key, text)
  return CompiledQuery.raw(
    text,
    inserts.flatMap((insert) => insert.parameters),
  )
}

function put(inserts: readonly CompiledQuery[]): string {
  let before = 0
  const texts = inserts.map(({ sql, parameters }) => {
    const first = before
    before += parameters.length
    return sql.replaceAll(/\$(\d+)/g, (_, number: string) => `$${String(first + Number(number))}`)
  })
  const named = texts.slice(0, -1).map((text, at) => `i${String(at)} as (${text})`)
  return `with ${named.join(', ')} ${texts.at(-1) ?? ''}`
}
