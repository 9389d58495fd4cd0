// Notes to colleagues: who takes one back, and until when; who can be mentioned. The database keeps the same ten minutes (migration 0018).
import type { StaffId } from '../../../shared/ids.ts'

const takeBackMs = 10 * 60_000

/** Until when its author can take a note back that was written at `at`. */
export const takeBackUntil = (at: Date): Date => new Date(at.getTime() + takeBackMs)

export interface WrittenNote {
  readonly by: StaffId
  readonly at: Date
  readonly takenBackAt: Date | null
}

/** `no` says why; `already` is nothing to do. `at` is when it counts as taken back: never before it was written, wherever the clock stands. */
export type TakingBack =
  | { readonly outcome: 'done'; readonly at: Date }
  | { readonly outcome: 'already' }
  | { readonly outcome: 'no'; readonly reason: 'not-theirs' | 'too-late'; readonly sentence: string }

export function decideTakeBack(note: WrittenNote, by: StaffId, now: Date): TakingBack {
  if (note.by !== by) return { outcome: 'no', reason: 'not-theirs', sentence: 'Only who wrote a note takes it back.' }
  if (note.takenBackAt !== null) return { outcome: 'already' }
  if (now > takeBackUntil(note.at)) {
    return { outcome: 'no', reason: 'too-late', sentence: 'A note can be taken back for ten minutes. This one stays.' }
  }
  return { outcome: 'done', at: now < note.at ? note.at : now }
}

interface Around {
  readonly me: StaffId
  /** Those named who work here now. */
  readonly here: readonly StaffId[]
  /** Whom the case is about. */
  readonly about: readonly StaffId[]
}

/** Who is told of a note that names them: each once, never its author. Somebody who cannot be told is refused, so that nobody believes they were. */
export function mentionable(
  named: readonly StaffId[],
  { me, here, about }: Around,
): { readonly staffIds: readonly StaffId[] } | { readonly sentence: string } {
  const staffIds = [...new Set(named)].filter((staffId) => staffId !== me)
  if (staffIds.some((staffId) => !here.includes(staffId)))
    return { sentence: 'A colleague you mention does not work here any more.' }
  if (staffIds.some((staffId) => about.includes(staffId)))
    return { sentence: 'The case is about a colleague you mention, so they read no notes of it.' }
  return { staffIds }
}
