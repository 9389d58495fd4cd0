// Rule: a file imports only from its left, and the web sees only what it may. Pure over parsed files.
import { isBuiltin } from 'node:module'
import { isTest, productFiles } from './house.ts'
import type { Fault, House, Rule } from './house.ts'
import { isLeftOrSame, placeOf, suffixOf } from './rooms.ts'
import { importsOf } from './syntax.ts'
import type { ImportOf } from './syntax.ts'

export const importDirections: Rule = {
  name: 'import directions',
  instead:
    'Import only from the left (shared → stats → platform → hear → know → amend → learn → first-run, commands, wiring, app and main, and the order of folders inside a room); to cause something on the right, emit a fact and let the right listen in wiring.ts.',
  find: (house) => {
    const faults = productFiles(house, 'src/').flatMap((file) => inSource(file.path, importsOf(file.tree)))
    return faults.filter(
      ({ what }, index) => !isUnknown(what) || faults.findIndex((one) => one.what === what) === index,
    )
  },
}

export const webImports: Rule = {
  name: 'what the web sees',
  instead:
    'From src, web/ imports only *.schema.ts, *.rules.ts and shared/, and nothing that needs Node or a package; ask the server for the rest through web/api.ts.',
  find: (house) =>
    productFiles(house, 'web/').flatMap((file) => importsOf(file.tree).flatMap((one) => inWeb(house, file.path, one))),
}

/** A folder outside the plan is said once, not for each of its files. */
const isUnknown = (what: string): boolean => what.includes('is no folder of the plan')

function inSource(path: string, imports: readonly ImportOf[]): readonly Fault[] {
  const from = placeOf(path)
  if (from === undefined) return []
  if ('unknown' in from)
    return [
      {
        path,
        line: 1,
        what: `${from.unknown} is no folder of the plan (tools/structure/rooms.ts and ARCHITECTURE.md)`,
      },
    ]
  return imports.flatMap(({ file, line }) => {
    if (file === undefined) return []
    const to = placeOf(file)
    if (to === undefined)
      return file === 'package.json'
        ? []
        : [{ path, line, what: `src imports ${file}, which is no part of the product's server` }]
    if (isTest(file)) return [{ path, line, what: `product code imports the test file ${file}` }]
    const isRoute = suffixOf(path) === 'api' && file.startsWith('src/platform/http/')
    if ('unknown' in to || isRoute) return []
    return isLeftOrSame(from, to) ? [] : [{ path, line, what: `imports ${file}, which stands to the right` }]
  })
}

function inWeb(house: House, path: string, one: ImportOf): readonly Fault[] {
  const { file, line, typeOnly } = one
  if (file === undefined)
    return isBuiltin(one.from) && !path.endsWith('.config.ts')
      ? [{ path, line, what: `the web imports ${one.from}` }]
      : []
  if (path.startsWith('web/components/') && /^web\/(pages|portal|widget)\//.test(file)) {
    return [{ path, line, what: `a component imports ${file}, but components know nothing of complaints` }]
  }
  if (file.startsWith('web/')) return []
  const suffix = suffixOf(file)
  if (!file.startsWith('src/shared/') && suffix !== 'schema' && suffix !== 'rules')
    return [{ path, line, what: `the web imports ${file}` }]
  if (typeOnly) return []
  const needs = needsServer(house, file, new Set())
  return needs === undefined ? [] : [{ path, line, what: `the web imports ${file}, which needs ${needs}` }]
}

/** The first package or Node module that a file needs at run time and a browser lacks; zod is shared. Undefined when there is none. */
function needsServer(house: House, path: string, seen: Set<string>): string | undefined {
  const tree = house.at.get(path)?.tree
  if (tree === undefined || seen.has(path)) return undefined
  seen.add(path)
  for (const { from, file, typeOnly } of importsOf(tree)) {
    if (typeOnly) continue
    if (file === undefined && from !== 'zod') return `${from} (through ${path})`
    const deeper = file === undefined ? undefined : needsServer(house, file, seen)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
