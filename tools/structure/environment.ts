// Rule: the environment is read in one place.
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Rule } from './house.ts'
import { dottedName, faultsOfNodes } from './syntax.ts'

export const environment: Rule = {
  name: 'the environment',
  instead: 'Read the variable in src/config.ts, with a default that works, and hand the value down from app.ts.',
  find: (house) =>
    productFiles(house, 'src/', 'web/')
      .filter(({ path }) => path !== 'src/config.ts')
      .flatMap(({ tree }) => faultsOfNodes(tree, (node) => (readsEnvironment(node) ? 'reads process.env' : undefined))),
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return /^(globalThis\.)?process\.env$/.test(dottedName(node) ?? '')
  if (ts.isElementAccessExpression(node))
    return (
      dottedName(node.expression) === 'process' &&
      ts.isStringLiteralLike(node.argumentExpression) &&
      node.argumentExpression.text === 'env'
    )
  if (ts.isImportSpecifier(node))
    return (
      (node.propertyName ?? node.name).text === 'env' &&
      /['"](node:)?process['"]/.test(node.parent.parent.parent.moduleSpecifier.getText())
    )
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined || !ts.isObjectBindingPattern(node.name))
    return false
  return (
    dottedName(node.initializer) === 'process' &&
    node.name.elements.some((one) => (one.propertyName ?? one.name).getText() === 'env')
  )
}
