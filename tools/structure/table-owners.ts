// Rule: each table is written by one folder; reading another folder's table is declared, and goes to the left only.
// Who owns a table is inferred from who writes it. register/ and fairness/ list over several rooms and may read any.
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Fault, HouseFile, Rule } from './house.ts'
import { folderOf, isLeftOrSame, placeOf, suffixOf } from './rooms.ts'
import { tablesIn, tablesMade, sqlTextsOf } from './sql-text.ts'
import type { TableUse } from './sql-text.ts'
import { lineOf, literalText, walk } from './syntax.ts'

export const tableOwners: Rule = {
  name: 'owners of tables',
  instead:
    "Write a table only in its own folder (call that folder's use case instead); read tables of folders to the left after naming them: export const reads = ['table', …] as const.",
  find: (house) => {
    const known = new Set(
      house.files.filter(({ path }) => /^migrations\/.*\.sql$/.test(path)).flatMap(({ text }) => tablesMade(text)),
    )
    const files = productFiles(house, 'src/')
      .filter(({ path }) => suffixOf(path) === 'sql' || path.startsWith('src/platform/database/'))
      .map((file): SqlFile => ({
        path: file.path,
        folder: folderOf(file.path),
        uses: usesOf(file, known),
        declared: declaredReads(file),
      }))
    const owners = ownersOf(files)
    return files.flatMap((file) => [
      ...twoWriters(file, owners),
      ...(suffixOf(file.path) === 'sql' ? reading(file, owners) : []),
    ])
  },
}

interface SqlFile {
  readonly path: string
  readonly folder: string
  readonly uses: readonly TableUse[]
  readonly declared: { readonly tables: readonly string[]; readonly line: number }
}

type Owners = ReadonlyMap<string, ReadonlySet<string>>

function ownersOf(files: readonly SqlFile[]): Owners {
  const owners = new Map<string, Set<string>>()
  for (const { folder, uses } of files) {
    for (const { table, writes } of uses) if (writes) owners.set(table, (owners.get(table) ?? new Set()).add(folder))
  }
  return owners
}

function twoWriters({ path, folder, uses }: SqlFile, owners: Owners): readonly Fault[] {
  return uses.flatMap(({ table, writes, line }) => {
    const others = [...(owners.get(table) ?? [])].filter((one) => one !== folder)
    return writes && others.length > 0
      ? [{ path, line, what: `writes ${table}, which ${others.join(' and ')} writes too` }]
      : []
  })
}

function reading({ path, folder, uses, declared }: SqlFile, owners: Owners): readonly Fault[] {
  const faults: Fault[] = []
  const own = (table: string): boolean => owners.get(table)?.has(folder) ?? false
  const read = new Map(
    uses.filter(({ table, writes }) => !writes && !own(table)).map(({ table, line }) => [table, line]),
  )
  for (const [table, line] of read) {
    const owner = [...(owners.get(table) ?? [])][0]
    if (!declared.tables.includes(table))
      faults.push({
        path,
        line,
        what: `reads ${table}${owner === undefined ? '' : ` of ${owner}`} without naming it in reads`,
      })
    if (owner !== undefined && !mayRead(folder, owner))
      faults.push({ path, line, what: `reads ${table} of ${owner}, which stands to the right` })
  }
  for (const table of declared.tables) {
    if (!read.has(table))
      faults.push({
        path,
        line: declared.line,
        what: `names ${table} in reads, which no statement here reads${own(table) ? " as another folder's" : ''}`,
      })
  }
  return faults
}

function mayRead(folder: string, owner: string): boolean {
  if (/^src\/[^/]+\/(register|fairness)$/.test(folder)) return true
  const [from, to] = [placeOf(`${folder}/x.ts`), placeOf(`${owner}/x.ts`)]
  if (from === undefined || to === undefined || 'unknown' in from || 'unknown' in to) return true
  return isLeftOrSame(from, to)
}

const builders: Readonly<Record<string, 'writes' | 'reads'>> = {
  insertInto: 'writes',
  updateTable: 'writes',
  deleteFrom: 'writes',
  mergeInto: 'writes',
  selectFrom: 'reads',
  innerJoin: 'reads',
  leftJoin: 'reads',
  rightJoin: 'reads',
  fullJoin: 'reads',
  crossJoin: 'reads',
}

function usesOf({ tree }: HouseFile, known: ReadonlySet<string>): readonly TableUse[] {
  if (tree === undefined) return []
  const uses: TableUse[] = sqlTextsOf(tree).flatMap((part) => tablesIn(part, known))
  walk(tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
    const does = builders[node.expression.name.text]
    const first = node.arguments[0]
    if (does === undefined || first === undefined) return
    for (const one of ts.isArrayLiteralExpression(first) ? first.elements : [first]) {
      const table = literalText(one)?.split(/\s+/)[0]?.split('.').at(-1)
      if (table !== undefined && known.has(table))
        uses.push({ table, writes: does === 'writes', line: lineOf(tree, one) })
    }
  })
  return uses
}

/** The tables in `export const reads = […] as const`; none when the file has no such list. */
function declaredReads({ tree }: HouseFile): SqlFile['declared'] {
  for (const statement of tree?.statements ?? []) {
    if (tree === undefined || !ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || name.text !== 'reads' || initializer === undefined) continue
      let list: ts.Expression = initializer
      while (ts.isAsExpression(list) || ts.isSatisfiesExpression(list)) list = list.expression
      const tables = ts.isArrayLiteralExpression(list) ? list.elements.flatMap((one) => literalText(one) ?? []) : []
      return { tables, line: lineOf(tree, statement) }
    }
  }
  return { tables: [], line: 1 }
}
