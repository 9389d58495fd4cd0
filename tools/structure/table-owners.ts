// Rule: each table is written by one folder; reading another folder's table is declared, and goes to the left only.
// Who owns a table is inferred from who writes it, or calls the function of a migration that does. register/ and fairness/ list over several rooms and may read any.
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Fault, HouseFile, Rule } from './house.ts'
import { folderOf, isLeftOrSame, placeOf, suffixOf } from './rooms.ts'
import { functionsThatWrite, sqlTextsOf, tablesIn, tablesMade } from './sql-text.ts'
import type { TableUse } from './sql-text.ts'
import { lineOf, literalText, walk } from './syntax.ts'

export const tableOwners: Rule = {
  name: 'owners of tables',
  instead:
    "Write a table only in its own folder (call that folder's use case instead); read tables of folders to the left after naming them: export const reads = ['table', …] as const.",
  find: (house) => {
    const migrations = house.files.filter(({ path }) => /^migrations\/.*\.sql$/.test(path)).map(({ text }) => text)
    const known = new Set(migrations.flatMap(tablesMade))
    const functions = new Map(migrations.flatMap((sql) => [...functionsThatWrite(sql, known)]))
    const files = productFiles(house, 'src/')
      .filter(({ path }) => suffixOf(path) === 'sql' || path.startsWith('src/platform/database/'))
      .map((file): SqlFile => ({
        path: file.path,
        folder: folderOf(file.path),
        uses: usesOf(file.tree, known, functions),
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
  // A table that nobody writes is nobody's, so reading it needs no word.
  const isForeign = (table: string): boolean => owners.has(table) && owners.get(table)?.has(folder) !== true
  const read = new Map(
    uses.filter(({ table, writes }) => !writes && isForeign(table)).map(({ table, line }) => [table, line]),
  )
  for (const [table, line] of read) {
    const [owner = ''] = owners.get(table) ?? []
    const stands = `reads ${table} of ${owner}`
    if (!declared.tables.includes(table)) faults.push({ path, line, what: `${stands} without naming it in reads` })
    if (!mayRead(folder, owner)) faults.push({ path, line, what: `${stands}, which stands to the right` })
  }
  const readsForeign = (table: string): boolean =>
    uses.some((use) => use.table === table && !use.writes) &&
    [...(owners.get(table) ?? [])].some((one) => one !== folder)
  for (const table of declared.tables.filter((one) => !readsForeign(one))) {
    faults.push({
      path,
      line: declared.line,
      what: `names ${table} in reads, but reads no such table of another folder`,
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

function usesOf(
  tree: ts.SourceFile,
  known: ReadonlySet<string>,
  functions: ReadonlyMap<string, readonly string[]>,
): readonly TableUse[] {
  const uses: TableUse[] = sqlTextsOf(tree).flatMap((part) => {
    const called = [...part.text.matchAll(/\b(\w+)\s*\(/g)].flatMap((match) => functions.get(match[1] ?? '') ?? [])
    return [...tablesIn(part, known), ...called.map((table) => ({ table, writes: true, line: part.line }))]
  })
  walk(tree, (node) => {
    if (!ts.isCallExpression(node)) return
    const isMany = ts.isIdentifier(node.expression) && node.expression.text === 'insertMany'
    if (!isMany && !ts.isPropertyAccessExpression(node.expression)) return
    const does = isMany ? 'writes' : builders[(node.expression as ts.PropertyAccessExpression).name.text]
    const first = node.arguments[isMany ? 1 : 0]
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
