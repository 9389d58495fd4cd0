// Rule: no `any`.
import ts from 'typescript'
import { isGenerated } from './house.ts'
import type { Fault, Rule } from './house.ts'
import { lineOf, walk } from './syntax.ts'

export const noAny: Rule = {
  name: 'no any',
  instead: 'Name the type, or take unknown and validate it (zod) at the edge.',
  find: (house) =>
    house.files.flatMap(({ path, tree }) => {
      if (tree === undefined || isGenerated(path)) return []
      const faults: Fault[] = []
      walk(tree, (node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push({ path, line: lineOf(tree, node), what: 'any' })
      })
      return faults
    }),
}
