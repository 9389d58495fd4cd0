// What a run was taken on and with, the same in each of its lines: a short hash to compare by, then readable facts.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { projectFolder } from '../src/config.ts'
import { processorTime } from './desk/proc.ts'

const before = (loadavg()[0] ?? 0).toFixed(1)
const began = processorTime()

/** The share of the processors' time that the host of this (virtual) machine gave to others since then, in percent; null where it does not say. */
export function refusedSince(then: ReturnType<typeof processorTime>): number | null {
  const now = processorTime()
  return now && then && now.all > then.all
    ? Math.round((100 * (now.refused - then.refused)) / (now.all - then.all))
    : null
}

export function configurationOf(bench: string, facts: readonly string[]): string {
  const all = [bench, ...facts, `commit ${commit()}`]
  const hash = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 8)
  // How busy the machine was with other things says how far to believe the figures; it is no part of what was measured.
  const refused = refusedSince(began)
  return [
    hash,
    ...all,
    `load of the machine before: ${before}`,
    ...(refused === null ? [] : [`processor time refused by the host: ${String(refused)} %`]),
  ].join(' · ')
}

function commit(): string {
  try {
    const git = (...words: readonly string[]): string =>
      execFileSync('git', words, { cwd: projectFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    const isChanged =
      git('status', '--porcelain', '--', 'src', 'migrations', 'web', 'bench', 'package-lock.json') !== ''
    return git('rev-parse', '--short', 'HEAD') + (isChanged ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}
