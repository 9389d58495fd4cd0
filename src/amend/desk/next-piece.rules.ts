// The order of work, plainly: what tells of danger, then earliest due first. Which piece somebody takes next, and in one line why this one.
import type { CaseId, PoolId, StaffId } from '../../shared/ids.ts'

/** The next touch on a case, and by when. */
export interface Piece {
  /** Breaks ties, so that the order is the same for everybody. */
  readonly id: string
  readonly caseId: CaseId
  readonly poolId: PoolId
  /** The promise or wait behind it: `first-answer`, `final-answer`, `still-broken-answer`, … */
  readonly touch: string
  readonly dueAt: Date
  readonly arrivedAt: Date
  /** Since when its customer tells of danger to life or health that nobody has seen to; null where they do not. */
  readonly dangerAt: Date | null
  /** Null while nobody has taken the case. */
  readonly ownerStaffId: StaffId | null
  readonly aboutStaffIds: readonly StaffId[]
}

/** Why this piece: a code (the pages say `why.<code>`) with its values. `waiting` counts the pieces this person could take. */
export type Why =
  | { readonly code: 'danger'; readonly values: { readonly dangerAt: Date } }
  | { readonly code: 'only-one'; readonly values: { readonly dueAt: Date } }
  | {
      readonly code: 'due-first'
      readonly values: { readonly dueAt: Date; readonly nextDueAt: Date; readonly waiting: number }
    }
  | {
      readonly code: 'waiting-longest'
      readonly values: { readonly dueAt: Date; readonly arrivedAt: Date; readonly waiting: number }
    }
  | { readonly code: 'one-of-equals'; readonly values: { readonly dueAt: Date; readonly waiting: number } }

/** Below zero if `a` comes before `b`: danger before all else, then by due time, arrival and id. */
export function byOrderOfWork(a: Piece, b: Piece): number {
  const danger = (a.dangerAt?.getTime() ?? Infinity) - (b.dangerAt?.getTime() ?? Infinity)
  if (danger !== 0 && !Number.isNaN(danger)) return danger
  const apart = a.dueAt.getTime() - b.dueAt.getTime() || a.arrivedAt.getTime() - b.arrivedAt.getTime()
  if (apart !== 0) return apart
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** Whether the piece is for this person: not about them, and not another owner's. */
export const isFor = (piece: Piece, me: StaffId): boolean =>
  !piece.aboutStaffIds.includes(me) && (piece.ownerStaffId === null || piece.ownerStaffId === me)

/** The piece to take next out of those waiting in any order, or null if there is none for this person. */
export function nextPiece(waiting: readonly Piece[], me: StaffId): { readonly piece: Piece; readonly why: Why } | null {
  let piece: Piece | undefined
  let next: Piece | undefined
  let count = 0
  for (const candidate of waiting) {
    if (!isFor(candidate, me)) continue
    count += 1
    if (piece === undefined || byOrderOfWork(candidate, piece) < 0) {
      next = piece
      piece = candidate
    } else if (next === undefined || byOrderOfWork(candidate, next) < 0) next = candidate
  }
  return piece === undefined ? null : { piece, why: whyThis(piece, next, count) }
}

function whyThis(piece: Piece, next: Piece | undefined, waiting: number): Why {
  const { dueAt, arrivedAt, dangerAt } = piece
  if (dangerAt !== null) return { code: 'danger', values: { dangerAt } }
  if (next === undefined) return { code: 'only-one', values: { dueAt } }
  if (dueAt < next.dueAt) return { code: 'due-first', values: { dueAt, nextDueAt: next.dueAt, waiting } }
  if (arrivedAt < next.arrivedAt) return { code: 'waiting-longest', values: { dueAt, arrivedAt, waiting } }
  return { code: 'one-of-equals', values: { dueAt, waiting } }
}
