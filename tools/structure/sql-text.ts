// Reads SQL as text, as far as the structure rules need it: without comments, cut into statements, and which tables a text names.
import ts from 'typescript'
import { lineOf, literalText, walk } from './syntax.ts'

/** The text with comments turned to blanks, so that positions and lines stay. Quoted texts and dollar-quoted bodies stay as they are. */
export function withoutComments(sql: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
  return sql.replace(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith('--') || part.startsWith('/*') ? blank(part) : part,
  )
}

/** The text with quoted texts and dollar-quoted bodies turned to blanks as well. */
export function withoutTexts(sql: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
  return withoutComments(sql)
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, blank)
    .replace(/'(?:[^']|'')*'/g, blank)
}

export interface SqlPart {
  readonly text: string
  readonly line: number
}

const opening =
  /^\s*(select|insert|update|delete|merge|with|from|join|inner|left|right|full|cross|where|and|or|not|exists|on|using|union|order|group|having|returning|set|values|limit|for|truncate|copy|call|create|alter)\b/

/**
 * The SQL texts of a program file, without SQL comments: sql`…`, and every other text that begins like a statement or a part of one (in lower
 * case, so that a sentence in an error is none). A template's holes become `?`; texts inside them follow on their own.
 */
export function sqlTextsOf(tree: ts.SourceFile): readonly SqlPart[] {
  const parts: SqlPart[] = []
  walk(tree, (node) => {
    const text = literalText(node)
    if (text === undefined) return
    if (isTagged(node) || opening.test(text)) parts.push({ text: withoutComments(text), line: lineOf(tree, node) })
  })
  return parts
}

/** Whether a template stands behind a tag named sql or a member of it: sql`…`, sql<Row>`…`. */
function isTagged(node: ts.Node): boolean {
  const { parent } = node
  if (!ts.isTaggedTemplateExpression(parent)) return false
  const tag = ts.isPropertyAccessExpression(parent.tag) ? parent.tag.name : parent.tag
  return ts.isIdentifier(tag) && tag.text === 'sql'
}

export interface TableUse {
  readonly table: string
  readonly writes: boolean
  readonly line: number
}

const name = String.raw`"?(?:(\w+)"?\."?)?(\w+)"?`
const noCall = String.raw`(?!\w|\s*\()`
const writing = new RegExp(
  String.raw`\b(?:insert\s+into\s+${name}|(?:merge\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|truncate(?:\s+table)?|copy)\s+${name}${noCall})`,
  'gi',
)
const reading = new RegExp(String.raw`(?<!\bdelete\s+)\b(?:from|join|using)\s+(?:only\s+)?${name}${noCall}`, 'gi')
const another = new RegExp(String.raw`\s*(?:as\s+)?(?:\w+\s*)?,\s*${name}${noCall}`, 'iy')
const namedQuery = /(?:\bwith(?:\s+recursive)?|,)\s*(\w+)(?:\s*\([^)]*\))?\s+as\s+(?:(?:not\s+)?materialized\s+)?\(/gi
const foreign = new Set(['pg_catalog', 'information_schema', 'graphile_worker'])

/** The known tables that one text writes and reads. `known` are the tables the migrations make; names of `with` queries are no tables. */
export function tablesIn(part: SqlPart, known: ReadonlySet<string>): readonly TableUse[] {
  const uses: TableUse[] = []
  const queries = new Set([...part.text.matchAll(namedQuery)].map((match) => match[1]))
  const add = (schema: string | undefined, table: string | undefined, writes: boolean) => {
    if (table === undefined || (schema !== undefined && foreign.has(schema)) || !known.has(table) || queries.has(table))
      return
    uses.push({ table, writes, line: part.line })
  }
  for (const match of part.text.matchAll(writing)) add(match[1] ?? match[3], match[2] ?? match[4], true)
  for (const match of part.text.matchAll(reading)) {
    add(match[1], match[2], false)
    another.lastIndex = match.index + match[0].length
    for (let next = another.exec(part.text); next !== null; next = another.exec(part.text)) add(next[1], next[2], false)
  }
  return uses
}

/** Functions and procedures that migrations make, with the known tables that their bodies write. */
export function functionsThatWrite(sql: string, known: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const made =
    /\bcreate\s+(?:or\s+replace\s+)?(?:function|procedure)\s+(\w+)\s*\([\s\S]*?\bas\s+\$(\w*)\$([\s\S]*?)\$\2\$/gi
  return new Map(
    [...withoutComments(sql).matchAll(made)].map(([, name = '', , body = '']) => {
      const uses = tablesIn({ text: body, line: 1 }, known)
      return [name, uses.filter(({ writes }) => writes).map(({ table }) => table)]
    }),
  )
}

/** Names of the tables and views that migrations make. */
export function tablesMade(sql: string): readonly string[] {
  const making = new RegExp(
    String.raw`\bcreate\s+(?:unlogged\s+|or\s+replace\s+|materialized\s+)*(?:table|view)\s+(?:if\s+not\s+exists\s+)?${name}`,
    'gi',
  )
  return [...withoutTexts(sql).matchAll(making)].flatMap((match) => match[2] ?? [])
}
