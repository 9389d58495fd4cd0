// Rule: no `any`.
import ts from 'typescript'
import { isGenerated } from './house.ts'
import type { Rule } from './house.ts'
import { faultsOfNodes } from './syntax.ts'

export const noAny: Rule = {
  name: 'no any',
  instead: 'Name the type, or take unknown and validate it (zod) at the edge.',
  find: (house) =>
    house.files.flatMap(({ path, tree }) => {
      if (tree === undefined || isGenerated(path)) return []
      return faultsOfNodes(tree, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined))
    }),
}
