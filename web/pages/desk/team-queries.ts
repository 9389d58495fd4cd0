// Questions about the team, and what a lead changes: who has which case, and who is away.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { done } from '../../../src/platform/http/done.schema.ts'
import {
  teamCases,
  teamView,
  type TeamCases,
  type TeamLine,
  type TeamView,
} from '../../../src/amend/desk/team.schema.ts'
import { ask, send } from '../../api.ts'
import { commandCase } from '../cases/case-queries.ts'

export type { TeamCases, TeamLine, TeamView }
export type Person = TeamView['people'][number]

/** Asked again each minute, because the clocks run. Both go with the desk: what changes it changes them. */
export const teamQuery = queryOptions({
  queryKey: ['desk', 'team'],
  queryFn: ({ signal }) => ask(teamView, '/api/team', signal),
  refetchInterval: 60_000,
})
export const teamCasesQuery = (of: string, lines: number) =>
  queryOptions({
    queryKey: ['desk', 'team', of, lines],
    queryFn: ({ signal }) =>
      ask(teamCases, `/api/team/cases?of=${encodeURIComponent(of)}&lines=${String(lines)}`, signal),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })

export const sayAbsent = (staffId: string, until: string) =>
  send(done, 'PUT', `/api/staff/${staffId}/absence`, { from: null, until })
export const sayBack = (staffId: string) => send(done, 'POST', `/api/staff/${staffId}/absence/end`)

export interface Moved {
  readonly line: TeamLine
  /** Of the case as it stands now. */
  readonly version: number
}
export interface Moving {
  readonly moved: readonly Moved[]
  /** What stayed where it is, and why. */
  readonly kept: readonly { readonly line: TeamLine; readonly error: unknown }[]
}

/** One case after the other, each by itself: what is refused keeps no other back. */
async function each(
  lines: readonly TeamLine[],
  change: (line: TeamLine) => Promise<{ readonly version: number }>,
): Promise<Moving> {
  const moved: Moved[] = []
  const kept: { line: TeamLine; error: unknown }[] = []
  for (const line of lines) {
    try {
      moved.push({ line, version: (await change(line)).version })
    } catch (error) {
      kept.push({ line, error })
    }
  }
  return { moved, kept }
}

/** @param to null for whoever is next on the roster */
export const moveCases = (lines: readonly TeamLine[], to: string | null, summary: string): Promise<Moving> =>
  each(lines, ({ caseId, version }) => commandCase(caseId, version, { do: 'assign', staffId: to, summary }))

export const moveBack = (moved: readonly Moved[]): Promise<Moving> =>
  each(
    moved.map(({ line, version }) => ({ ...line, version })),
    ({ caseId, version }) => commandCase(caseId, version, { do: 'undo-hand-over' }),
  )
