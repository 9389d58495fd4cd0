// Rule: files and folders are named in kebab-case, with words that say something.
import type { Fault, Rule } from './house.ts'

export const fileNames: Rule = {
  name: 'file names',
  instead: 'Name it in kebab-case by what it is, with whole words from docs/glossary.md.',
  find: (house) =>
    house.files.flatMap(({ path }): readonly Fault[] => {
      if (!/^(src|web|tools|bench|tests|docs|migrations)\//.test(path)) return []
      if (/(^|\/)(fixtures|__snapshots__)\//.test(path) || /(^|\/)README\.md$/.test(path)) return []
      return path.split('/').flatMap((part) => faultsOf(path, part))
    }),
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const migration = /^\d{4}_[a-z0-9]+([_-][a-z0-9]+)*\.sql$/
const emptyAnywhere = new Set([
  'util',
  'utils',
  'utility',
  'utilities',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'managers',
  'process',
  'handle',
])
// "data folder" says something, "order data" does not.
const emptyAtTheEnd = new Set(['data', 'info'])

function faultsOf(path: string, part: string): readonly Fault[] {
  const faults: Fault[] = []
  if (!kebab.test(part) && !migration.test(part)) faults.push({ path, line: 1, what: `${part} is not kebab-case` })
  for (const name of part.split('.')) {
    const words = name.split(/[-_]/)
    const empty =
      words.find((word) => emptyAnywhere.has(word)) ?? words.slice(-1).find((word) => emptyAtTheEnd.has(word))
    if (empty !== undefined) faults.push({ path, line: 1, what: `${part}: "${empty}" says nothing` })
  }
  return faults
}
