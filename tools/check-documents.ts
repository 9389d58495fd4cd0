// Looks up what the documents claim: relative links lead somewhere, every picture is shown, npm scripts they name exist, the keys of the guide
// are those of the desk, and so is the tree that ARCHITECTURE.md draws.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathsInTree } from './documents/architecture-tree.ts'
import { linksIn, scriptsIn } from './documents/claims.ts'
import { keyFaults } from './documents/key-table.ts'
import { listFiles, root } from './list-files.ts'
import { disorderIn } from './structure/rooms.ts'

const files = listFiles()
const documents = files.filter((path) => path.endsWith('.md') && !/(^|\/)fixtures\//.test(path))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const faults = documents.flatMap((path) => {
  const text = read(path)
  const links = linksIn(path, text).filter((link) => !existsSync(join(root, link.text)))
  const commands = scriptsIn(text).filter((script) => !(script.text in scripts))
  return [
    ...links.map(
      (link) =>
        `${path}:${String(link.line)}  the link leads to ${link.text}, which is not there: mend the link or add the file`,
    ),
    ...commands.map(
      (script) =>
        `${path}:${String(script.line)}  npm run ${script.text} is no script of package.json: name one that is`,
    ),
    ...(path === 'ARCHITECTURE.md' ? missingInTree(text) : []),
  ]
})

faults.push(...unshown(), ...strangeKeys())
for (const fault of faults) console.log(fault)
console.log(`documents: ${String(faults.length)} faults, ${String(documents.length)} files`)
process.exitCode = faults.length === 0 ? 0 : 1

function unshown(): readonly string[] {
  const shown = new Set(documents.flatMap((path) => linksIn(path, read(path)).map((link) => link.text)))
  return files
    .filter((path) => path.startsWith('docs/pictures/') && !shown.has(path))
    .map((path) => `${path}  is shown in no document: show it, or leave it out of tools/pictures`)
}

function strangeKeys(): readonly string[] {
  const guide = 'docs/guide/keys.md'
  const { keys } = JSON.parse(read('web/words/en.json')) as { readonly keys: Readonly<Record<string, string>> }
  return keyFaults(read(guide), read('web/components/shortcuts.ts'), keys).map((what) => `${guide}  ${what}`)
}

function missingInTree(text: string): readonly string[] {
  const paths = pathsInTree(text)
  if (paths.length === 0) return ['ARCHITECTURE.md  draws no tree: its first block of code lists the folders']
  const missing = paths.filter((path) => !existsSync(join(root, path)))
  return [
    ...missing.map(
      (path) => `ARCHITECTURE.md  the tree names ${path}, which is not there: take the line out or add it`,
    ),
    ...disorderIn(paths).map((what) => `ARCHITECTURE.md  ${what}: make the tree and tools/structure/rooms.ts agree`),
  ]
}
