// `npm run check`: types, lint, format, structure and documents, one after the other, all of them whatever fails. Prints what failed in full.
//   --lock   also asks npm whether the lock installs (`npm ci --dry-run`); run it after every change of a dependency
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { root } from './list-files.ts'

interface Part {
  readonly name: string
  readonly command: string
  readonly words: readonly string[]
}

const node = (name: string, ...words: readonly string[]): Part => ({ name, command: process.execPath, words })

const { values } = parseArgs({ options: { lock: { type: 'boolean' } } })
const parts: readonly Part[] = [
  node('types', 'node_modules/tsc7/bin/tsc', '-p', '.'),
  node('types of web', 'node_modules/tsc7/bin/tsc', '-p', 'web'),
  node('lint', 'node_modules/eslint/bin/eslint.js', '--cache', '--max-warnings', '0', '.'),
  node('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.'),
  node('structure', 'tools/check-structure.ts'),
  node('documents', 'tools/check-documents.ts'),
  ...(values.lock === true ? [{ name: 'lock', command: 'npm', words: ['ci', '--dry-run', '--ignore-scripts'] }] : []),
]

const failed: string[] = []
for (const { name, command, words } of parts) {
  const began = performance.now()
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const isOk = status === 0
  if (!isOk) failed.push(name)
  console.log(`${isOk ? 'ok     ' : 'failed '} ${name.padEnd(13)} ${seconds.padStart(5)} s`)
  const said = [stdout, stderr, error?.message].filter(Boolean).join('\n').trim()
  if (!isOk && said !== '') console.log(said.replaceAll(/^/gm, '    '))
}
console.log(failed.length === 0 ? `check: all ${String(parts.length)} parts ok` : `check: ${failed.join(', ')} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
