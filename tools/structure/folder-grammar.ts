// Rule: the suffix of a file says what it may import (the table "The grammar of a folder" in ARCHITECTURE.md).
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Fault, House, HouseFile, Rule } from './house.ts'
import { suffixOf } from './rooms.ts'
import type { Suffix } from './rooms.ts'
import { importsOf } from './syntax.ts'
import type { ImportOf } from './syntax.ts'

export const folderGrammar: Rule = {
  name: 'folder grammar',
  instead:
    'Rules stay pure (shared, stats, other rules), schemas hold zod shapes only, SQL files call no use case, jobs only name use cases, and use cases know no HTTP: move the line to the kind of file it belongs to.',
  find: (house) =>
    productFiles(house, 'src/').flatMap((file) => {
      const suffix = suffixOf(file.path)
      const refuse =
        suffix === undefined ? (isUseCaseFolder(file.path) ? refusedForUseCase : undefined) : refused[suffix]
      if (refuse === undefined) return []
      return importsOf(file.tree).flatMap((one): readonly Fault[] => {
        const why = refuse(one, house)
        return why === undefined
          ? []
          : [{ path: file.path, line: one.line, what: `imports ${one.file ?? one.from}: ${why}` }]
      })
    }),
}

type Refuse = (one: ImportOf, house: House) => string | undefined

const inShared = (file: string): boolean => file.startsWith('src/shared/')
const isSql = ({ file, typeOnly }: ImportOf): boolean => !typeOnly && file !== undefined && suffixOf(file) === 'sql'
const isHttp = ({ from, file }: ImportOf): boolean =>
  file === undefined
    ? from === 'fastify' || from.startsWith('@fastify/')
    : file.startsWith('src/platform/http/') && suffixOf(file) !== 'sql'

const refused: Readonly<Record<Suffix, Refuse>> = {
  rules: ({ from, file, names }) => {
    if (file === undefined) return `rules use no package (${from})`
    if (names.includes('systemClock') || names.includes('systemRandom'))
      return 'rules get the time and chance handed in'
    if (inShared(file) || file.startsWith('src/stats/') || file.endsWith('.json') || suffixOf(file) === 'rules')
      return undefined
    return 'rules see only shared, stats and other rules'
  },
  schema: ({ from, file }) => {
    if (file === undefined) return from === 'zod' ? undefined : 'a schema uses no package but zod'
    return inShared(file) || suffixOf(file) === 'schema' ? undefined : 'a schema sees only shared and other schemas'
  },
  sql: (one, house) => {
    if (isHttp(one)) return 'SQL knows no HTTP'
    const target = one.file === undefined ? undefined : house.at.get(one.file)
    return !one.typeOnly && target !== undefined && isUseCase(target) ? 'SQL calls no use case' : undefined
  },
  // A route may ask a question of its folder directly; whatever decides is a use case.
  api: () => undefined,
  jobs: (one) => {
    if (isSql(one)) return 'a job calls a use case, not SQL'
    return isHttp(one) ? 'a job knows no HTTP' : undefined
  },
}

const refusedForUseCase: Refuse = (one) => (isHttp(one) ? 'a use case knows no HTTP' : undefined)

/** Folders whose plain files are use cases or their parts. The server itself, the launcher and the context are no use cases. */
const isUseCaseFolder = (path: string): boolean =>
  /^src\/(hear|know|amend|learn)\/[^/]+\//.test(path) ||
  /^src\/platform\/(decisions|jobs|files|staff|access|audit|privacy)\//.test(path)

/** A plain file that exports a function with `ctx` as its first parameter. */
function isUseCase(file: HouseFile): boolean {
  if (file.tree === undefined || suffixOf(file.path) !== undefined || !isUseCaseFolder(file.path)) return false
  return file.tree.statements.some((statement) => {
    if (
      !ts.canHaveModifiers(statement) ||
      !ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
    )
      return false
    if (ts.isFunctionDeclaration(statement)) return startsWithContext(statement)
    if (!ts.isVariableStatement(statement)) return false
    return statement.declarationList.declarations.some(
      ({ initializer }) =>
        initializer !== undefined && ts.isArrowFunction(initializer) && startsWithContext(initializer),
    )
  })
}

function startsWithContext({ parameters }: ts.SignatureDeclaration): boolean {
  const first = parameters[0]?.name
  return first !== undefined && ts.isIdentifier(first) && first.text === 'ctx'
}
