// What a run was taken on and with, the same in each of its lines: a short hash to compare by, then readable facts.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { projectFolder } from '../src/config.ts'

const before = (loadavg()[0] ?? 0).toFixed(1)

export function configurationOf(bench: string, facts: readonly string[]): string {
  const all = [bench, ...facts, `commit ${commit()}`]
  const hash = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 8)
  // How busy the machine was with other things says how far to believe the figures; it is no part of what was measured.
  return [hash, ...all, `load of the machine before: ${before}`].join(' · ')
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
