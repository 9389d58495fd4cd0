// What a run was taken on and with, the same in each of its lines: a short hash to compare by, then readable facts.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { projectFolder } from '../src/config.ts'

export function configurationOf(bench: string, facts: readonly string[]): string {
  const all = [bench, ...facts, `commit ${commit()}`]
  const hash = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 8)
  return [hash, ...all].join(' · ')
}

function commit(): string {
  try {
    const git = (...words: readonly string[]): string =>
      execFileSync('git', words, { cwd: projectFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    const isChanged = git('status', '--porcelain', '--', 'src', 'migrations', 'bench', 'package-lock.json') !== ''
    return git('rev-parse', '--short', 'HEAD') + (isChanged ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}
