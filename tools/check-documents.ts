// Looks up what the documents claim: relative links lead somewhere, npm scripts they name exist, and so does the tree ARCHITECTURE.md draws.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathsInTree } from './documents/architecture-tree.ts'
import { linksIn, scriptsIn } from './documents/claims.ts'
import { listFiles, root } from './list-files.ts'
import { disorderIn } from './structure/rooms.ts'

const documents = listFiles().filter((path) => path.endsWith('.md') && !/(^|\/)fixtures\//.test(path))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

const faults = documents.flatMap((path) => {
  const text = readFileSync(join(root, path), 'utf8')
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

for (const fault of faults) console.log(fault)
console.log(`documents: ${String(faults.length)} faults, ${String(documents.length)} files`)
process.exitCode = faults.length === 0 ? 0 : 1

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
