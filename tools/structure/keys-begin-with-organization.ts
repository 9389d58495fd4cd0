// Rule: every primary, unique and foreign key of the migrations begins with organization_id. A look at the text; a test asks the database itself.
import type { Fault, Rule } from './house.ts'
import { withoutTexts } from './sql-text.ts'
import { lineAt } from './syntax.ts'

export const keysBeginWithOrganization: Rule = {
  name: 'keys begin with organization_id',
  instead:
    'Put organization_id first in the key (primary key (organization_id, …)): row-level security does not guard keys, so only this keeps organizations apart.',
  find: (house) =>
    house.files.flatMap(({ path, text }) => {
      if (!/^migrations\/.*\.sql$/.test(path)) return []
      const sql = withoutTexts(text)
      return statementsOf(sql).flatMap((statement) =>
        keysOf(statement.text).flatMap(({ key, columns, at }): readonly Fault[] =>
          columns[0] === 'organization_id'
            ? []
            : [{ path, line: lineAt(sql, statement.at + at), what: `${key} (${columns.join(', ')})` }],
        ),
      )
    }),
}

interface Statement {
  readonly text: string
  readonly at: number
}

interface Key {
  readonly key: string
  readonly columns: readonly string[]
  readonly at: number
}

function statementsOf(sql: string): readonly Statement[] {
  return [...sql.matchAll(/[^;]+/g)].map((match) => ({ text: match[0], at: match.index }))
}

const columnsIn = (list: string): readonly string[] =>
  list.split(',').map((one) => one.trim().replace(/^"|"$/g, '').split(/[\s"]/)[0] ?? '')

function keysOf(statement: string): readonly Key[] {
  const index =
    /^\s*create\s+unique\s+index\b[\s\S]*?\bon\s+(?:only\s+)?[\w."]+\s*(?:using\s+\w+\s*)?\(([^)]*)\)/i.exec(statement)
  if (index !== null) return [{ key: 'unique index', columns: columnsIn(index[1] ?? ''), at: index[0].search(/\S/) }]
  if (!/^\s*(create\s+(unlogged\s+)?table|alter\s+table)\b/i.test(statement)) return []
  const listed = [
    ...statement.matchAll(
      /(?<!")\b(primary\s+key|unique|foreign\s+key|references)\b(?:\s+nulls\s+(?:not\s+)?distinct)?(\s+[\w."]+)?\s*\(([^)]*)\)/gi,
    ),
  ]
    .filter((match) => (match[2] === undefined) === !/^references/i.test(match[1] ?? ''))
    .map((match): Key => ({ key: (match[1] ?? '').toLowerCase(), columns: columnsIn(match[3] ?? ''), at: match.index }))
  return [...listed, ...ofOneColumn(statement)]
}

/** Keys written behind a column: `id uuid primary key`, `email text unique`, `staff_id uuid references staff`. */
function ofOneColumn(statement: string): readonly Key[] {
  return partsOf(statement).flatMap(({ text, at }) => {
    const column = /^\s*(?:add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?)?"?(\w+)"?\s+(?=[\w"])/i.exec(text)?.[1]
    if (column === undefined || /^(constraint|primary|unique|foreign|check|exclude|like|add|alter|drop)$/i.test(column))
      return []
    return [...text.matchAll(/(?<!")\b(primary\s+key|unique|references)\b(?!\s*\()/gi)].map((match): Key => ({
      key: (match[1] ?? '').toLowerCase(),
      columns: [column],
      at: at + text.search(/\S/),
    }))
  })
}

/** The columns and constraints of a `create table`, or the actions of an `alter table`: cut at the commas outside inner brackets. */
function partsOf(statement: string): readonly Statement[] {
  const head =
    /^\s*create\b[^(]*\(|^\s*alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?[\w."]+/i.exec(statement)?.[0].length ?? 0
  const parts: Statement[] = []
  let [start, depth] = [head, 0]
  for (let at = head; at <= statement.length; at++) {
    const sign = statement[at]
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (at < statement.length && !(sign === ',' && depth === 0)) continue
    parts.push({ text: statement.slice(start, at), at: start })
    start = at + 1
  }
  return parts
}
