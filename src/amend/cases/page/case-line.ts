// A line of a list with its clock read.
import type { Floor } from '../../promises/floor-policy.sql.ts'
import type { CaseLine } from '../case.schema.ts'
import type { LineRow } from './case-lines.sql.ts'
import { linePromiseOf } from '../promise-clock.ts'

/** @param floors every version of the floor that a line may have been promised under */
export function caseLineOf(row: LineRow, floors: ReadonlyMap<number, Floor>, now: Date): CaseLine {
  const { caseId, number, kind, state, customer, matter, channel, reopened } = row
  const floor = floors.get(row.floorVersion) ?? floors.values().next().value
  const { direction, at, text } = row.last
  return {
    ...{ caseId, number, kind, state, customer, matter, channel, reopened },
    last: { direction, at: at.toISOString(), text },
    promise: row.promise && floor ? linePromiseOf(row.promise, row.pauses, floor, now) : null,
    receivedAt: row.receivedAt.toISOString(),
    dangerAt: row.dangerAt?.toISOString() ?? null,
  }
}
