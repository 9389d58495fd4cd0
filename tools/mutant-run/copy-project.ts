// A copy of the project to break things in: the files git knows or would add, with the packages of the original by a link.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listFiles, root } from '../list-files.ts'

/** Makes the copy in a new temporary folder and returns that. Readable by all, since the database may run as another user. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'amends-mutants-'))
  chmodSync(copy, 0o755)
  for (const path of listFiles()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    copyFileSync(join(root, path), join(copy, path))
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}
