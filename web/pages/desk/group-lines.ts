// My cases in the groups of the desk: broken, due today, later, paused, nothing owed. The server's order holds inside each.
import { daysAhead } from '../../time-words.ts'
import type { CaseLine } from './desk-queries.ts'

export const lineGroups = ['broken', 'today', 'later', 'paused', 'quiet'] as const
export type LineGroup = (typeof lineGroups)[number]

export interface GroupOfLines {
  readonly group: LineGroup
  readonly lines: readonly CaseLine[]
}

export function groupLines(lines: readonly CaseLine[], now: number): readonly GroupOfLines[] {
  return lineGroups
    .map((group) => ({ group, lines: lines.filter((line) => groupOf(line, now) === group) }))
    .filter(({ lines: found }) => found.length > 0)
}

function groupOf({ promise }: CaseLine, now: number): LineGroup {
  if (promise === null || promise.clock.state === 'kept') return 'quiet'
  if (promise.clock.state === 'paused') return 'paused'
  const dueAt = Date.parse(promise.dueAt)
  if (promise.clock.state === 'late' || dueAt <= now) return 'broken'
  return daysAhead(dueAt, now) <= 0 ? 'today' : 'later'
}
