// Small questions about a syntax tree that several structure rules ask.
import { posix } from 'node:path'
import ts from 'typescript'
import type { Fault } from './house.ts'

/** Calls `visit` for the node and everything below it, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild((child) => {
    walk(child, visit)
  })
}

/** A fault for each node of a file that `look` has something to say about. */
export function faultsOfNodes(tree: ts.SourceFile, look: (node: ts.Node) => string | undefined): readonly Fault[] {
  const faults: Fault[] = []
  walk(tree, (node) => {
    const what = look(node)
    if (what !== undefined) faults.push({ path: tree.fileName, line: lineOf(tree, node), what })
  })
  return faults
}

export const lineOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1

/** The line, counted from 1, of a position in a text. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

/** One import, re-export, dynamic import or import type. `names` are the exported names taken by value, '*' for all. */
export interface ImportOf {
  readonly from: string
  /** The imported file, relative to the root, for a relative import; undefined for a package. */
  readonly file: string | undefined
  readonly typeOnly: boolean
  readonly names: readonly string[]
  readonly line: number
}

export function importsOf(tree: ts.SourceFile): readonly ImportOf[] {
  const found: ImportOf[] = []
  const add = (at: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean, names: readonly string[]) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return
    const from = specifier.text
    const file = from.startsWith('.') ? posix.join(posix.dirname(tree.fileName), from.replace(/\?.*$/, '')) : undefined
    found.push({ from, file, typeOnly, names, line: lineOf(tree, at) })
  }
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      const names = valueNames(node.importClause)
      add(node, node.moduleSpecifier, names === undefined, names ?? [])
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly, ['*'])
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false, ['*'])
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true, [])
    }
  })
  return found
}

/** The names an import clause takes by value; undefined when it takes types only. `import './x'` takes everything. */
function valueNames(clause: ts.ImportClause | undefined): readonly string[] | undefined {
  if (clause === undefined) return ['*']
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined
  const bindings = clause.namedBindings
  if (clause.name !== undefined || bindings === undefined || ts.isNamespaceImport(bindings)) return ['*']
  const names = bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text)
  return names.length === 0 && bindings.elements.length > 0 ? undefined : names
}

/** The text of a string or template; each `${…}` becomes `hole`. Undefined for any other node. */
export function literalText(node: ts.Node, hole = '?'): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map((span) => hole + span.literal.text).join('')
}

/** `a.b.c` as text where the expression is a plain chain of names, else undefined. */
export function dottedName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) return dottedName(node.expression)
  if (!ts.isPropertyAccessExpression(node)) return undefined
  const left = dottedName(node.expression)
  return left === undefined ? undefined : `${left}.${node.name.text}`
}
