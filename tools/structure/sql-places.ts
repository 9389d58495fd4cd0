// Rule: only *.sql.ts and platform/database speak SQL, be it tagged text, a query call or a query builder.
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Rule } from './house.ts'
import { suffixOf } from './rooms.ts'
import { faultsOfNodes, literalText } from './syntax.ts'

export const sqlPlaces: Rule = {
  name: 'where SQL lives',
  instead:
    "Move the statement into the folder's noun.sql.ts, as a function named by the question it answers, and call that.",
  find: (house) =>
    productFiles(house, 'src/', 'web/')
      .filter(({ path }) => suffixOf(path) !== 'sql' && !path.startsWith('src/platform/database/'))
      .flatMap(({ tree }) => faultsOfNodes(tree, speaksSql)),
}

const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
const statement =
  /^\s*(--[^\n]*\n\s*)*(select|insert|update|delete|with|create|alter|drop|truncate|grant|revoke|set|begin|commit|rollback|lock|listen|notify|copy|call|merge|vacuum|analyze)\b/i

function speaksSql(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node)) {
    const tag = ts.isPropertyAccessExpression(node.tag) ? node.tag.name : node.tag
    return ts.isIdentifier(tag) && tag.text === 'sql' ? 'sql`…` stands here' : undefined
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
  const called = node.expression.name.text
  const first = node.arguments[0]
  if (first === undefined) return undefined
  if (builders.has(called)) return `.${called}(…) builds a statement here`
  const text = literalText(first)
  return called === 'query' && text !== undefined && statement.test(text)
    ? '.query(…) with SQL text stands here'
    : undefined
}
