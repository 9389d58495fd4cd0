// Rule: the clock and the dice each live in one file, so that stories can move the one and repeat the other.
// The web may make random identifiers with the browser's own crypto, since shared/random.ts needs Node.
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Fault, Rule } from './house.ts'
import { dottedName, faultsOfNodes, importsOf } from './syntax.ts'

export const clockAndChance: Rule = {
  name: 'clock and chance',
  instead:
    'Take the time from ctx.now() (or a Clock of shared/clock.ts) and chance from ctx.random (or a Random of shared/random.ts).',
  find: (house) =>
    productFiles(house, 'src/', 'web/').flatMap(({ path, tree }) => [
      ...(path === 'src/shared/clock.ts' ? [] : faultsOfNodes(tree, readsClock)),
      ...(path === 'src/shared/random.ts'
        ? []
        : faultsOfNodes(tree, (node) => throwsDice(node, path.startsWith('web/')))),
      ...(path === 'src/shared/random.ts' ? [] : diceImported(tree)),
    ]),
}

const diceImported = (tree: ts.SourceFile): readonly Fault[] =>
  importsOf(tree)
    .filter(({ from }) => /^(node:)?crypto$/.test(from))
    .flatMap(({ names, line }) =>
      names.filter((name) => dice.has(name)).map((name) => ({ path: tree.fileName, line, what: `imports ${name}` })),
    )

const dice = new Set(['randomBytes', 'randomUUID', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues'])
const clocks = new Set([
  'Date.now',
  'Date',
  'DateTime.now',
  'DateTime.local',
  'DateTime.utc',
  'Temporal.Now.instant',
  'Temporal.Now.zonedDateTimeISO',
  'Temporal.Now.plainDateISO',
])

function readsClock(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && dottedName(node.expression) === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date() reads the clock'
  if (ts.isCallExpression(node) && node.arguments.length === 0) {
    const called = dottedName(node.expression)?.replace(/^globalThis\./, '')
    return called !== undefined && clocks.has(called) ? `${called}() reads the clock` : undefined
  }
  // The function handed on without a call: { now: Date.now }
  if (!ts.isPropertyAccessExpression(node) || dottedName(node) !== 'Date.now') return undefined
  return ts.isCallExpression(node.parent) && node.parent.expression === node ? undefined : 'Date.now reads the clock'
}

function throwsDice(node: ts.Node, inBrowser: boolean): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined
  const name = dottedName(node)?.replace(/^globalThis\./, '')
  if (name === 'Math.random') return 'Math.random throws dice'
  if (inBrowser || name === undefined) return undefined
  const [object, method, ...rest] = name.split('.')
  return (object === 'crypto' || object === 'webcrypto') &&
    rest.length === 0 &&
    method !== undefined &&
    dice.has(method)
    ? `${name} throws dice`
    : undefined
}
