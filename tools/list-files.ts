// Which files belong to the project: those git tracks or would add, that are still on the disk. Run from anywhere; paths are relative to the root.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root of the project, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** Paths relative to the root, sorted, each once. Ignored files are left out. */
export function listFiles(): readonly string[] {
  process.chdir(root)
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(path)).sort()
}
