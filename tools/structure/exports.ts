// Rule: named exports only, no file that only passes on what others export, and relative imports with their extension.
import { basename } from 'node:path'
import ts from 'typescript'
import { isGenerated } from './house.ts'
import type { Fault, Rule } from './house.ts'
import { importsOf, lineOf } from './syntax.ts'

export const namedExports: Rule = {
  name: 'named exports',
  instead:
    'Export by name from the file that makes the thing, and import it from there with its extension; only files a tool demands (*.config.ts) export a default.',
  find: (house) =>
    house.files.flatMap(({ path, tree }) => {
      if (tree === undefined || isGenerated(path) || /\.config\.(ts|m?js)$/.test(path)) return []
      const faults: Fault[] = []
      const add = (node: ts.Node, what: string) => faults.push({ path, line: lineOf(tree, node), what })
      for (const statement of tree.statements) if (isDefault(statement)) add(statement, 'a default export')
      const passedOn = tree.statements.filter(
        (one): one is ts.ExportDeclaration => ts.isExportDeclaration(one) && one.moduleSpecifier !== undefined,
      )
      const [first] = passedOn
      const all = passedOn.find((one) => one.exportClause === undefined || ts.isNamespaceExport(one.exportClause))
      const onlyPasses = tree.statements.every((one) => ts.isExportDeclaration(one) || ts.isImportDeclaration(one))
      if (all !== undefined) add(all, 'export * passes everything on')
      else if (first !== undefined && (onlyPasses || /^index\./.test(basename(path))))
        add(first, 'a barrel: it only passes on what others export')
      for (const { from, file, line } of importsOf(tree)) {
        if (file !== undefined && !/\.[a-z0-9]+(\?.*)?$/.test(from))
          faults.push({ path, line, what: `${from} has no extension` })
      }
      return faults
    }),
}

function isDefault(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause !== undefined &&
    ts.isNamedExports(statement.exportClause)
  ) {
    return statement.exportClause.elements.some((one) => one.name.text === 'default')
  }
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) ?? false)
  )
}
