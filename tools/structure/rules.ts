// Every structure rule, in the order in which faults are printed.
import { clockAndChance } from './clock-and-chance.ts'
import { environment } from './environment.ts'
import { namedExports } from './exports.ts'
import { fileLength } from './file-length.ts'
import { fileNames } from './file-names.ts'
import { folderGrammar } from './folder-grammar.ts'
import { headerComment } from './header-comment.ts'
import type { Rule } from './house.ts'
import { importDirections, webImports } from './import-directions.ts'
import { keysBeginWithOrganization } from './keys-begin-with-organization.ts'
import { machineTraces } from './machine-traces.ts'
import { noAny } from './no-any.ts'
import { sqlClock } from './sql-clock.ts'
import { sqlPlaces } from './sql-places.ts'
import { tableOwners } from './table-owners.ts'
import { wordKeys } from './word-keys.ts'
import { wordsInHtml } from './words-in-html.ts'
import { wordsInPages } from './words-in-pages.ts'

export const rules: readonly Rule[] = [
  importDirections,
  webImports,
  folderGrammar,
  sqlPlaces,
  tableOwners,
  sqlClock,
  keysBeginWithOrganization,
  environment,
  clockAndChance,
  noAny,
  namedExports,
  fileNames,
  headerComment,
  fileLength,
  wordsInPages,
  wordsInHtml,
  wordKeys,
  machineTraces,
]
